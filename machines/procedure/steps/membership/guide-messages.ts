import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'membership.guide.title', defaultMessage: 'Add the environment to the policy' },
  outcome: { id: 'membership.guide.outcome', defaultMessage: 'The environment is in the policy' },
  what: { id: 'membership.guide.what', defaultMessage: 'Add the noted environment to the policy and follow the encryption to its end.' },
  why: {
    id: 'membership.guide.why',
    defaultMessage:
      'From here on Microsoft encrypts the environment’s data with your key. The environment is switched off for part of that time.',
  },
  outage: { id: 'membership.guide.outage', defaultMessage: 'Is there an outage?' },
  outageText: {
    id: 'membership.guide.outage.text',
    defaultMessage:
      'Yes. The environment is disabled while it is added and may come back before the operation has ended. In all it can take up to four days. Plan for users to be out for the whole time.',
  },
  ifItFails: { id: 'membership.guide.ifItFails.heading', defaultMessage: 'What if it fails?' },
  ifItFailsText: {
    id: 'membership.guide.ifItFails.text',
    defaultMessage:
      'Data that is not converted yet stays on the Microsoft-managed key and is safe. Add the environment again: it continues where it stopped. Do not revert.',
  },
  whatChanges: { id: 'membership.guide.whatChanges.heading', defaultMessage: 'What changes with a Managed Environment?' },
  whatChangesText: {
    id: 'membership.guide.whatChanges.text',
    defaultMessage:
      'Every app, flow, bot and site in it then needs a premium or Dynamics 365 license. Copies and restores need the same setting on both sides.',
  },
  howProved: { id: 'membership.guide.howProved.heading', defaultMessage: 'How is success verified?' },
  howProvedText: {
    id: 'membership.guide.howProved.text',
    defaultMessage: 'Not by the operation alone: the step is done when the environment itself says it is linked to this policy.',
  },
  managedEnvironment: { id: 'membership.guide.managedEnvironment.heading', defaultMessage: 'Managed Environment' },
  managedEnvironmentManual1: {
    id: 'membership.guide.managedEnvironment.manual1',
    defaultMessage: 'In the admin center, open Manage, Environments, the environment.',
  },
  managedEnvironmentManual2: {
    id: 'membership.guide.managedEnvironment.manual2',
    defaultMessage: 'Select Enable Managed Environments, then Enable.',
  },
  addEnvironment: { id: 'membership.guide.addEnvironment.heading', defaultMessage: 'Add the environment' },
  addEnvironmentManual1: {
    id: 'membership.guide.addEnvironment.manual1',
    defaultMessage: 'In the admin center, open Security, Data and Privacy, Customer-managed encryption key.',
  },
  addEnvironmentManual2: {
    id: 'membership.guide.addEnvironment.manual2',
    defaultMessage: 'Open the policy, select Edit, then Add environments.',
  },
  addEnvironmentManual3: {
    id: 'membership.guide.addEnvironment.manual3',
    defaultMessage: 'Choose the environment, Continue, Save, Confirm.',
  },
  addEnvironmentManual4: {
    id: 'membership.guide.addEnvironment.manual4',
    defaultMessage: 'Come back here and check again: the wizard follows the operation.',
  },
  doNot: { id: 'membership.guide.doNot.heading', defaultMessage: 'Do not' },
  doNotText: {
    id: 'membership.guide.doNot.text',
    defaultMessage: 'Do not change the key, the vault, its firewall or its access, and do not start another operation on this environment.',
  },
  ifFailed: { id: 'membership.guide.ifFailed.heading', defaultMessage: 'If it says Failed' },
  ifFailedText: {
    id: 'membership.guide.ifFailed.text',
    defaultMessage:
      'Data not yet converted stays on Microsoft’s key and is safe. Run this step again; it continues where it stopped. Do not revert.',
  },
  ifWarning: { id: 'membership.guide.ifWarning.heading', defaultMessage: 'If it says Warning' },
  ifWarningText: {
    id: 'membership.guide.ifWarning.text',
    defaultMessage: 'The key is in use, but one service, usually Power Automate, is still on Microsoft’s key. The admin center names it.',
  },
  partLink: { id: 'membership.guide.partLink', defaultMessage: 'Policy and environment' },
})
