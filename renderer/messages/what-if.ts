import { defineMessages } from '../../machines/messages/message.ts'
import { whatIfStates, whatIfWords } from '../../machines/procedure/what-if/words.ts'

export const whatIf = {
  ...whatIfWords,
  ...defineMessages('window.whatIf', {
    read: 'checked {when}',
    calm: 'none has happened, checked {when}',
    unread: 'not checked yet',
    now: 'Happening now',
  }),
  states: {
    ...whatIfStates,
    ...defineMessages('window.whatIf.states', { unchecked: 'Not checked yet' }),
  },
}
