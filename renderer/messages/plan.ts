import { defineMessages } from '../../machines/messages/message.ts'

/** Words of what will change. */
export const plan = defineMessages({
  heading: { id: 'window.plan.heading', defaultMessage: 'What will change' },
  change: { id: 'window.plan.change', defaultMessage: 'Change' },
  undo: { id: 'window.plan.undo', defaultMessage: 'Undo' },
  cutOff: { id: 'window.plan.cutOff', defaultMessage: 'Downtime' },
  takes: { id: 'window.plan.takes', defaultMessage: 'Takes' },
  before: { id: 'window.plan.before', defaultMessage: 'Before' },
  after: { id: 'window.plan.after', defaultMessage: 'After' },
  yes: { id: 'window.plan.yes', defaultMessage: 'Yes' },
  no: { id: 'window.plan.no', defaultMessage: 'No' },
  by: { id: 'window.plan.by', defaultMessage: 'Owner: {owner}' },
  details: { id: 'window.plan.details', defaultMessage: 'Fields and script' },
  detailsOf: { id: 'window.plan.detailsOf', defaultMessage: 'Fields and script of: {title}' },
  fields: { id: 'window.plan.fields', defaultMessage: 'Changed fields' },
  script: { id: 'window.plan.script', defaultMessage: 'This change as a script' },
  absent: { id: 'window.plan.absent', defaultMessage: 'not set' },
  chosen: { id: 'window.plan.chosen', defaultMessage: 'set by the service' },
  mayStay: { id: 'window.plan.mayStay', defaultMessage: 'some tenants don’t show it' },
  nothingElse: { id: 'window.plan.nothingElse', defaultMessage: 'Nothing else changes.' },
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
      defaultMessage: 'We check everything once more before the first change. If anything differs, nothing is changed.',
    },
    irreversible: { id: 'window.confirmation.irreversible', defaultMessage: 'At least one change can’t be undone.' },
    usersCutOff: {
      id: 'window.confirmation.usersCutOff',
      defaultMessage: 'The environment is offline for its users while this runs.',
    },
    typeName: { id: 'window.confirmation.typeName', defaultMessage: 'To confirm, enter {name}' },
    mismatch: {
      id: 'window.confirmation.mismatch',
      defaultMessage: 'Enter {name} exactly as shown.',
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
      defaultMessage: 'Your local time, {zone}. Changes start as soon as you apply them.',
    },
    short: {
      id: 'window.confirmation.window.short',
      defaultMessage:
        'The rest of the window is shorter than the {needed} that the documents state. What Microsoft has started continues after it ends.',
    },
    stated: { id: 'window.confirmation.window.stated', defaultMessage: 'Maintenance window: {from} to {to} ({zone}).' },
    heading: { id: 'window.confirmation.window.heading', defaultMessage: 'Maintenance windows' },
  }),
}
