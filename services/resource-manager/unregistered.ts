import type { Answer } from '../../machines/engine/answer.ts'
import { UNREGISTERED } from '../../machines/procedure/refusals.ts'

/*
 * Azure may refuse to read what belongs to a resource provider that the subscription isn't registered for. There is none of it then: all of
 * it is created through the provider. No document says so; a maintainer of the SDKs does, in azure-sdk-for-python, issue 9272.
 */
const isUnregistered = <T>(answer: Answer<T>): boolean => !answer.ok && answer.refusal.code === UNREGISTERED

/** A list, which is empty where the provider isn't registered. */
export const orNone = <T>(answer: Answer<readonly T[]>): Answer<readonly T[]> => (isUnregistered(answer) ? { ok: true, value: [] } : answer)

/** One resource, which isn't found where the provider isn't registered. */
export const orAbsent = <T>(answer: Answer<T>): Answer<T> =>
  !answer.ok && isUnregistered(answer) ? { ok: false, refusal: { ...answer.refusal, reason: 'not-found' } } : answer
