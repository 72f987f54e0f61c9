import { defined } from '#machines/defined.ts'
import type { Asked, Run } from '#machines/engine/situation/situation.ts'
import type { Engagement, EngagementStep } from '../engagement/engagement.ts'

/**
 * Result of the last batch check for one environment. Not a record: nothing depends on it, and it is written without
 * the engagement's lock. Times are milliseconds since 1970-01-01T00:00:00Z. What is absent wasn't read.
 */
export interface Check {
  readonly at: number
  readonly environment: { readonly displayName?: string; readonly type?: string }
  readonly locked?: boolean
  readonly otherPolicy?: boolean
  /** Without `expires`, it never does. */
  readonly key?: {
    readonly readAt: number
    readonly expires?: number
    readonly rotation?: { readonly at: number; readonly byPolicy: boolean }
  }
  readonly accessEnds?: number
  readonly inEffect: boolean
  readonly steps: Readonly<Record<string, CheckedStep>>
}

interface CheckedStep {
  readonly readAt: number
  readonly proved: boolean
  readonly planned: number
  readonly asks?: Asked
  /** What it saw running at the services. */
  readonly run?: Run
}

/** A record as it is listed: with what was read since, wherever that was. */
export interface ListedEngagement extends Omit<Engagement, 'steps'> {
  readonly steps: Readonly<Record<string, EngagementStep & Pick<CheckedStep, 'run'>>>
}

/** What a check couldn't read stays as an earlier one read it. */
export const withEarlier = (earlier: Check | undefined, { environment, steps, ...later }: Check): Check => ({
  ...earlier,
  ...later,
  environment: { ...earlier?.environment, ...environment },
  steps: { ...earlier?.steps, ...steps },
})

/**
 * The record with a check's results: of each step and of the key, what was read last. A reading of one step leaves what a check read of the
 * others, and running and scheduled work stays.
 * @param keyStep step that shows whether the key can be used
 */
export function withCheck(record: Engagement, found: Check | undefined, keyStep = ''): ListedEngagement {
  if (!found) return record
  const isLater = (id: string): boolean => (found.steps[id]?.readAt ?? 0) > (record.steps[id]?.readAt ?? 0)
  const isLatest = Object.keys(record.steps).every((id) => found.at > (record.steps[id]?.readAt ?? 0))
  const { locked: was, otherPolicy: other, keyReadAt = 0, keyExpires, rotation, accessEnds: ends, ...before } = record
  const key = found.key && found.key.readAt > keyReadAt ? found.key : { readAt: keyReadAt, expires: keyExpires, rotation }
  const locked = isLater(keyStep) ? (found.locked ?? was) : was
  const otherPolicy = isLatest ? (found.otherPolicy ?? other) : other
  return {
    ...before,
    environment: { ...found.environment, ...record.environment, ...(isLatest ? found.environment : {}) },
    ...(locked ? { locked } : {}),
    ...(otherPolicy ? { otherPolicy } : {}),
    ...defined({
      keyReadAt: key.readAt || undefined,
      keyExpires: key.expires,
      rotation: key.rotation,
      accessEnds: isLatest ? (found.accessEnds ?? ends) : (ends ?? found.accessEnds),
    }),
    steps: Object.fromEntries(
      Object.entries(record.steps).map(([id, step]) => [id, isLater(id) ? laterStep(step, found.steps[id]) : step]),
    ),
  }
}

const laterStep = ({ asks: _, ...step }: EngagementStep, later: CheckedStep | undefined) => ({ ...step, ...later })

/** Whether the services show that the key is in use, by the last step's latest reading. */
export function isInEffectBy(record: Engagement, found: Check | undefined, inRecord: boolean): boolean {
  const last = Object.keys(record.steps).at(-1) ?? ''
  return (found?.steps[last]?.readAt ?? 0) > (record.steps[last]?.readAt ?? 0) ? found?.inEffect === true : inRecord
}
