import { defineMessages } from '../../../messages/message.ts'

/** Texts of revert. */
export const messages = defineMessages({
  guideTitle: { id: 'revert.guide.title', defaultMessage: 'Go back to the Microsoft-managed key' },
  guideOutcome: { id: 'revert.guide.outcome', defaultMessage: 'The environment is back on the Microsoft-managed key' },
  guideWhat: { id: 'revert.guide.what', defaultMessage: 'Remove the environment from its policy and follow the operation to its end.' },
  guideWhy: {
    id: 'revert.guide.why',
    defaultMessage:
      'From then on Microsoft manages the key again. The environment is offline until it is done, and your key is needed for 30 more days.',
  },
  outage: { id: 'revert.guide.outage.heading', defaultMessage: 'Is there an outage?' },
  outageText: {
    id: 'revert.guide.outage.text',
    defaultMessage:
      'Yes. The environment is disabled while it is removed from the policy. No document says how long that takes; plan for as long as adding it took, which can be four days.',
  },
  rightWayRenewKey: { id: 'revert.guide.rightWayRenewKey.heading', defaultMessage: 'Is this the right way to renew a key?' },
  rightWayRenewKeyText: {
    id: 'revert.guide.rightWayRenewKey.text',
    defaultMessage:
      'No. A new version of the key renews it without an outage. Going back and adding the environment again means two outages.',
  },
  mayKeyDeletedAfterwards: { id: 'revert.guide.mayKeyDeletedAfterwards.heading', defaultMessage: 'May the key be deleted afterwards?' },
  mayKeyDeletedAfterwardsText: {
    id: 'revert.guide.mayKeyDeletedAfterwards.text',
    defaultMessage: 'Not for 30 days. Restores of backups from before need the key, the vault and the policy’s access to it.',
  },
  ifAddingFailed: { id: 'revert.guide.ifAddingFailed.heading', defaultMessage: 'What if adding it failed?' },
  ifAddingFailedText: {
    id: 'revert.guide.ifAddingFailed.text',
    defaultMessage:
      'Do not go back because of a failed addition. Add the environment again: it continues where it stopped, and what is not converted is safe on the Microsoft-managed key.',
  },
  removeEnvironment: { id: 'revert.guide.removeEnvironment.heading', defaultMessage: 'Remove the environment' },
  removeEnvironmentClick1: {
    id: 'revert.guide.removeEnvironment.click1',
    defaultMessage: 'In the admin center, open Policies, Enterprise policies, the policy, Edit policy.',
  },
  removeEnvironmentClick2: {
    id: 'revert.guide.removeEnvironment.click2',
    defaultMessage: 'Select Remove environment, choose the environment, Continue, Save.',
  },
  removeEnvironmentClick3: {
    id: 'revert.guide.removeEnvironment.click3',
    defaultMessage: 'Come back here and check again: the wizard follows the operation.',
  },
  doNot: { id: 'revert.guide.doNot.heading', defaultMessage: 'Do not' },
  doNotText: {
    id: 'revert.guide.doNot.text',
    defaultMessage: 'Do not change the key, the vault, its firewall or its access, and do not start another operation on this environment.',
  },
  environmentNamesNoEncryption: {
    id: 'revert.removed.environmentNamesNoEncryption',
    defaultMessage: 'The environment names no encryption policy: it is on the Microsoft-managed key',
  },
  removingEnvironmentDidNot: { id: 'revert.removed.removingEnvironmentDidNot', defaultMessage: 'Removing the environment did not finish' },
  environmentEncryptedYourKey: {
    id: 'revert.removed.environmentEncryptedYourKey',
    defaultMessage: 'The environment is encrypted with your key',
  },
  endAndStatus: { id: 'revert.done.endAndStatus', defaultMessage: '{end} {status}' },
  accountCanReadEnvironment: {
    id: 'revert.readable.accountCanReadEnvironment',
    defaultMessage: 'The account can read the environment and the policy',
  },
  policyNoSystemId: { id: 'revert.readable.policyNoSystemId', defaultMessage: 'The policy {policy} has no system id' },
  readableWhy: {
    id: 'revert.readable.why',
    defaultMessage: 'Both the environment and its policy must be readable by the account that removes the one from the other.',
  },
  readableRemedy: {
    id: 'revert.readable.remedy',
    defaultMessage: 'Ask for Power Platform administrator, and for Reader on the policy, then sign in again.',
  },
  mayRemoveWhy: {
    id: 'revert.mayRemove.why',
    defaultMessage:
      'Only a Power Platform administrator or a Dynamics 365 administrator with Reader on the policy can remove an environment from it.',
  },
  mayRemoveRemedy: {
    id: 'revert.mayRemove.remedy',
    defaultMessage: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
  },
  idleWhy: { id: 'revert.idle.why', defaultMessage: 'An environment runs one operation at a time.' },
  idleRemedy: { id: 'revert.idle.remedy', defaultMessage: 'Wait until it has ended, then check again.' },
  keyUsableWhy: {
    id: 'revert.keyUsable.why',
    defaultMessage: 'What is encrypted with your key can only be read, and put on another key, with your key.',
  },
  keyUsableRemedy: { id: 'revert.keyUsable.remedy', defaultMessage: 'Restore the access to the key first, then check again.' },
  keyNotRead: { id: 'revert.keyUsable.keyNotRead', defaultMessage: 'The key was not read.' },
  nothingReadShutsService: {
    id: 'revert.keyUsable.nothingReadShutsService',
    defaultMessage: 'Nothing that was read shuts the service out of the key',
  },
  serviceCannotUseKey: { id: 'revert.keyUsable.serviceCannotUseKey', defaultMessage: 'The service cannot use the key: {lacking}' },
  doneWhy: {
    id: 'revert.done.why',
    defaultMessage:
      'The environment is offline while it goes back to the Microsoft-managed key. To renew a key, rotate it instead: that causes no downtime.',
  },
  doneRemedy: { id: 'revert.done.remedy', defaultMessage: 'Remove the environment from the policy, then check again.' },
  doneManual2: { id: 'revert.done.manual2', defaultMessage: 'Select Remove environment, choose it, Continue, Save.' },
  keptWhy: {
    id: 'revert.kept.why',
    defaultMessage: 'Restores of backups from before need the old key, its vault and the policy’s access to it for 30 days.',
  },
  keptRemedy: {
    id: 'revert.kept.remedy',
    defaultMessage: 'Bring back what is missing: recover the vault or the key from soft delete, enable the key, give the access again.',
  },
  policyStatusAndManager: { id: 'revert.done.read', defaultMessage: 'Policy {policy}, status {status}. Key managed by: {manager}.' },
  keyVaultAndAccess: { id: 'revert.kept.what', defaultMessage: 'the key, its vault and the policy’s access' },
  guideWhen: {
    id: 'revert.guide.when',
    defaultMessage: 'Only to give up customer-managed keys for this environment. Not to renew a key, and not after a failed addition.',
  },
  guideTakes: { id: 'revert.guide.takes', defaultMessage: 'No document says; adding takes up to four days' },
})
