import { defineMessages } from '#machines/messages/message.ts'
import type { Pitfall } from '../../guide.ts'

const messages = defineMessages('membership.pitfall', {
  copyRefused: {
    heading: 'A copy or restore is refused afterward',
    text: 'Both environments must be managed, or neither. Make their setting the same first.',
  },
  usersThrownOut: 'Users lose access',
  usersThrownOutText: {
    id: 'membership.pitfall.usersThrownOut.text',
    defaultMessage:
      'This is expected: the environment is disabled when you add it. Agree on a maintenance window and tell users before you apply.',
  },
  statusWarning: {
    heading: 'The encryption status is Warning',
    text: 'Some flows still use Microsoft’s key. List them with Get-AdminFlowEncryptedByMicrosoftKey and the environment ID. What to do depends on the flow: see What the key covers. If the environment had the key before flows were supported, open a support ticket.',
  },
  historyFailed: {
    heading: 'The history says Failed, but the policy’s page doesn’t',
    text: 'The history shows a warning as a failure. Go by the policy’s page. You don’t need to run anything again.',
  },
  scriptNotSigned: {
    heading: 'A script doesn’t run because it isn’t digitally signed',
    text: 'Windows blocks downloaded scripts, even Microsoft’s. Read the file, then unblock only that file with Unblock-File. Don’t loosen the policy for all.',
  },
  httpCalls: {
    heading: 'HTTP calls from flows are refused',
    text: 'Flows then call from other IP addresses. Allow the service tag PowerPlatformPlex in the target’s firewall.',
  },
  flowsStayBehind: {
    heading: 'Flows with HTTP or Teams triggers aren’t migrated',
    text: 'Their addresses don’t change, so they stay on Microsoft’s key. Save each as a new flow and give its callers the new address.',
  },
  newPowerAppsFlow: {
    heading: 'A new flow can’t be added to an app',
    text: 'Once the environment has the key, a new flow with a Power Apps trigger can be added to an app only if it’s in a solution. Create such flows in a solution.',
  },
  moreThan25: {
    heading: 'More than 25 environments',
    text: 'Microsoft’s default limit is 25 environments with protected flows per tenant. Ask support for more before you add more.',
  },
})

export const membershipPitfalls: readonly Pitfall[] = [
  { id: 'F-805', ...messages.copyRefused, source: 'managed-environment' },
  { id: 'F-902', heading: messages.usersThrownOut, text: messages.usersThrownOutText, source: 'power-platform-keys' },
  { id: 'F-904', ...messages.statusWarning, source: 'power-automate-keys' },
  { id: 'F-905', ...messages.historyFailed, source: 'power-platform-keys' },
  { id: 'F-909', ...messages.scriptNotSigned, source: 'enterprise-policy-scripts' },
  { id: 'F-910', ...messages.httpCalls, source: 'power-automate-keys' },
  { id: 'F-911', ...messages.flowsStayBehind, source: 'power-automate-keys' },
  { id: 'F-912', ...messages.moreThan25, source: 'power-automate-keys' },
  { id: 'F-914', ...messages.newPowerAppsFlow, source: 'power-automate-keys' },
]
