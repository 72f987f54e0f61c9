import { defined } from '#machines/defined.ts'
import type { Asked } from '#machines/engine/situation/situation.ts'
import type { Engagement } from '../engagement/engagement.ts'

/**
 * Result of the last batch check for one environment. Not a record: nothing depends on it, and it is written without
 * the engagement's lock. Times are milliseconds since 1970-01-01T00:00:00Z.
 */
export interface Check {
  readonly at: number
  readonly environment: { readonly displayName?: string; readonly type?: string }
  readonly locked?: true
  readonly keyExpires?: number
  readonly inEffect: boolean
  readonly steps: Readonly<Record<string, CheckedStep>>
}

interface CheckedStep {
  readonly readAt: number
  readonly proved: boolean
  readonly planned: number
  readonly asks?: Asked
}

/** The engagement with newer check results. Running and scheduled work stays. */
export function withCheck(engagement: Engagement, found: Check | undefined): Engagement {
  const readAt = Math.max(0, ...Object.values(engagement.steps).map((step) => step.readAt ?? 0))
  if (!found || found.at <= readAt) return engagement
  const { locked: _, keyExpires: __, ...before } = engagement
  return {
    ...before,
    environment: { ...engagement.environment, ...found.environment },
    ...(found.locked ? { locked: true } : {}),
    ...defined({ keyExpires: found.keyExpires }),
    steps: Object.fromEntries(
      Object.entries(engagement.steps).map(([id, { asks: ___, ...step }]) => [id, { ...step, ...found.steps[id] }]),
    ),
  }
}
