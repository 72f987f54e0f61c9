import { defineMessages } from '../../machines/messages/message.ts'

export const landscape = {
  ...defineMessages('window.landscape', {
    title: 'Environments',
    lead: 'Every environment of your tenant with finance and operations. Nothing is changed here.',
    link: 'Copy and restore between environments',
    list: 'Environments and their keys',
    none: 'No environment with finance and operations was found.',
    name: 'Environment',
    region: 'Region',
    key: 'Key',
    managedColumn: 'Managed Environment',
    chosen: 'Chosen for this wizard',
    locked: 'Locked',
    notRead: 'Couldn’t be read',
    pairs: 'Copy and restore',
    when: 'When',
    working: '{working, number} of {pairs, plural, one {# pair works} other {# pairs work}}',
    group: '{count, plural, one {Alone} other {These # work with each other}}',
    others: 'Other environments of your tenant',
    noOthers: 'No other environment with finance and operations was found.',
    another: 'Choose another environment',
    apart: 'Why the others don’t',
    reason: 'Reason',
    count: 'Pairs',
    only: 'Only keys, Managed Environments, and regions are compared. Other rules apply too: you can’t overwrite production with a copy. Microsoft documents this for Power Platform’s copy and restore, not for Lifecycle Services.',
  }),
  moments: defineMessages('window.landscape.moment', {
    today: 'Today',
    after: 'After step 4',
    all: 'When all are on your key',
  }),
  managed: defineMessages('window.landscape.managed', {
    managed: { id: 'window.landscape.managed.yes', defaultMessage: 'Managed' },
    'not-managed': { id: 'window.landscape.managed.no', defaultMessage: 'Not managed' },
    unknown: 'Unknown',
  }),
}
