import type { Answer } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import type { DisplayText } from '#machines/messages/message.ts'

const POLL_EVERY_MS = 5_000
/** Usually a minute or two. Afterwards the person is asked to check later. */
const PROVISIONED_WITHIN_MS = 10 * MINUTE

interface Resource {
  readonly id: string
  readonly provisioningState?: string
}

interface Following<T> {
  readonly clock: Clock
  /** @returns undefined if Azure doesn't show it yet */
  readonly read: () => Promise<Answer<T> | undefined>
  readonly failed: (state: string) => DisplayText
  readonly beingMade: DisplayText
  readonly notShown: DisplayText
}

/** A missing state counts as done. Source: learn.microsoft.com, "Track asynchronous Azure operations". */
const stateOf = ({ provisioningState }: Resource): string => provisioningState?.toLowerCase() ?? 'succeeded'

export const isProvisioned = (resource: Resource): boolean => stateOf(resource) === 'succeeded'

const NEVER_DONE: readonly string[] = ['failed', 'canceled', 'deleting']

/** Accepted and not done, including unknown states. */
export const isUnderWay = (resource: Resource): boolean => !isProvisioned(resource) && !NEVER_DONE.includes(stateOf(resource))

/** A later refusal concerns the reading: the resource was accepted. */
export const asTaken = <T>(answer: Answer<T>): Answer<T> =>
  answer.ok ? answer : { ...answer, refusal: { ...answer.refusal, taken: true } }

export async function untilProvisioned<T extends Resource>(
  first: T,
  { clock, read, failed, beingMade, notShown }: Following<T>,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const until = clock.now() + PROVISIONED_WITHIN_MS
  let resource = first
  let isShown = true
  while (!isProvisioned(resource)) {
    const asked = { request: `GET ${resource.id}`, code: resource.provisioningState ?? '' }
    if (NEVER_DONE.includes(stateOf(resource))) return { ok: false, refusal: { ...asked, reason: 'conflict', message: failed(asked.code) } }
    if (clock.now() >= until) {
      // Unseen resources are read before anything is sent again; visible ones are awaited.
      const then = isShown ? ({ reason: 'not-ready', retryAfterSeconds: 60 } as const) : ({ reason: 'unavailable' } as const)
      return { ok: false, refusal: { ...asked, ...then, message: isShown ? beingMade : notShown } }
    }
    await clock.sleep(POLL_EVERY_MS, signal)
    const seen = await read()
    isShown = seen !== undefined
    if (seen === undefined) continue
    if (!seen.ok) return seen
    resource = seen.value
  }
  return { ok: true, value: resource }
}
