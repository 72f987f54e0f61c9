import type { Answer, Refusal } from '../../engine/answer.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Person } from '../services.ts'
import { messages } from './messages.ts'
import { nameOfPerson } from './name.ts'

/** The least that reading names takes. Source: Microsoft Graph v1.0, "List users" and "Get a user". */
export const PEOPLE_PERMISSION = 'User.ReadBasic.All'

/** Who an object ID belongs to, as far as that could be read. */
export const identified = (id: string, person: Person | undefined): DisplayText =>
  person ? messages.identified({ name: nameOfPerson(person), id }) : messages.unnamed({ id })

/** Who was found, or why no one can be. `lasting`: asking again comes to the same. */
export type FoundPeople =
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'not-readable'; readonly why: DisplayText; readonly lasting: boolean }

function whyNot({ reason }: Refusal): Omit<Extract<FoundPeople, { kind: 'not-readable' }>, 'kind'> {
  switch (reason) {
    case 'unauthenticated':
    case 'forbidden':
      return { why: messages.notAllowed({ permission: PEOPLE_PERMISSION }), lasting: true }
    case 'rejected':
      return { why: messages.notHere, lasting: true }
    default:
      return { why: messages.noAnswer, lasting: false }
  }
}

/** What a search came to. A person can always enter an object ID instead. */
export const foundPeople = (answer: Answer<readonly Person[]>): FoundPeople =>
  answer.ok ? { kind: 'people', people: answer.value } : { kind: 'not-readable', ...whyNot(answer.refusal) }
