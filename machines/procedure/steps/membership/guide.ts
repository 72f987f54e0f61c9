import { defineMessages } from '#machines/messages/message.ts'
import { CHOOSE_POLICY } from '../../choosing.ts'
import { type Guide, manual, openingOf } from '../../guide.ts'
import { WAITS } from '../../waits.ts'
import { membershipPitfalls } from './pitfalls.ts'

const messages = defineMessages('membership.guide', {
  short: 'Add the environment',
  title: 'Add the environment to the policy',
  outcome: 'The environment is in the policy',
  after: {
    goOn: 'Continue: add the environment',
    next: 'Next, you review how the environment gets your key. Nothing starts before you confirm it.',
  },
  what: 'Add the environment to the policy',
  why: 'Only an environment in the policy is encrypted with your key.',
  happens: 'Microsoft encrypts its data. Users are offline for part of that time. From then on, losing the key loses the data.',
  outage: 'Is there an outage?',
  outageText: {
    id: 'membership.guide.outage.text',
    defaultMessage:
      'Yes. The environment is disabled while you add it, and might come back before the operation ends. Plan for downtime the whole time, up to four days.',
  },
  ifItFails: {
    heading: 'What if it fails?',
    text: 'Data that isn’t converted yet is safe on the Microsoft-managed key. Add the environment again to resume. Don’t revert.',
  },
  whatChanges: {
    heading: 'What changes with a Managed Environment?',
    text: 'Every app, flow, bot, and site in it then needs a license with premium usage rights, such as Power Apps Premium or Dynamics 365 Finance. Copies and restores need the same setting on both sides.',
  },
  howProved: {
    heading: 'How does the wizard verify success?',
    text: 'The environment itself must report that it’s linked to this policy. A successful operation alone isn’t enough.',
  },
  managedEnvironment: {
    heading: 'Managed Environment',
    manual1: 'In the Power Platform admin center, go to Manage > Environments > the environment.',
    manual2: 'Select Enable Managed Environments, then Enable.',
  },
  addEnvironment: {
    heading: 'Add the environment',
    manual1: 'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key.',
    manual2: 'Open the policy, then select Edit > Add environments.',
    manual3: 'Choose the environment, then select Continue > Save > Confirm.',
    manual4: 'Come back here and check again. The wizard tracks the operation.',
  },
  doNot: {
    heading: 'Leave the key alone',
    text: 'Don’t change the key, the key store, its firewall, or its access. Don’t start another operation on this environment.',
  },
  ifFailed: {
    heading: 'If it says Failed',
    text: 'Data that isn’t converted yet is safe on Microsoft’s key. Run this step again to resume. Don’t revert.',
  },
  ifWarning: {
    heading: 'If it says Warning',
    text: 'The key is in use, but one service, usually Power Automate, is still on Microsoft’s key. The admin center shows which.',
  },
  partLink: 'Policy and environment',
})

export const membershipGuide: Guide = {
  ...openingOf(messages),
  after: messages.after,
  who: ['power-platform-administrator'],
  takes: WAITS.encryption.takes,
  whySections: [{ heading: messages.outage, text: messages.outageText }, messages.ifItFails, messages.whatChanges, messages.howProved],
  byHand: [manual(messages.managedEnvironment, 'admin-center-environment'), manual(messages.addEnvironment, 'admin-center')],
  whileYouWait: [messages.doNot, messages.ifFailed, messages.ifWarning],
  waits: ['encryption', 'rotation', 're-enable', 'old-version', 'earlier-key', 'old-key'],
  pitfalls: membershipPitfalls,
  contradictions: ['failed-status', 'existing-flows', 'roles', 'hold-of-the-old-key'],
  sources: [
    'power-platform-keys',
    'managed-environment',
    'managed-environment-licensing',
    'lock-unlock',
    'self-managed-key-migration',
    'finance-and-operations-keys',
    'enterprise-policy-scripts',
    'terraform-provider',
  ],
  parts: [
    { part: 'managed', title: messages.managedEnvironment.heading, proof: ['managed-environment'] },
    { part: 'link', title: messages.partLink, proof: ['linked-to-policy'] },
  ],
  choice: CHOOSE_POLICY,
}
