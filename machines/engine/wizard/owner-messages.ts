import { defineMessages } from '../../messages/message.ts'

/** Texts of a message to the person who can resolve a finding. */
export const messages = defineMessages('wizard.ownerMessage', {
  line: '{before}{lineBreak}{next}',
  seen: 'Found: {seen}',
  why: 'Why: {why}',
  remedy: 'What to do: {remedy}',
  click: '{indent}{number}. {click}',
  where: 'Where: {address}',
  details: 'Error details: {details}',
  correlation: 'Correlation ID: {id}',
  source: 'Source: {title}',
  sourceOfEdition: 'Source: {title}, updated {edition}',
  finding: 'Finding {id}',
  numbered: '{number}. {title}',
  toPutRight: '{count, plural, one {one action} other {# actions}} required',
  needed:
    'Before we change anything, {count, plural, one {one thing needs} other {# things need}} you. Nothing has been changed for this so far.',
  answerTo: 'Checked with the account {account}. Reply to that account when this is done, so that it can be checked again.',
})
