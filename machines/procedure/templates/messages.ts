import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages({
  unknownVariable: { id: 'templates.unknownVariable', defaultMessage: '“{variable}” is no variable. Add a value for it below.' },
  brace: { id: 'templates.brace', defaultMessage: 'A brace isn’t closed, or has no variable in it.' },
})
