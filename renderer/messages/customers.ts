import { defineMessages } from '../../machines/messages/message.ts'

/** Words for the list of customers and for what is done with several of them. */
export const customers = defineMessages({
  heading: { id: 'window.customers.heading', defaultMessage: 'Customers' },
  lead: {
    id: 'window.customers.lead',
    defaultMessage:
      '{count, plural, =0 {No environment needs anyone now.} one {# environment needs someone now.} other {# environments need someone now.}}',
  },
  leadAndKeys: { id: 'window.customers.leadAndKeys', defaultMessage: '{lead} {keys}' },
  nextKey: { id: 'window.customers.nextKey', defaultMessage: 'The next key expires {when}.' },
  keysExpired: {
    id: 'window.customers.keysExpired',
    defaultMessage: '{count, plural, one {# key has expired.} other {# keys have expired.}}',
  },
  customer: { id: 'window.customers.customer', defaultMessage: 'Customer and environment' },
  keyExpires: { id: 'window.customers.keyExpires', defaultMessage: 'Key expires' },
  expired: { id: 'window.customers.expired', defaultMessage: 'Expired' },
  actions: { id: 'window.customers.actions', defaultMessage: 'Actions' },
  group: { id: 'window.customers.group', defaultMessage: 'Group' },
  allGroups: { id: 'window.customers.allGroups', defaultMessage: 'All groups' },
  select: { id: 'window.customers.select', defaultMessage: 'Select {environment}' },
  selectAll: { id: 'window.customers.selectAll', defaultMessage: 'Select all shown' },
  selected: { id: 'window.customers.selected', defaultMessage: '{count, plural, one {# selected} other {# selected}}' },
  saveCsv: { id: 'window.customers.saveCsv', defaultMessage: 'Export CSV' },
  saveJson: { id: 'window.customers.saveJson', defaultMessage: 'Export JSON' },
  saveList: { id: 'window.customers.saveList', defaultMessage: 'Export customer list' },
  openList: { id: 'window.customers.openList', defaultMessage: 'Import customer list' },
  more: { id: 'window.customers.more', defaultMessage: 'More actions' },
  saved: { id: 'window.customers.saved', defaultMessage: 'Saved as {file}.' },
  ownName: { id: 'window.customers.ownName', defaultMessage: 'Name of the customer' },
  ownNameHint: { id: 'window.customers.ownNameHint', defaultMessage: 'Shown instead of {tenant}.' },
  groups: { id: 'window.customers.groups', defaultMessage: 'Groups' },
  groupsHint: { id: 'window.customers.groupsHint', defaultMessage: 'Separate groups with commas.' },
  keep: { id: 'window.customers.keep', defaultMessage: 'Save' },
  tenantName: { id: 'window.customers.tenantName', defaultMessage: 'Tenant name' },
})
