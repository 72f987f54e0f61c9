import { defineMessages } from '../../messages/message.ts'

/** Texts of a message to the person who can resolve a finding. */
export const messages = defineMessages({
  line: { id: 'wizard.ownerMessage.line', defaultMessage: '{before}{lineBreak}{next}' },
  seen: { id: 'wizard.ownerMessage.seen', defaultMessage: 'Found: {seen}' },
  why: { id: 'wizard.ownerMessage.why', defaultMessage: 'Why: {why}' },
  remedy: { id: 'wizard.ownerMessage.remedy', defaultMessage: 'What to do: {remedy}' },
  click: { id: 'wizard.ownerMessage.click', defaultMessage: '{indent}{number}. {click}' },
  where: { id: 'wizard.ownerMessage.where', defaultMessage: 'Where: {address}' },
  details: { id: 'wizard.ownerMessage.details', defaultMessage: 'Error details: {details}' },
  correlation: { id: 'wizard.ownerMessage.correlation', defaultMessage: 'Correlation ID: {id}' },
  source: { id: 'wizard.ownerMessage.source', defaultMessage: 'Source: {title}' },
  sourceOfEdition: { id: 'wizard.ownerMessage.sourceOfEdition', defaultMessage: 'Source: {title}, updated {edition}' },
  finding: { id: 'wizard.ownerMessage.finding', defaultMessage: 'Finding {id}' },
  numbered: { id: 'wizard.ownerMessage.numbered', defaultMessage: '{number}. {title}' },
  toPutRight: { id: 'wizard.ownerMessage.toPutRight', defaultMessage: '{count, plural, one {one action} other {# actions}} required' },
  needed: {
    id: 'wizard.ownerMessage.needed',
    defaultMessage:
      'Before we change anything, {count, plural, one {one thing needs} other {# things need}} you. Nothing has been changed for this so far.',
  },
  answerTo: {
    id: 'wizard.ownerMessage.answerTo',
    defaultMessage: 'Checked with the account {account}. Reply to that account when this is done, so that it can be checked again.',
  },
})
