import type { DisplayText } from '../../messages/message.ts'
import type { Person } from '../services/services.ts'
import { messages } from './messages.ts'
import { nameOfPerson } from './name.ts'

export const identified = (id: string, person: Person | undefined): DisplayText =>
  person ? messages.identified({ name: nameOfPerson(person), id }) : messages.unnamed({ id })
