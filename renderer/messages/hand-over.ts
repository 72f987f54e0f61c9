import { defineMessages } from '../../machines/messages/message.ts'

/** Words for two people who work on one environment. */
export const handOver = defineMessages({
  title: { id: 'window.handOver.title', defaultMessage: 'Work with a second person' },
  lead: {
    id: 'window.handOver.lead',
    defaultMessage:
      'Hand over a step as a file. It says what is known, what is asked and why. It contains no secrets, and the person who opens it reads everything again with their own account.',
  },
  duties: {
    id: 'window.handOver.duties',
    defaultMessage:
      'Microsoft advises that the key vault administrator has no access to the Power Platform admin center. Step 3 is then done by the key vault administrator and step 4 by the Power Platform administrator. Step 3 warns when one account controls both.',
  },
  give: { id: 'window.handOver.give', defaultMessage: 'Hand a step over' },
  noEnvironment: {
    id: 'window.handOver.noEnvironment',
    defaultMessage: 'There is nothing to hand over yet. Choose the environment in step 1 first, or open a file that you received.',
  },
  step: { id: 'window.handOver.step', defaultMessage: 'Step to hand over' },
  stepOption: { id: 'window.handOver.stepOption', defaultMessage: 'Step {number}: {title}' },
  inIt: {
    id: 'window.handOver.inIt',
    defaultMessage:
      'In the file: {changes, plural, =0 {no change is known yet} one {# change to make} other {# changes to make}}, {findings, plural, =0 {no blocking findings} one {# blocking finding} other {# blocking findings}}, what you chose, what is verified and what was done.',
  },
  note: { id: 'window.handOver.note', defaultMessage: 'Why, in your own words (optional)' },
  noteHint: { id: 'window.handOver.noteHint', defaultMessage: 'The other person reads it first. Write no password or secret.' },
  save: { id: 'window.handOver.save', defaultMessage: 'Save the hand-over' },
  back: { id: 'window.handOver.back', defaultMessage: 'Hand back to {by}' },
  backNote: {
    id: 'window.handOver.backNote',
    defaultMessage:
      'You took step {number} over from {by}; they made the file {when}. Hand it back with what was done, so that they read it again.',
  },
  saving: { id: 'window.handOver.saving', defaultMessage: 'Writing the hand-over' },
  saved: { id: 'window.handOver.saved', defaultMessage: 'Saved as {name}. Tell the other person its digest out of band:' },
  take: { id: 'window.handOver.take', defaultMessage: 'Take a step over' },
  takeLead: {
    id: 'window.handOver.takeLead',
    defaultMessage: 'Open a file that you received. You see its content before you accept any of it.',
  },
  open: { id: 'window.handOver.open', defaultMessage: 'Open a hand-over' },
  openFile: { id: 'window.handOver.openFile', defaultMessage: 'Open a hand-over file' },
  opening: { id: 'window.handOver.opening', defaultMessage: 'Opening the file' },
  digest: { id: 'window.handOver.digest', defaultMessage: 'Digest of the file' },
  digestHint: { id: 'window.handOver.digestHint', defaultMessage: 'Compare it with the digest that the sender tells you out of band' },
  from: { id: 'window.handOver.from', defaultMessage: 'A step is handed to you' },
  backFrom: { id: 'window.handOver.backFrom', defaultMessage: 'A step is handed back to you' },
  asks: { id: 'window.handOver.asks', defaultMessage: '{from} asks you to do step {number}: {title}.' },
  tells: { id: 'window.handOver.tells', defaultMessage: '{from} hands back step {number}: {title}.' },
  words: {
    id: 'window.handOver.words',
    defaultMessage:
      'These are another person’s statements, and anyone can write such a file. Nothing in it counts here: when you take it over, their choices are filled in and every step is read with your own account.',
  },
  what: { id: 'window.handOver.what', defaultMessage: 'What it says' },
  made: { id: 'window.handOver.made', defaultMessage: 'Created' },
  environment: { id: 'window.handOver.environment', defaultMessage: 'Environment' },
  file: { id: 'window.handOver.file', defaultMessage: 'File' },
  noteFrom: { id: 'window.handOver.noteFrom', defaultMessage: 'Their reason' },
  inTheWay: { id: 'window.handOver.inTheWay', defaultMessage: 'Blocking when it was created' },
  plan: { id: 'window.handOver.plan', defaultMessage: 'Asked for' },
  turn: { id: 'window.handOver.turn', defaultMessage: '{resource}. Before: {before}. After: {after}.' },
  terms: { id: 'window.handOver.terms', defaultMessage: 'By: {owner}. Can be undone: {undo}. Takes: {takes}.' },
  proved: { id: 'window.handOver.proved', defaultMessage: 'Verified with their account' },
  confirmed: { id: 'window.handOver.confirmed', defaultMessage: 'Confirmed by them, not by you' },
  gaps: { id: 'window.handOver.gaps', defaultMessage: 'Gaps they acknowledged' },
  said: { id: 'window.handOver.said', defaultMessage: '{title} ({by}, {when})' },
  provedStep: { id: 'window.handOver.provedStep', defaultMessage: 'Step {number}: {title}, read {when}' },
  takeOver: { id: 'window.handOver.takeOver', defaultMessage: 'Take it over' },
  putAside: { id: 'window.handOver.putAside', defaultMessage: 'Discard' },
  reading: { id: 'window.handOver.reading', defaultMessage: 'Reading every step with your account' },
})
