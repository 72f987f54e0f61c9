import type { Answer } from '../../machines/engine/answer.ts'
import type { Clock } from '../../machines/engine/clock.ts'
import { MINUTE } from '../../machines/engine/durations.ts'
import type { DisplayText } from '../../machines/messages/message.ts'

const POLL_EVERY_MS = 5_000
/** What Azure accepts is ready in a minute or two. After this the person is asked to check later. */
const PROVISIONED_WITHIN_MS = 10 * MINUTE

interface Resource {
  readonly id: string
  readonly provisioningState?: string
}

interface Following<T> {
  readonly clock: Clock
  /** @returns nothing where Azure doesn't show what it accepted a moment ago */
  readonly read: () => Promise<Answer<T> | undefined>
  readonly failed: (state: string) => DisplayText
  readonly beingMade: DisplayText
  readonly notShown: DisplayText
}

const stateOf = ({ provisioningState }: Resource): string => provisioningState?.toLowerCase() ?? 'succeeded'

/** Whether Azure says that a resource is done. One that says nothing of it is. */
export const isProvisioned = (resource: Resource): boolean => stateOf(resource) === 'succeeded'

const NEVER_DONE: readonly string[] = ['failed', 'canceled', 'deleting']

/** Whether Azure accepted it and isn't done: also where the state is a word that isn't known. */
export const isUnderWay = (resource: Resource): boolean => !isProvisioned(resource) && !NEVER_DONE.includes(stateOf(resource))

/** From here on a refusal is one of a reading: the resource itself was accepted. */
export const asTaken = <T>(answer: Answer<T>): Answer<T> =>
  answer.ok ? answer : { ...answer, refusal: { ...answer.refusal, taken: true } }

/** Reads a resource that Azure accepted until its state is the last one. */
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
      // What Azure took and doesn't show is read before anything is sent again; what it shows is waited for.
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
