import { defineMessages } from '../../machines/messages/message.ts'

/** Words of the page about what the key covers. What the documents say comes with the view. */
export const coverage = {
  ...defineMessages({
    title: { id: 'window.coverage.title', defaultMessage: 'What the key covers' },
    askLead: {
      id: 'window.coverage.askLead',
      defaultMessage:
        'Your key doesn’t encrypt every app and add-in. Say what’s used in the environment to see what Microsoft’s documents say about it.',
    },
    resultLead: {
      id: 'window.coverage.resultLead',
      defaultMessage: 'What Microsoft’s documents say about each app and add-in in use. Acknowledge each gap before anything is written.',
    },
    assess: { id: 'window.coverage.assess', defaultMessage: 'See coverage' },
    keep: { id: 'window.coverage.keep', defaultMessage: 'Keep answers' },
    change: { id: 'window.coverage.change', defaultMessage: 'Change apps' },
    toSteps: { id: 'window.coverage.toSteps', defaultMessage: 'Go to steps' },
    nothingTicked: {
      id: 'window.coverage.nothingTicked',
      defaultMessage: 'Answer “Yes” or “Don’t know” for at least one app.',
    },
    gaps: { id: 'window.coverage.gaps', defaultMessage: 'Gaps' },
    gapsNote: { id: 'window.coverage.gapsNote', defaultMessage: '{open, plural, =0 {all acknowledged} other {# of {all} to acknowledge}}' },
    openGaps: {
      id: 'window.coverage.openGaps',
      defaultMessage: '{open, plural, one {# gap left to acknowledge.} other {# gaps left to acknowledge.}}',
    },
    noGaps: {
      id: 'window.coverage.noGaps',
      defaultMessage: 'No known gaps in your selection. Flows that Power Automate doesn’t migrate count only if you selected them.',
    },
    unsure: { id: 'window.coverage.unsure', defaultMessage: 'Don’t know if used' },
    unsureNote: { id: 'window.coverage.unsureNote', defaultMessage: 'To confirm in step 1' },
    covered: { id: 'window.coverage.covered', defaultMessage: 'Covered' },
    answeredBy: { id: 'window.coverage.answeredBy', defaultMessage: 'Answered by {by}, {at}' },
    says: { id: 'window.coverage.says', defaultMessage: 'Says' },
    because: { id: 'window.coverage.because', defaultMessage: 'Why' },
    forecast: { id: 'window.coverage.forecast', defaultMessage: 'Forecast' },
    toDo: { id: 'window.coverage.toDo', defaultMessage: 'What to do' },
    quoted: { id: 'window.coverage.quoted', defaultMessage: '“{words}”', description: 'Words of a document.' },
    inItsTerms: { id: 'window.coverage.inItsTerms', defaultMessage: 'In the document’s words: {terms}.' },
    older: {
      id: 'window.coverage.older',
      defaultMessage: '{amount, plural, one {# older or other edition} other {# older or other editions}}',
    },
    documentsDisagree: { id: 'window.coverage.documentsDisagree', defaultMessage: 'Documents disagree' },
    toAcknowledge: { id: 'window.coverage.toAcknowledge', defaultMessage: '{open, plural, other {# to acknowledge}}' },
    acknowledged: { id: 'window.coverage.acknowledged', defaultMessage: 'Acknowledged' },
    disagrees: { id: 'window.coverage.disagrees', defaultMessage: 'Contradicts this' },
    know: { id: 'window.coverage.know', defaultMessage: 'I understand that {known}.' },
    acknowledge: { id: 'window.coverage.acknowledge', defaultMessage: 'Acknowledge gap' },
    acknowledgedBy: { id: 'window.coverage.acknowledgedBy', defaultMessage: 'Acknowledged by {by}, {at}' },
  }),
  answers: defineMessages({
    yes: { id: 'window.coverage.answers.yes', defaultMessage: 'Yes', description: 'Is it used?' },
    no: { id: 'window.coverage.answers.no', defaultMessage: 'No', description: 'Is it used?' },
    unsure: { id: 'window.coverage.answers.unsure', defaultMessage: 'Don’t know', description: 'Is it used?' },
  }),
  covers: defineMessages({
    covered: { id: 'window.coverage.covers.covered', defaultMessage: 'Covered' },
    partly: { id: 'window.coverage.covers.partly', defaultMessage: 'Partly covered' },
    not: { id: 'window.coverage.covers.not', defaultMessage: 'Not covered' },
    unknown: { id: 'window.coverage.covers.unknown', defaultMessage: 'Unknown' },
    unlisted: { id: 'window.coverage.covers.unlisted', defaultMessage: 'Not listed' },
  }),
  groups: defineMessages({
    'finance-and-operations': { id: 'window.coverage.groups.financeAndOperations', defaultMessage: 'Finance and operations apps' },
    commerce: { id: 'window.coverage.groups.commerce', defaultMessage: 'Commerce' },
    'add-ins': { id: 'window.coverage.groups.addIns', defaultMessage: 'Add-ins' },
    'power-automate': { id: 'window.coverage.groups.powerAutomate', defaultMessage: 'Power Automate' },
    'power-platform': { id: 'window.coverage.groups.powerPlatform', defaultMessage: 'Power Platform' },
    'dynamics-365': { id: 'window.coverage.groups.dynamics365', defaultMessage: 'Other Dynamics 365 apps in the same environment' },
  }),
  forecasts: defineMessages({
    stale: {
      id: 'window.coverage.forecasts.stale',
      defaultMessage: '“{words}”: that date has passed.',
    },
    open: { id: 'window.coverage.forecasts.open', defaultMessage: '“{words}”' },
    undated: { id: 'window.coverage.forecasts.undated', defaultMessage: '“{words}”: no date given.' },
  }),
}
