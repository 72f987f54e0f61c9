import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('integration.partner', {
  why: 'Your access to this tenant ends with the partner relationship (GDAP). An encryption can take up to 4 days.',
  confirm: 'Confirm that the partner relationship lasts and has the roles',
  confirmRemedy: 'Look up its end date and its roles in Partner Center. Enter the date if it has one, then confirm.',
  manual1: 'In Partner Center, go to Customers > the customer > Admin relationships.',
  manual2: 'Check that it’s active until the work is done, and has Power Platform Administrator or Dynamics 365 Administrator.',
  noneListed: 'Microsoft Graph shows no active relationship for this tenant.',
  notShown: 'Microsoft Graph doesn’t show relationships to this sign-in. That needs the permission {permission}: {error}',
  entered: 'Entered by hand: ends on {endsAt, date, day}. Its roles aren’t known.',
  lasts: 'The partner relationship lasts',
  endsSoon: 'The partner relationship ends on {endsAt, date, day}',
  endsSoonRemedy: 'Finish before that date, or have the customer approve a new relationship first.',
  withoutRole: 'The partner relationship has no Power Platform admin role',
  withoutRoleRemedy:
    'Request a relationship with Power Platform Administrator and Dynamics 365 Administrator in Partner Center. The customer must approve it. That you need both is our conclusion: the two portals list different roles.',
  noAdministratorRole: 'no Power Platform admin role',
  ends: '{name}: active, ends on {endsAt, date, day}. Roles: {roles}.',
  extended: '{name}: active until {endsAt, date, day}, then extended automatically. Roles: {roles}.',
  withoutEnd: '{name}: active, no end date shown. Roles: {roles}.',
})
