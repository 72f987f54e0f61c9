import * as z from 'zod'
import type { PracticeTenant } from '#node/practice/tenant.ts'

/** Result of a walk at the services, without times, and with IDs numbered in order of appearance. */
export const left = z.object({
  tenant: z.string(),
  /** Each accepted change, in order. */
  writes: z.array(z.string()),
})
export type Left = z.infer<typeof left>

const GENERATED = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{32}\b/gi
const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?\b|\b1\d{12}(?:\.\d+)?\b/g

export function leftIn(tenant: PracticeTenant): Left {
  const { counters: _, writes: __, refreshTokens: ___, ...state } = tenant.inspect()
  const ids = new Map<string, string>()
  const plain = (text: string): string =>
    text.replaceAll(MOMENT, '(moment)').replaceAll(GENERATED, (id) => {
      const known = ids.get(id.toLowerCase()) ?? `(id ${ids.size + 1})`
      ids.set(id.toLowerCase(), known)
      return known
    })
  return {
    // The number of a key is drawn.
    tenant: plain(JSON.stringify(state, (name, value: unknown) => (name === 'n' ? '(number)' : value), 1)),
    writes: tenant.writes().map(({ method, origin, path }) => plain(`${method} ${origin}${path}`)),
  }
}

export function firstDifference(is: string, was: string): string {
  const [now, before] = [is.split('\n'), was.split('\n')]
  const at = now.findIndex((line, index) => line !== before[index])
  return `${now[at]?.trim()} instead of ${before[at]?.trim()}`
}
