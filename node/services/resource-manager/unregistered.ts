import type { Answer } from '#machines/engine/answer.ts'
import { UNREGISTERED } from '#machines/procedure/refusals.ts'

/* Azure may refuse reads of an unregistered provider's resources. None can exist then. Undocumented, but stated by an
   SDK maintainer in azure-sdk-for-python, issue 9272. */
const isUnregistered = <T>(answer: Answer<T>): boolean => !answer.ok && answer.refusal.code === UNREGISTERED

/** Empty if the provider isn't registered. */
export const orNone = <T>(answer: Answer<readonly T[]>): Answer<readonly T[]> => (isUnregistered(answer) ? { ok: true, value: [] } : answer)

/** Not found if the provider isn't registered. */
export const orAbsent = <T>(answer: Answer<T>): Answer<T> =>
  !answer.ok && isUnregistered(answer) ? { ok: false, refusal: { ...answer.refusal, reason: 'not-found' } } : answer
