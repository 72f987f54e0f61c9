import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  short: { id: 'membership.guide.short', defaultMessage: 'Add the environment' },
  title: { id: 'membership.guide.title', defaultMessage: 'Add the environment to the policy' },
  outcome: { id: 'membership.guide.outcome', defaultMessage: 'The environment is in the policy' },
  what: {
    id: 'membership.guide.what',
    defaultMessage: 'Add the environment to the policy',
  },
  why: {
    id: 'membership.guide.why',
    defaultMessage: 'Only an environment in the policy is encrypted with your key.',
  },
  happens: {
    id: 'membership.guide.happens',
    defaultMessage: 'Microsoft encrypts its data. Users are offline for part of that time. From then on, losing the key loses the data.',
  },
  outage: { id: 'membership.guide.outage', defaultMessage: 'Is there an outage?' },
  outageText: {
    id: 'membership.guide.outage.text',
    defaultMessage:
      'Yes. The environment is disabled while you add it, and might come back before the operation ends. Plan for downtime the whole time, up to four days.',
  },
  ifItFails: { id: 'membership.guide.ifItFails.heading', defaultMessage: 'What if it fails?' },
  ifItFailsText: {
    id: 'membership.guide.ifItFails.text',
    defaultMessage:
      'Data that isn’t converted yet is safe on the Microsoft-managed key. Add the environment again to resume. Don’t revert.',
  },
  whatChanges: { id: 'membership.guide.whatChanges.heading', defaultMessage: 'What changes with a Managed Environment?' },
  whatChangesText: {
    id: 'membership.guide.whatChanges.text',
    defaultMessage:
      'Every app, flow, bot, and site in it then needs a premium or Dynamics 365 license. Copies and restores need the same setting on both sides.',
  },
  howProved: { id: 'membership.guide.howProved.heading', defaultMessage: 'How does the wizard verify success?' },
  howProvedText: {
    id: 'membership.guide.howProved.text',
    defaultMessage: 'The environment itself must report that it’s linked to this policy. A successful operation alone isn’t enough.',
  },
  managedEnvironment: { id: 'membership.guide.managedEnvironment.heading', defaultMessage: 'Managed Environment' },
  managedEnvironmentManual1: {
    id: 'membership.guide.managedEnvironment.manual1',
    defaultMessage: 'In the Power Platform admin center, go to Manage > Environments > the environment.',
  },
  managedEnvironmentManual2: {
    id: 'membership.guide.managedEnvironment.manual2',
    defaultMessage: 'Select Enable Managed Environments, then Enable.',
  },
  addEnvironment: { id: 'membership.guide.addEnvironment.heading', defaultMessage: 'Add the environment' },
  addEnvironmentManual1: {
    id: 'membership.guide.addEnvironment.manual1',
    defaultMessage: 'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key.',
  },
  addEnvironmentManual2: {
    id: 'membership.guide.addEnvironment.manual2',
    defaultMessage: 'Open the policy, then select Edit > Add environments.',
  },
  addEnvironmentManual3: {
    id: 'membership.guide.addEnvironment.manual3',
    defaultMessage: 'Choose the environment, then select Continue > Save > Confirm.',
  },
  addEnvironmentManual4: {
    id: 'membership.guide.addEnvironment.manual4',
    defaultMessage: 'Come back here and check again. The wizard tracks the operation.',
  },
  doNot: { id: 'membership.guide.doNot.heading', defaultMessage: 'What not to do' },
  doNotText: {
    id: 'membership.guide.doNot.text',
    defaultMessage: 'Don’t change the key, the key vault, its firewall, or its access. Don’t start another operation on this environment.',
  },
  ifFailed: { id: 'membership.guide.ifFailed.heading', defaultMessage: 'If it says Failed' },
  ifFailedText: {
    id: 'membership.guide.ifFailed.text',
    defaultMessage: 'Data that isn’t converted yet is safe on Microsoft’s key. Run this step again to resume. Don’t revert.',
  },
  ifWarning: { id: 'membership.guide.ifWarning.heading', defaultMessage: 'If it says Warning' },
  ifWarningText: {
    id: 'membership.guide.ifWarning.text',
    defaultMessage:
      'The key is in use, but one service, usually Power Automate, is still on Microsoft’s key. The admin center shows which.',
  },
  partLink: { id: 'membership.guide.partLink', defaultMessage: 'Policy and environment' },
})
