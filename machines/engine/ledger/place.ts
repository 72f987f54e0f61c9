import { idKey } from '../ids.ts'

/** What a request asks about, or what a change is made to: names from the outermost thing to the innermost, as IDs are compared. */
export type Place = readonly string[]

/** `/subscriptions/S/resourceGroups/G/providers/Microsoft.KeyVault/vaults/V` names S, G and V. */
function namesInPath(path: string): Place {
  const segments = path.split('/').filter((segment) => segment !== '')
  const names: string[] = []
  for (let at = 0; at < segments.length; at += 2) {
    const name = segments[at + 1]
    if (name !== undefined && segments[at] !== 'providers') names.push(name)
  }
  return names
}

/** A service's own address begins with the name of the thing that has it: `https://kv-contoso.vault.azure.net/`. */
const namesInAddress = ({ hostname }: URL): Place => hostname.split('.').slice(0, 1)

function namesIn(text: string): Place {
  const id = idKey(text)
  if (id.startsWith('/')) return namesInPath(id)
  return /^https?:/.test(id) && URL.canParse(id) ? namesInAddress(new URL(id)) : [id]
}

/** Of IDs, names, and addresses that name one thing together. */
export const placeOf = (...texts: readonly string[]): Place => texts.flatMap(namesIn)

/** Everything that is named in what a port was asked with, or in what a record keeps of something. */
export function placeIn(...values: readonly unknown[]): Place {
  return values.flatMap((value): Place => {
    if (typeof value === 'string') return placeOf(value)
    return typeof value === 'object' && value !== null && !(value instanceof AbortSignal) ? placeIn(...Object.values(value)) : []
  })
}

const isWithin = (some: Place, all: Place): boolean => some.every((name) => all.includes(name))

/**
 * Whether a change can have made an answer old: one about the thing itself, about what is in it, about what stands beside it in the same
 * thing, or a list of what it is in.
 */
export function affects(changed: Place, asked: Place): boolean {
  if (asked.length === 0 || changed.length === 0) return false
  const around = changed.length === 1 ? changed : changed.slice(0, -1)
  return isWithin(asked, changed) || isWithin(around, asked)
}
