import { defineMessages } from '../../machines/messages/message.ts'
import { whatIfStates, whatIfWords } from '../../machines/procedure/what-if/words.ts'

/** Words for what would take the environments offline. */
export const whatIf = {
  ...whatIfWords,
  ...defineMessages({
    read: { id: 'window.whatIf.read', defaultMessage: 'checked {when}' },
    calm: { id: 'window.whatIf.calm', defaultMessage: 'none has happened, checked {when}' },
    unread: { id: 'window.whatIf.unread', defaultMessage: 'open an operation to check' },
    now: { id: 'window.whatIf.now', defaultMessage: 'Happening now' },
  }),
  states: {
    ...whatIfStates,
    ...defineMessages({ unchecked: { id: 'window.whatIf.states.unchecked', defaultMessage: 'Not checked yet' } }),
  },
}
