import { defineMessages } from '../../machines/messages/message.ts'

/** Words for two people who work on one environment. */
export const handOver = defineMessages({
  lead: {
    id: 'window.handOver.lead',
    defaultMessage:
      'Hand over a step as a file. It says what’s known, what’s requested, and why, without secrets. The recipient checks everything again with their own account.',
  },
  duties: {
    id: 'window.handOver.duties',
    defaultMessage:
      'Microsoft recommends that the key vault admin has no access to the Power Platform admin center. Then step 3 is theirs, and step 4 is the Power Platform admin’s. Step 3 warns you if one account controls both.',
  },
  give: { id: 'window.handOver.give', defaultMessage: 'Hand over a step' },
  noEnvironment: {
    id: 'window.handOver.noEnvironment',
    defaultMessage: 'There’s nothing to hand over yet. Choose the environment in step 1 first, or open a file you received.',
  },
  step: { id: 'window.handOver.step', defaultMessage: 'Step to hand over' },
  stepOption: { id: 'window.handOver.stepOption', defaultMessage: 'Step {number}: {title}' },
  inIt: {
    id: 'window.handOver.inIt',
    defaultMessage:
      'In the file: {changes, plural, =0 {no known changes yet} one {# change to make} other {# changes to make}}, {findings, plural, =0 {no blocking findings} one {# blocking finding} other {# blocking findings}}, your choices, what’s verified, and what was done.',
  },
  note: { id: 'window.handOver.note', defaultMessage: 'Reason, in your own words (optional)' },
  noteHint: { id: 'window.handOver.noteHint', defaultMessage: 'The recipient reads this first. Don’t include passwords or secrets.' },
  save: { id: 'window.handOver.save', defaultMessage: 'Save the handoff' },
  back: { id: 'window.handOver.back', defaultMessage: 'Hand back to {by}' },
  backNote: {
    id: 'window.handOver.backNote',
    defaultMessage:
      '{by} handed step {number} over to you in a file created {when}. Hand it back with what was done, so that they can check it again.',
  },
  saving: { id: 'window.handOver.saving', defaultMessage: 'Saving the handoff' },
  saved: { id: 'window.handOver.saved', defaultMessage: 'Saved as {name}. Give the recipient its digest out of band:' },
  take: { id: 'window.handOver.take', defaultMessage: 'Take over a step' },
  takeLead: {
    id: 'window.handOver.takeLead',
    defaultMessage: 'Open a file you received. You see its content before you accept any of it.',
  },
  open: { id: 'window.handOver.open', defaultMessage: 'Open a handoff' },
  openFile: { id: 'window.handOver.openFile', defaultMessage: 'Open a handoff file' },
  opening: { id: 'window.handOver.opening', defaultMessage: 'Opening the file' },
  digest: { id: 'window.handOver.digest', defaultMessage: 'File digest' },
  digestHint: { id: 'window.handOver.digestHint', defaultMessage: 'Compare it with the digest that the sender gives you out of band' },
  from: { id: 'window.handOver.from', defaultMessage: 'A step was handed over to you' },
  backFrom: { id: 'window.handOver.backFrom', defaultMessage: 'A step was handed back to you' },
  asks: { id: 'window.handOver.asks', defaultMessage: '{from} asks you to do step {number}: {title}.' },
  tells: { id: 'window.handOver.tells', defaultMessage: '{from} hands back step {number}: {title}.' },
  words: {
    id: 'window.handOver.words',
    defaultMessage:
      'These are another person’s statements, and anyone can create such a file. We don’t rely on them. When you take over, we fill in their choices and check every step with your account.',
  },
  what: { id: 'window.handOver.what', defaultMessage: 'What it says' },
  made: { id: 'window.handOver.made', defaultMessage: 'Created' },
  environment: { id: 'window.handOver.environment', defaultMessage: 'Environment' },
  file: { id: 'window.handOver.file', defaultMessage: 'File' },
  noteFrom: { id: 'window.handOver.noteFrom', defaultMessage: 'Their reason' },
  inTheWay: { id: 'window.handOver.inTheWay', defaultMessage: 'Blocking at that time' },
  plan: { id: 'window.handOver.plan', defaultMessage: 'Requested' },
  turn: { id: 'window.handOver.turn', defaultMessage: '{resource}. Before: {before}. After: {after}.' },
  terms: { id: 'window.handOver.terms', defaultMessage: 'Owner: {owner}. Undo: {undo}. Takes: {takes}.' },
  proved: { id: 'window.handOver.proved', defaultMessage: 'Verified with their account' },
  confirmed: { id: 'window.handOver.confirmed', defaultMessage: 'Confirmed by them, not by you' },
  gaps: { id: 'window.handOver.gaps', defaultMessage: 'Gaps they acknowledged' },
  said: { id: 'window.handOver.said', defaultMessage: '{title} ({by}, {when})' },
  provedStep: { id: 'window.handOver.provedStep', defaultMessage: 'Step {number}: {title}, checked {when}' },
  takeOver: { id: 'window.handOver.takeOver', defaultMessage: 'Take over step' },
  putAside: { id: 'window.handOver.putAside', defaultMessage: 'Discard' },
  reading: { id: 'window.handOver.reading', defaultMessage: 'Checking every step with your account' },
})
