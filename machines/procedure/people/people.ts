import type { Answer, Refusal } from '../../engine/answer.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { DirectoryService, Person } from '../services.ts'
import { messages } from './messages.ts'

/**
 * The least that reading names takes: delegated, and for an app that signs in by itself. Source: Microsoft Graph v1.0, "List users" and
 * "Get a user".
 */
const PEOPLE_PERMISSIONS = { person: 'User.ReadBasic.All', app: 'User.Read.All' } as const

/** Who was found, or why no one can be. `lasting`: asking again comes to the same. */
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
 * What a search came to. A person can always enter an object ID instead.
 * @param asking who is signed in
 * @param groups those that were found as well: reading them takes more, and where it isn't allowed people are still found
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
 * Searches people and groups by name. People are shown without groups where those fail or take longer.
 * @param asking who is signed in @param late when groups are no longer waited for
 */
export async function searchPeople(directory: DirectoryService, text: string, asking: Asking, late: AbortSignal): Promise<FoundPeople> {
  const groupsInTime = directory.searchGroups(text, late).catch((error: unknown) => {
    if (!late.aborted) throw error
    return undefined
  })
  const [people, groups] = await Promise.all([directory.searchPeople(text), groupsInTime])
  return foundPeople(people, asking, groups)
}
