import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'integration.partner.why',
    defaultMessage: 'Your access to this tenant ends with the partner relationship (GDAP). An encryption can take up to 4 days.',
  },
  confirm: { id: 'integration.partner.confirm', defaultMessage: 'Confirm that the partner relationship lasts and has the roles' },
  confirmRemedy: {
    id: 'integration.partner.confirmRemedy',
    defaultMessage: 'Look up its end date and its roles in Partner Center. Enter the date, then confirm.',
  },
  manual1: {
    id: 'integration.partner.manual1',
    defaultMessage: 'In Partner Center, go to Customers > the customer > Admin relationships.',
  },
  manual2: {
    id: 'integration.partner.manual2',
    defaultMessage: 'Check that it’s active until the work is done, and has Power Platform Administrator or Dynamics 365 Administrator.',
  },
  noneListed: { id: 'integration.partner.noneListed', defaultMessage: 'Microsoft Graph shows no active relationship for this tenant.' },
  notShown: {
    id: 'integration.partner.notShown',
    defaultMessage: 'Microsoft Graph doesn’t show relationships to this sign-in. That needs the permission {permission}: {error}',
  },
  entered: { id: 'integration.partner.entered', defaultMessage: 'Entered by hand: ends on {endsAt, date, day}. Its roles aren’t known.' },
  lasts: { id: 'integration.partner.lasts', defaultMessage: 'The partner relationship lasts' },
  endsSoon: { id: 'integration.partner.endsSoon', defaultMessage: 'The partner relationship ends on {endsAt, date, day}' },
  endsSoonRemedy: {
    id: 'integration.partner.endsSoonRemedy',
    defaultMessage: 'Finish before that date, or have the customer approve a new relationship first.',
  },
  withoutRole: { id: 'integration.partner.withoutRole', defaultMessage: 'The partner relationship has no Power Platform admin role' },
  withoutRoleRemedy: {
    id: 'integration.partner.withoutRoleRemedy',
    defaultMessage:
      'Request a relationship with Power Platform Administrator and Dynamics 365 Administrator in Partner Center. The customer must approve it.',
  },
  noAdministratorRole: { id: 'integration.partner.noAdministratorRole', defaultMessage: 'no Power Platform admin role' },
  ends: { id: 'integration.partner.ends', defaultMessage: '{name}: active, ends on {endsAt, date, day}. Roles: {roles}.' },
  extended: {
    id: 'integration.partner.extended',
    defaultMessage: '{name}: active until {endsAt, date, day}, then extended automatically. Roles: {roles}.',
  },
  withoutEnd: { id: 'integration.partner.withoutEnd', defaultMessage: '{name}: active, no end date shown. Roles: {roles}.' },
})
