import { defineMessages } from '../../machines/messages/message.ts'

export const preflight = defineMessages({
  title: { id: 'window.preflight.title', defaultMessage: 'Check everything first' },
  lead: {
    id: 'window.preflight.lead',
    defaultMessage: 'Checks all four steps. Changes nothing.',
  },
  checkAll: { id: 'window.preflight.checkAll', defaultMessage: 'Check everything again' },
  checkOne: { id: 'window.preflight.checkOne', defaultMessage: 'Check this again' },
  notChosen: {
    id: 'window.preflight.notChosen',
    defaultMessage: 'Choose the environment. Then we check everything that the four steps depend on.',
  },
  assuming: {
    id: 'window.preflight.assuming',
    defaultMessage: 'Checked with what step 3 will suggest: the key {key} in {vault}, and the policy {policy}.',
  },
  planned: { id: 'window.preflight.planned', defaultMessage: 'Changes in step {number}: {title}' },
  step: { id: 'window.preflight.step', defaultMessage: 'Step {number}' },
  nothing: { id: 'window.preflight.nothing', defaultMessage: 'Nothing that we can check now needs action.' },
})

export const operations = defineMessages({
  eyebrow: { id: 'window.operations.eyebrow', defaultMessage: 'Manage your key' },
  title: { id: 'window.operations.title', defaultMessage: 'Manage your key' },
  choose: { id: 'window.operations.choose', defaultMessage: 'Operations' },
  optional: { id: 'window.operations.optional', defaultMessage: 'Optional' },
  optionalNote: { id: 'window.operations.optionalNote', defaultMessage: 'Now, or later under Manage your key' },
  calm: { id: 'window.operations.calm', defaultMessage: 'No downtime' },
  cutOff: { id: 'window.operations.cutOff', defaultMessage: 'Downtime' },
  policies: { id: 'window.operations.policies', defaultMessage: 'Encryption policies in the subscription' },
  choosePolicy: { id: 'window.operations.choosePolicy', defaultMessage: 'Choose the new policy' },
  noPolicy: {
    id: 'window.operations.noPolicy',
    defaultMessage:
      'The subscription has no other encryption policy. Create one in step 3 under another name, or manually, then check again.',
  },
  usesKey: { id: 'window.operations.usesKey', defaultMessage: 'Key {name}' },
  elsewhere: { id: 'window.operations.elsewhere', defaultMessage: 'Not in the environment’s geography' },
  workspaces: { id: 'window.operations.workspaces', defaultMessage: 'Where the audit log goes' },
  workspace: { id: 'window.operations.workspace', defaultMessage: 'Log Analytics workspace' },
  noWorkspace: { id: 'window.operations.noWorkspace', defaultMessage: 'Leave it as it is' },
  noWorkspaceText: { id: 'window.operations.noWorkspaceText', defaultMessage: 'The wizard changes nothing.' },
  mail: { id: 'window.operations.mail', defaultMessage: 'Who gets mail before the key expires' },
  emails: { id: 'window.operations.emails', defaultMessage: 'Email addresses' },
  emailsHint: {
    id: 'window.operations.emailsHint',
    defaultMessage: 'Both administrators should get it. Separate addresses with commas. Up to {most}.',
  },
  emailsWrong: { id: 'window.operations.emailsWrong', defaultMessage: 'Enter one to {most} email addresses, separated by commas.' },
  planMail: { id: 'window.operations.planMail', defaultMessage: 'Plan the alert' },
  noMail: { id: 'window.operations.noMail', defaultMessage: 'Don’t set it' },
  planProposed: {
    id: 'window.operations.planProposed',
    defaultMessage: '{count, plural, one {Plan it} other {Plan all #}}',
  },
  holders: { id: 'window.operations.holders', defaultMessage: 'Who can take the key away today' },
  holder: { id: 'window.operations.holder', defaultMessage: 'Who' },
  holderCan: { id: 'window.operations.holderCan', defaultMessage: 'Can' },
  holderFrom: { id: 'window.operations.holderFrom', defaultMessage: 'By' },
  changePolicy: { id: 'window.operations.changePolicy', defaultMessage: 'Choose another policy' },
})

export const keyDates = defineMessages({
  heading: { id: 'window.keyDates.heading', defaultMessage: 'Key expiration' },
  none: { id: 'window.keyDates.none', defaultMessage: 'No expiration date' },
  left: { id: 'window.keyDates.left', defaultMessage: '{days, plural, =0 {Less than a day left} one {# day left} other {# days left}}' },
  expired: { id: 'window.keyDates.expired', defaultMessage: 'Expired' },
  created: { id: 'window.keyDates.created', defaultMessage: 'Newest version created' },
  expires: { id: 'window.keyDates.expires', defaultMessage: 'Expires: users go offline' },
  today: { id: 'window.keyDates.today', defaultMessage: 'Today' },
})

export const closing = defineMessages({
  done: { id: 'window.closing.done', defaultMessage: 'All four steps done' },
  proved: { id: 'window.closing.proved', defaultMessage: 'What was verified' },
  attested: { id: 'window.closing.attested', defaultMessage: 'What a person confirmed' },
  acknowledged: { id: 'window.closing.acknowledged', defaultMessage: 'Acknowledged gaps' },
  keep: { id: 'window.closing.keep', defaultMessage: 'What to keep in mind' },
  statuses: { id: 'window.closing.statuses', defaultMessage: 'Statuses in the admin center' },
  statusesNote: { id: 'window.closing.statusesNote', defaultMessage: 'Only the admin center shows this status. The wizard can’t read it.' },
  warnings: { id: 'window.closing.warnings', defaultMessage: 'What still needs attention' },
  pitfalls: { id: 'window.closing.pitfalls', defaultMessage: 'What can go wrong later' },
  sources: { id: 'window.closing.sources', defaultMessage: 'Sources' },
})
