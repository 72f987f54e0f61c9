import { type DisplayText, defineMessages } from './message.ts'

const messages = defineMessages({
  sentences: { id: 'text.sentences', defaultMessage: '{first} {next}', description: 'Whole sentences, one after the other' },
  titled: { id: 'text.titled', defaultMessage: '{title}. {text}', description: 'A title, then whole sentences' },
})

export const titled = (title: DisplayText, text: DisplayText): DisplayText => messages.titled({ title, text })

export const sentences = (first: DisplayText, ...others: readonly DisplayText[]): DisplayText =>
  others.reduce((told, next) => messages.sentences({ first: told, next }), first)
