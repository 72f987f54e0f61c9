import type { Pitfall } from '../../guide.ts'

export const membershipPitfalls: readonly Pitfall[] = [
  {
    id: 'F-805',
    heading: 'A copy or restore is refused afterwards',
    text: 'Both environments must be managed, or neither. Give them the same setting first.',
    source: 'managed-environment',
  },
  {
    id: 'F-902',
    heading: 'Users are thrown out',
    text: 'The environment is disabled when it is added; that is how it works. Agree on a maintenance window and tell the users before you apply.',
    source: 'power-platform-keys',
  },
  {
    id: 'F-904',
    heading: 'The encryption status is Warning',
    text: 'The key is in use, but some flows are still on Microsoft’s key. List them with Get-AdminFlowEncryptedByMicrosoftKey and the id of the environment, and save those as new ones.',
    source: 'power-automate-keys',
  },
  {
    id: 'F-905',
    heading: 'The history says Failed, the policy’s page does not',
    text: 'The history shows a warning as a failure. What the page of the policy says counts; there is nothing to run again.',
    source: 'power-platform-keys',
  },
  {
    id: 'F-909',
    heading: 'A script is refused because it is not digitally signed',
    text: 'Windows blocks downloaded scripts, Microsoft’s own too. Read the file, then release that one file with Unblock-File; do not loosen the policy for all.',
    source: 'enterprise-policy-scripts',
  },
  {
    id: 'F-910',
    heading: 'HTTP calls of flows are refused by their targets',
    text: 'Flows call from other addresses afterwards. Allow the service tag PowerPlatformPlex in the firewall of the target.',
    source: 'power-automate-keys',
  },
  {
    id: 'F-911',
    heading: 'Flows that start by HTTP or Teams stay behind',
    text: 'Their addresses do not change, so they stay on Microsoft’s key. Save each as a new flow and give its callers the new address.',
    source: 'power-automate-keys',
  },
  {
    id: 'F-912',
    heading: 'More than 25 environments',
    text: 'By default the flows of the first 25 environments of a tenant are protected. Ask Microsoft support for more before you add the next.',
    source: 'power-automate-keys',
  },
]
