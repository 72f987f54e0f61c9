import { defineMessages } from '../../machines/messages/message.ts'

/** Words of the page about the environments around the chosen one. */
export const landscape = {
  ...defineMessages({
    title: { id: 'window.landscape.title', defaultMessage: 'Environments' },
    lead: {
      id: 'window.landscape.lead',
      defaultMessage: 'Every environment of your tenant with finance and operations. Nothing is changed here.',
    },
    link: { id: 'window.landscape.link', defaultMessage: 'See which environments copy and restore to each other' },
    list: { id: 'window.landscape.list', defaultMessage: 'Environments and their keys' },
    none: { id: 'window.landscape.none', defaultMessage: 'No environment with finance and operations was found.' },
    name: { id: 'window.landscape.name', defaultMessage: 'Environment' },
    region: { id: 'window.landscape.region', defaultMessage: 'Region' },
    key: { id: 'window.landscape.key', defaultMessage: 'Key' },
    managedColumn: { id: 'window.landscape.managedColumn', defaultMessage: 'Managed Environment' },
    chosen: { id: 'window.landscape.chosen', defaultMessage: 'Chosen for this wizard' },
    notRead: { id: 'window.landscape.notRead', defaultMessage: 'Couldn’t be read' },
    pairs: { id: 'window.landscape.pairs', defaultMessage: 'Copy and restore' },
    when: { id: 'window.landscape.when', defaultMessage: 'When' },
    working: {
      id: 'window.landscape.working',
      defaultMessage: '{working, number} of {pairs, plural, one {# pair works} other {# pairs work}}',
    },
    group: {
      id: 'window.landscape.group',
      defaultMessage: '{count, plural, one {Alone} other {These # work with each other}}',
    },
    others: { id: 'window.landscape.others', defaultMessage: 'Other environments of your tenant' },
    noOthers: { id: 'window.landscape.noOthers', defaultMessage: 'No other environment with finance and operations was found.' },
    another: { id: 'window.landscape.another', defaultMessage: 'Choose another environment' },
    apart: { id: 'window.landscape.apart', defaultMessage: 'Why the others don’t' },
    reason: { id: 'window.landscape.reason', defaultMessage: 'Reason' },
    count: { id: 'window.landscape.count', defaultMessage: 'Pairs' },
    only: {
      id: 'window.landscape.only',
      defaultMessage:
        'Only keys, Managed Environments, and regions are compared. Other rules apply too: you can’t overwrite production with a copy.',
    },
  }),
  moments: defineMessages({
    today: { id: 'window.landscape.moment.today', defaultMessage: 'Today' },
    after: { id: 'window.landscape.moment.after', defaultMessage: 'After step 4' },
    all: { id: 'window.landscape.moment.all', defaultMessage: 'When all are on your key' },
  }),
  managed: defineMessages({
    managed: { id: 'window.landscape.managed.yes', defaultMessage: 'Managed' },
    'not-managed': { id: 'window.landscape.managed.no', defaultMessage: 'Not managed' },
    unknown: { id: 'window.landscape.managed.unknown', defaultMessage: 'Unknown' },
  }),
}
