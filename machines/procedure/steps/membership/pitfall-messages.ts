import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  copyRefused: { id: 'membership.pitfall.copyRefused.heading', defaultMessage: 'A copy or restore is refused afterwards' },
  copyRefusedText: {
    id: 'membership.pitfall.copyRefused.text',
    defaultMessage: 'Both environments must be managed, or neither. Give them the same setting first.',
  },
  usersThrownOut: { id: 'membership.pitfall.usersThrownOut', defaultMessage: 'Users are thrown out' },
  usersThrownOutText: {
    id: 'membership.pitfall.usersThrownOut.text',
    defaultMessage:
      'The environment is disabled when it is added; that is how it works. Agree on a maintenance window and tell the users before you apply.',
  },
  statusWarning: { id: 'membership.pitfall.statusWarning.heading', defaultMessage: 'The encryption status is Warning' },
  statusWarningText: {
    id: 'membership.pitfall.statusWarning.text',
    defaultMessage:
      'The key is in use, but some flows are still on Microsoft’s key. List them with Get-AdminFlowEncryptedByMicrosoftKey and the id of the environment, and save those as new ones.',
  },
  historyFailed: { id: 'membership.pitfall.historyFailed.heading', defaultMessage: 'The history says Failed, the policy’s page does not' },
  historyFailedText: {
    id: 'membership.pitfall.historyFailed.text',
    defaultMessage: 'The history shows a warning as a failure. What the page of the policy says counts; there is nothing to run again.',
  },
  scriptNotSigned: {
    id: 'membership.pitfall.scriptNotSigned.heading',
    defaultMessage: 'A script is refused because it is not digitally signed',
  },
  scriptNotSignedText: {
    id: 'membership.pitfall.scriptNotSigned.text',
    defaultMessage:
      'Windows blocks downloaded scripts, Microsoft’s own too. Read the file, then release that one file with Unblock-File; do not loosen the policy for all.',
  },
  httpCalls: { id: 'membership.pitfall.httpCalls.heading', defaultMessage: 'HTTP calls of flows are refused by their targets' },
  httpCallsText: {
    id: 'membership.pitfall.httpCalls.text',
    defaultMessage: 'Flows call from other addresses afterwards. Allow the service tag PowerPlatformPlex in the firewall of the target.',
  },
  flowsStayBehind: { id: 'membership.pitfall.flowsStayBehind.heading', defaultMessage: 'Flows that start by HTTP or Teams stay behind' },
  flowsStayBehindText: {
    id: 'membership.pitfall.flowsStayBehind.text',
    defaultMessage:
      'Their addresses do not change, so they stay on Microsoft’s key. Save each as a new flow and give its callers the new address.',
  },
  moreThan25: { id: 'membership.pitfall.moreThan25.heading', defaultMessage: 'More than 25 environments' },
  moreThan25Text: {
    id: 'membership.pitfall.moreThan25.text',
    defaultMessage:
      'By default the flows of the first 25 environments of a tenant are protected. Ask Microsoft support for more before you add the next.',
  },
})
