import { defineMessages } from '../../machines/messages/message.ts'

/** Words of what will change. */
export const plan = defineMessages({
  heading: { id: 'window.plan.heading', defaultMessage: 'What will change' },
  change: { id: 'window.plan.change', defaultMessage: 'Change' },
  undo: { id: 'window.plan.undo', defaultMessage: 'Can be undone' },
  cutOff: { id: 'window.plan.cutOff', defaultMessage: 'Downtime' },
  takes: { id: 'window.plan.takes', defaultMessage: 'Takes' },
  before: { id: 'window.plan.before', defaultMessage: 'Before' },
  after: { id: 'window.plan.after', defaultMessage: 'After' },
  yes: { id: 'window.plan.yes', defaultMessage: 'Yes' },
  no: { id: 'window.plan.no', defaultMessage: 'No' },
  by: { id: 'window.plan.by', defaultMessage: 'By: {owner}' },
  details: { id: 'window.plan.details', defaultMessage: 'Fields and script' },
  detailsOf: { id: 'window.plan.detailsOf', defaultMessage: 'Fields and script of: {title}' },
  fields: { id: 'window.plan.fields', defaultMessage: 'Fields that change' },
  script: { id: 'window.plan.script', defaultMessage: 'This change as a script' },
  absent: { id: 'window.plan.absent', defaultMessage: 'not there' },
  chosen: { id: 'window.plan.chosen', defaultMessage: 'chosen by the service' },
  mayStay: { id: 'window.plan.mayStay', defaultMessage: 'some tenants do not show it' },
  nothingElse: { id: 'window.plan.nothingElse', defaultMessage: 'Nothing else is changed.' },
  later: { id: 'window.plan.later', defaultMessage: 'Then, in step {number}' },
  laterNote: {
    id: 'window.plan.laterNote',
    defaultMessage: 'Preview; rechecked in that step.',
  },
})

/** Words of the confirmation before the first write. */
export const confirmation = {
  ...defineMessages({
    heading: { id: 'window.confirmation.heading', defaultMessage: 'Apply {amount, plural, one {# change} other {# changes}}?' },
    calm: {
      id: 'window.confirmation.calm',
      defaultMessage: 'No downtime. We recheck everything first and stop if anything changed.',
    },
    recheck: {
      id: 'window.confirmation.recheck',
      defaultMessage:
        'Before the first change everything is read once more; if something differs from what you see here, nothing is changed.',
    },
    irreversible: { id: 'window.confirmation.irreversible', defaultMessage: 'At least one change can’t be undone.' },
    usersCutOff: {
      id: 'window.confirmation.usersCutOff',
      defaultMessage: 'The environment is switched off for its users while this runs.',
    },
    typeName: { id: 'window.confirmation.typeName', defaultMessage: 'Enter the environment’s name, {name}' },
    mismatch: {
      id: 'window.confirmation.mismatch',
      defaultMessage: 'That isn’t the name. Enter {name} exactly as shown.',
    },
    apply: { id: 'window.confirmation.apply', defaultMessage: 'Apply {amount, plural, one {# change} other {# changes}}' },
    cancel: { id: 'window.confirmation.cancel', defaultMessage: 'Cancel' },
  }),
  window: defineMessages({
    legend: { id: 'window.confirmation.window.legend', defaultMessage: 'Maintenance window' },
    from: { id: 'window.confirmation.window.from', defaultMessage: 'From' },
    to: { id: 'window.confirmation.window.to', defaultMessage: 'To' },
    zone: {
      id: 'window.confirmation.window.zone',
      defaultMessage: 'Your local time, {zone}. The changes begin as soon as you apply them.',
    },
    short: {
      id: 'window.confirmation.window.short',
      defaultMessage:
        'The rest of the window is shorter than the {needed} that this can take according to the documents. What Microsoft has started continues after its end.',
    },
    stated: { id: 'window.confirmation.window.stated', defaultMessage: 'Maintenance window: {from} to {to} ({zone}).' },
    heading: { id: 'window.confirmation.window.heading', defaultMessage: 'Maintenance windows' },
  }),
}
