import type { Answer } from '#machines/engine/answer.ts'

/** How the feature of the made-up service stands. */
export interface Feature {
  readonly state: 'off' | 'turning-on' | 'on'
  /** When it was asked for, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly since?: number
}

/** Services of the second procedure. */
export interface FeatureServices {
  read(): Promise<Answer<Feature>>
  turnOn(): Promise<Answer<Feature>>
}

const TAKES = 10 * 60_000

/** A service that turns its feature on within ten minutes. @param now milliseconds since 1970-01-01T00:00:00Z */
export function featureService(now: () => number): FeatureServices & { readonly written: () => number } {
  let since: number | undefined
  let written = 0
  const feature = (): Feature => (since === undefined ? { state: 'off' } : { state: now() - since < TAKES ? 'turning-on' : 'on', since })
  return {
    written: () => written,
    read: async () => ({ ok: true, value: feature() }),
    async turnOn() {
      written += 1
      since = now()
      return { ok: true, value: feature() }
    },
  }
}
