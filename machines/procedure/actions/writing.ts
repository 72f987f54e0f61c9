import type { Answer } from '../../engine/answer.ts'
import { isAbsent } from '../../engine/step/refusals.ts'
import type { Written } from './definition.ts'

export const done = <T>(answer: Answer<T>, resourceId: (value: T) => string, written: boolean): Written =>
  answer.ok ? { ok: true, resourceId: resourceId(answer.value), written } : answer

/**
 * Creates only what is absent. Existing and unreadable resources are left alone: in Azure a second write replaces, and
 * a key written twice has two versions.
 */
export async function createAbsent<T>(
  existing: Answer<T>,
  create: () => Promise<Answer<T>>,
  resourceId: (value: T) => string,
): Promise<Written> {
  if (existing.ok || !isAbsent(existing)) return done(existing, resourceId, false)
  return done(await create(), resourceId, true)
}

export const idOf = ({ id }: { readonly id: string }): string => id
