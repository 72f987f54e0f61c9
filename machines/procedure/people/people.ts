import type { Answer, Refusal } from '../../engine/answer.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { DirectoryService, Person } from '../services/services.ts'
import { messages } from './messages.ts'

/** Least permission for reading names: delegated, and for apps. Source: Microsoft Graph v1.0, "List users" and "Get a user". */
const PEOPLE_PERMISSIONS = { person: 'User.ReadBasic.All', app: 'User.Read.All' } as const

/** Found people, or the obstacle. `lasting`: retrying won't help. */
export type FoundPeople =
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'not-readable'; readonly why: DisplayText; readonly lasting: boolean }

type Asking = keyof typeof PEOPLE_PERMISSIONS

function whyNot({ reason }: Refusal, asking: Asking): Omit<Extract<FoundPeople, { kind: 'not-readable' }>, 'kind'> {
  switch (reason) {
    case 'unauthenticated':
    case 'forbidden':
      return { why: messages.notAllowed({ permission: PEOPLE_PERMISSIONS[asking] }), lasting: true }
    case 'rejected':
      return { why: messages.notHere, lasting: true }
    default:
      return { why: messages.noAnswer, lasting: false }
  }
}

/**
 * Search result; an object ID can always be entered instead.
 * @param asking the signed-in account
 * @param groups optional: reading them needs more rights
 */
export const foundPeople = (
  answer: Answer<readonly Person[]>,
  asking: Asking = 'person',
  groups?: Answer<readonly Person[]>,
): FoundPeople =>
  answer.ok
    ? { kind: 'people', people: [...answer.value, ...(groups?.ok ? groups.value : [])] }
    : { kind: 'not-readable', ...whyNot(answer.refusal, asking) }

/**
 * Searches people and groups by name. Shows people alone if groups fail or take too long.
 * @param asking the signed-in account @param late aborts the wait for groups
 */
export async function searchPeople(directory: DirectoryService, text: string, asking: Asking, late: AbortSignal): Promise<FoundPeople> {
  const groupsInTime = directory.searchGroups(text, late).catch((error: unknown) => {
    if (!late.aborted) throw error
    return undefined
  })
  const [people, groups] = await Promise.all([directory.searchPeople(text), groupsInTime])
  return foundPeople(people, asking, groups)
}
