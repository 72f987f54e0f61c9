import { defineMessages } from '../../../messages/message.ts'

/** Texts of revert. */
export const messages = defineMessages({
  guideTitle: { id: 'revert.guide.title', defaultMessage: 'Return to the Microsoft-managed key' },
  guideOutcome: { id: 'revert.guide.outcome', defaultMessage: 'The environment is back on the Microsoft-managed key' },
  guideWhat: {
    id: 'revert.guide.what',
    defaultMessage: 'Remove the environment from its policy',
  },
  guideWhy: {
    id: 'revert.guide.why',
    defaultMessage: 'Do this only to stop using your own key. You need it for 30 more days.',
  },
  guideHappens: { id: 'revert.guide.happens', defaultMessage: 'Microsoft manages the key again. The environment is offline until then.' },
  outage: { id: 'revert.guide.outage.heading', defaultMessage: 'Is there an outage?' },
  outageText: {
    id: 'revert.guide.outage.text',
    defaultMessage:
      'Yes. The environment is disabled while you remove it from the policy. The duration isn’t documented. Plan for as long as adding it took, up to four days.',
  },
  rightWayRenewKey: { id: 'revert.guide.rightWayRenewKey.heading', defaultMessage: 'Should you do this to renew a key?' },
  rightWayRenewKeyText: {
    id: 'revert.guide.rightWayRenewKey.text',
    defaultMessage: 'No. A new key version renews the key with no outage. Returning and adding the environment again causes two outages.',
  },
  mayKeyDeletedAfterwards: { id: 'revert.guide.mayKeyDeletedAfterwards.heading', defaultMessage: 'Can you delete the key afterward?' },
  mayKeyDeletedAfterwardsText: {
    id: 'revert.guide.mayKeyDeletedAfterwards.text',
    defaultMessage: 'Not for 30 days. To restore earlier backups, you need the key, the key vault, and the policy’s access.',
  },
  ifAddingFailed: { id: 'revert.guide.ifAddingFailed.heading', defaultMessage: 'What if adding it failed?' },
  ifAddingFailedText: {
    id: 'revert.guide.ifAddingFailed.text',
    defaultMessage:
      'Don’t revert. Add the environment again to resume. Data that isn’t converted yet is safe on the Microsoft-managed key.',
  },
  removeEnvironment: { id: 'revert.guide.removeEnvironment.heading', defaultMessage: 'Remove the environment' },
  removeEnvironmentClick1: {
    id: 'revert.guide.removeEnvironment.click1',
    defaultMessage: 'In the Power Platform admin center, go to Policies > Enterprise policies > the policy > Edit policy.',
  },
  removeEnvironmentClick2: {
    id: 'revert.guide.removeEnvironment.click2',
    defaultMessage: 'Select Remove environment, choose the environment, then select Continue > Save.',
  },
  removeEnvironmentClick3: {
    id: 'revert.guide.removeEnvironment.click3',
    defaultMessage: 'Come back here and check again. The wizard tracks the operation.',
  },
  doNot: { id: 'revert.guide.doNot.heading', defaultMessage: 'What not to do' },
  doNotText: {
    id: 'revert.guide.doNot.text',
    defaultMessage: 'Don’t change the key, the key vault, its firewall, or its access. Don’t start another operation on this environment.',
  },
  environmentNamesNoEncryption: {
    id: 'revert.removed.environmentNamesNoEncryption',
    defaultMessage: 'The environment isn’t in an encryption policy: it’s on the Microsoft-managed key',
  },
  removingEnvironmentDidNot: { id: 'revert.removed.removingEnvironmentDidNot', defaultMessage: 'Removing the environment didn’t finish' },
  environmentEncryptedYourKey: {
    id: 'revert.removed.environmentEncryptedYourKey',
    defaultMessage: 'The environment is encrypted with your key',
  },
  endAndStatus: { id: 'revert.done.endAndStatus', defaultMessage: '{end} {status}' },
  accountCanReadEnvironment: {
    id: 'revert.readable.accountCanReadEnvironment',
    defaultMessage: 'The account can read the environment and the policy',
  },
  policyNoSystemId: { id: 'revert.readable.policyNoSystemId', defaultMessage: 'The policy {policy} has no system ID' },
  readableWhy: {
    id: 'revert.readable.why',
    defaultMessage: 'The account that removes the environment must be able to read both the environment and its policy.',
  },
  readableRemedy: {
    id: 'revert.readable.remedy',
    defaultMessage: 'Ask for Power Platform Administrator and for Reader on the policy, then sign in again.',
  },
  mayRemoveWhy: {
    id: 'revert.mayRemove.why',
    defaultMessage: 'Only a Power Platform admin or Dynamics 365 admin with Reader on the policy can remove an environment from it.',
  },
  mayRemoveRemedy: {
    id: 'revert.mayRemove.remedy',
    defaultMessage: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  idleWhy: { id: 'revert.idle.why', defaultMessage: 'An environment runs one operation at a time.' },
  idleRemedy: { id: 'revert.idle.remedy', defaultMessage: 'Wait until the operation ends, then check again.' },
  keyUsableWhy: {
    id: 'revert.keyUsable.why',
    defaultMessage: 'To read data encrypted with your key, or to move it to another key, the service needs your key.',
  },
  keyUsableRemedy: { id: 'revert.keyUsable.remedy', defaultMessage: 'Restore the key access first, then check again.' },
  keyNotRead: { id: 'revert.keyUsable.keyNotRead', defaultMessage: 'The key wasn’t read.' },
  nothingReadShutsService: {
    id: 'revert.keyUsable.nothingReadShutsService',
    defaultMessage: 'Nothing found blocks the service from the key',
  },
  serviceCannotUseKey: { id: 'revert.keyUsable.serviceCannotUseKey', defaultMessage: 'The service can’t use the key: {lacking}' },
  doneWhy: {
    id: 'revert.done.why',
    defaultMessage:
      'The environment is offline while it returns to the Microsoft-managed key. To renew a key, rotate it instead, with no downtime.',
  },
  doneRemedy: { id: 'revert.done.remedy', defaultMessage: 'Remove the environment from the policy, then check again.' },
  doneManual2: { id: 'revert.done.manual2', defaultMessage: 'Select Remove environment, choose it, then select Continue > Save.' },
  keptWhy: {
    id: 'revert.kept.why',
    defaultMessage: 'To restore earlier backups, you need the old key, its key vault, and the policy’s access for 30 days.',
  },
  keptRemedy: {
    id: 'revert.kept.remedy',
    defaultMessage: 'Restore what’s missing: recover the key vault or the key, enable the key, or give the access again.',
  },
  policyStatusAndManager: { id: 'revert.done.read', defaultMessage: 'Policy {policy}, status {status}. Key managed by: {manager}.' },
  keyVaultAndAccess: { id: 'revert.kept.what', defaultMessage: 'the key, its key vault, and the policy’s access' },
  guideWhen: {
    id: 'revert.guide.when',
    defaultMessage: 'Only to stop using your own key.',
  },
  guideTakes: { id: 'revert.guide.takes', defaultMessage: 'Not documented; adding takes up to four days' },
})
