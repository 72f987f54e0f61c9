import { idKey } from '../ids.ts'

/** Subject of a request or target of a change: names from outermost to innermost, comparable. */
export type Place = readonly string[]

/** `/subscriptions/S/resourceGroups/G/providers/Microsoft.KeyVault/vaults/V` gives S, G and V. */
function namesInPath(path: string): Place {
  const segments = path.split('/').filter((segment) => segment !== '')
  const names: string[] = []
  for (let at = 0; at < segments.length; at += 2) {
    const name = segments[at + 1]
    if (name !== undefined && segments[at] !== 'providers') names.push(name)
  }
  return names
}

/** A service's host begins with the resource's name, and its path has the rest: `https://kv.vault.azure.net/keys/K/V` gives kv, K and V. */
const namesInAddress = ({ hostname, pathname }: URL): Place => [
  ...hostname.split('.').slice(0, 1),
  ...pathname
    .split('/')
    .filter((segment) => segment !== '')
    .slice(1),
]

function namesIn(text: string): Place {
  const id = idKey(text)
  if (id.startsWith('/')) return namesInPath(id)
  return /^https?:/.test(id) && URL.canParse(id) ? namesInAddress(new URL(id)) : [id]
}

export const placeOf = (...texts: readonly string[]): Place => texts.flatMap(namesIn)

export function placeIn(...values: readonly unknown[]): Place {
  return values.flatMap((value): Place => {
    if (typeof value === 'string') return placeOf(value)
    return typeof value === 'object' && value !== null && !(value instanceof AbortSignal) ? placeIn(...Object.values(value)) : []
  })
}

const isWithin = (some: Place, all: Place): boolean => some.every((name) => all.includes(name))

/** Whether a change can outdate an answer: about the resource, its contents, its siblings, or a list containing it. */
export function affects(changed: Place, asked: Place): boolean {
  if (asked.length === 0 || changed.length === 0) return false
  const around = changed.length === 1 ? changed : changed.slice(0, -1)
  return isWithin(asked, changed) || isWithin(around, asked)
}
