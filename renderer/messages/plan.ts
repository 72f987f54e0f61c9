import { defineMessages } from '#machines/messages/message.ts'

export const plan = {
  ...defineMessages('window.plan', {
    heading: 'What will change',
    change: 'Change',
    time: 'Time',
    undo: 'Undo',
    sources: 'Sources',
    before: 'Before',
    after: 'After',
    offline: 'Users offline',
    detailsOf: 'Fields and script of: {title}',
    fields: 'Changed fields',
    script: 'This change as a script',
    absent: 'not set',
    chosen: 'set by the service',
    mayStay: 'some tenants don’t show it',
    nothingElse: 'Nothing else changes.',
    later: 'Then, in step {number}',
    laterNote: 'Preview; rechecked in that step.',
  }),
  undoShort: defineMessages('window.plan.undoShort', {
    yes: 'Can be undone',
    'while-unused': { id: 'window.plan.undoShort.whileUnused', defaultMessage: 'Can be undone while unused' },
    'until-linked': { id: 'window.plan.undoShort.untilLinked', defaultMessage: 'Can be undone until an environment is added' },
    'with-an-outage': { id: 'window.plan.undoShort.withAnOutage', defaultMessage: 'Undo takes another outage' },
    no: 'Can’t be undone',
  }),
}

export const confirmation = {
  ...defineMessages('window.confirmation', {
    heading: 'Apply {amount, plural, one {# change} other {# changes}}?',
    headingIn: 'Apply {amount, plural, one {# change} other {# changes}} in {subscription}?',
    /** A single change is named by its title. */
    headingOne: '{title}?',
    recheck: 'We check everything again first and stop if anything changed.',
    whileItRuns: 'You can close the window while it runs. We’ll notify you when it’s done.',
    irreversible: 'At least one change can’t be undone.',
    opens: 'Users open {address}',
    where: 'Subscription {subscription} · resource group {group}',
    noDowntime: 'No downtime.',
    unchanged: '{name} isn’t changed.',
    first: 'This is your first change in a real tenant',
    firstText:
      'The wizard was tested in the practice tenant only, not yet in a real one. You can stop after any change and continue later.',
    typeName: 'To confirm, enter {name}',
    mismatch: 'Enter {name} exactly as shown.',
    apply: 'Apply {amount, plural, one {# change} other {# changes}}',
    cancel: 'Cancel',
  }),
  window: defineMessages('window.confirmation.window', {
    stated: 'Maintenance window: {from} to {to} ({zone}).',
    heading: 'Maintenance windows',
  }),
}
