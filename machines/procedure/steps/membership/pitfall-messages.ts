import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  copyRefused: { id: 'membership.pitfall.copyRefused.heading', defaultMessage: 'A copy or restore is refused afterward' },
  copyRefusedText: {
    id: 'membership.pitfall.copyRefused.text',
    defaultMessage: 'Both environments must be managed, or neither. Make their setting the same first.',
  },
  usersThrownOut: { id: 'membership.pitfall.usersThrownOut', defaultMessage: 'Users lose access' },
  usersThrownOutText: {
    id: 'membership.pitfall.usersThrownOut.text',
    defaultMessage:
      'This is expected: the environment is disabled when you add it. Agree on a maintenance window and tell users before you apply.',
  },
  statusWarning: { id: 'membership.pitfall.statusWarning.heading', defaultMessage: 'The encryption status is Warning' },
  statusWarningText: {
    id: 'membership.pitfall.statusWarning.text',
    defaultMessage:
      'The key is in use, but some flows are still on Microsoft’s key. List them with Get-AdminFlowEncryptedByMicrosoftKey and the environment ID. Save each as a new flow.',
  },
  historyFailed: {
    id: 'membership.pitfall.historyFailed.heading',
    defaultMessage: 'The history says Failed, but the policy’s page doesn’t',
  },
  historyFailedText: {
    id: 'membership.pitfall.historyFailed.text',
    defaultMessage: 'The history shows a warning as a failure. Go by the policy’s page. You don’t need to run anything again.',
  },
  scriptNotSigned: {
    id: 'membership.pitfall.scriptNotSigned.heading',
    defaultMessage: 'A script doesn’t run because it isn’t digitally signed',
  },
  scriptNotSignedText: {
    id: 'membership.pitfall.scriptNotSigned.text',
    defaultMessage:
      'Windows blocks downloaded scripts, even Microsoft’s. Read the file, then unblock only that file with Unblock-File. Don’t loosen the policy for all.',
  },
  httpCalls: { id: 'membership.pitfall.httpCalls.heading', defaultMessage: 'HTTP calls from flows are refused' },
  httpCallsText: {
    id: 'membership.pitfall.httpCalls.text',
    defaultMessage: 'Flows then call from other IP addresses. Allow the service tag PowerPlatformPlex in the target’s firewall.',
  },
  flowsStayBehind: {
    id: 'membership.pitfall.flowsStayBehind.heading',
    defaultMessage: 'Flows with HTTP or Teams triggers aren’t migrated',
  },
  flowsStayBehindText: {
    id: 'membership.pitfall.flowsStayBehind.text',
    defaultMessage:
      'Their addresses don’t change, so they stay on Microsoft’s key. Save each as a new flow and give its callers the new address.',
  },
  moreThan25: { id: 'membership.pitfall.moreThan25.heading', defaultMessage: 'More than 25 environments' },
  moreThan25Text: {
    id: 'membership.pitfall.moreThan25.text',
    defaultMessage:
      'By default, only the first 25 environments of a tenant get protected flows. Ask Microsoft support for a higher limit before you add more.',
  },
})
