import { defineMessages } from '../../machines/messages/message.ts'

/** Words of what will change. */
export const plan = {
  ...defineMessages({
    heading: { id: 'window.plan.heading', defaultMessage: 'What will change' },
    undo: { id: 'window.plan.undo', defaultMessage: 'Undo' },
    before: { id: 'window.plan.before', defaultMessage: 'Before' },
    after: { id: 'window.plan.after', defaultMessage: 'After' },
    offline: { id: 'window.plan.offline', defaultMessage: 'Users offline' },
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
  }),
  undoShort: defineMessages({
    yes: { id: 'window.plan.undoShort.yes', defaultMessage: 'Can be undone' },
    'while-unused': { id: 'window.plan.undoShort.whileUnused', defaultMessage: 'Can be undone while unused' },
    'until-linked': { id: 'window.plan.undoShort.untilLinked', defaultMessage: 'Can be undone until an environment is added' },
    'with-an-outage': { id: 'window.plan.undoShort.withAnOutage', defaultMessage: 'Undo takes another outage' },
    no: { id: 'window.plan.undoShort.no', defaultMessage: 'Can’t be undone' },
  }),
}

/** Words of the confirmation before the first write. */
export const confirmation = {
  ...defineMessages({
    heading: { id: 'window.confirmation.heading', defaultMessage: 'Apply {amount, plural, one {# change} other {# changes}}?' },
    /** A single change is named, as its own title. */
    headingOne: { id: 'window.confirmation.headingOne', defaultMessage: '{title}?' },
    calm: {
      id: 'window.confirmation.calm',
      defaultMessage: 'No downtime. We recheck everything first and stop if anything changed.',
    },
    recheck: {
      id: 'window.confirmation.recheck',
      defaultMessage: 'We recheck everything first and stop if anything changed.',
    },
    whileItRuns: {
      id: 'window.confirmation.whileItRuns',
      defaultMessage: 'You can close the window while it runs. We’ll notify you when it’s done.',
    },
    irreversible: { id: 'window.confirmation.irreversible', defaultMessage: 'At least one change can’t be undone.' },
    usersCutOff: {
      id: 'window.confirmation.usersCutOff',
      defaultMessage: 'Users go offline for part of this time. Plan for all of it.',
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
