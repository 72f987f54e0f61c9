import { defineMessages } from '../../../messages/message.ts'

/** Texts of change. */
export const messages = defineMessages({
  guideTitle: { id: 'change.guide.title', defaultMessage: 'Change to another policy' },
  guideOutcome: { id: 'change.guide.outcome', defaultMessage: 'The environment is on the key of the new policy; keep the old one' },
  guideWhat: {
    id: 'change.guide.what',
    defaultMessage: 'Let the new policy use the old key too, remove the environment from the old policy, and add it to the new one.',
  },
  guideWhy: {
    id: 'change.guide.why',
    defaultMessage:
      'This moves the environment to another key, with two outages. To renew the key, rotate it instead: that causes no downtime.',
  },
  whyTwoOutages: { id: 'change.guide.whyTwoOutages.heading', defaultMessage: 'Why two outages?' },
  whyTwoOutagesText: {
    id: 'change.guide.whyTwoOutages.text',
    defaultMessage:
      'The environment first goes back to the Microsoft-managed key and then to the new one. It is switched off each time, for up to four days for the addition; for the removal no document gives a time.',
  },
  whyDoesNewPolicy: { id: 'change.guide.whyDoesNewPolicy.heading', defaultMessage: 'Why does the new policy need the old key?' },
  whyDoesNewPolicyText: {
    id: 'change.guide.whyDoesNewPolicy.text',
    defaultMessage:
      'Backups from before were made under the old key. Since 2025 Microsoft’s article asks to give the new policy access to the old key and vault as well.',
  },
  whereDoesNewPolicy: { id: 'change.guide.whereDoesNewPolicy.heading', defaultMessage: 'Where does the new policy come from?' },
  whereDoesNewPolicyText: {
    id: 'change.guide.whereDoesNewPolicy.text',
    defaultMessage:
      'It exists already: created here in step 3 under another name, or manually. It must be an encryption policy of the same geography, in the subscription of the old one.',
  },
  mayOldKeyDeleted: { id: 'change.guide.mayOldKeyDeleted.heading', defaultMessage: 'May the old key be deleted afterwards?' },
  mayOldKeyDeletedText: {
    id: 'change.guide.mayOldKeyDeleted.text',
    defaultMessage: 'Not for 30 days. Restores of backups from before need the old key, its vault and the access of both policies.',
  },
  letNewPolicyUse: { id: 'change.guide.letNewPolicyUse.heading', defaultMessage: 'Let the new policy use the old key' },
  letNewPolicyUseClick1: {
    id: 'change.guide.letNewPolicyUse.click1',
    defaultMessage: 'In the Azure portal, open the old vault, Access control (IAM), Add role assignment.',
  },
  letNewPolicyUseClick2: {
    id: 'change.guide.letNewPolicyUse.click2',
    defaultMessage: 'Select Key Vault Crypto Service Encryption User, assign it to the new enterprise policy, review and assign.',
  },
  changePolicy: { id: 'change.guide.changePolicy.heading', defaultMessage: 'Change the policy' },
  changePolicyClick1: {
    id: 'change.guide.changePolicy.click1',
    defaultMessage:
      'In the admin center, open Policies, Enterprise policies, the old policy, Edit policy. Select Remove environment, choose it, Continue, Save. Wait until it has ended.',
  },
  changePolicyClick2: {
    id: 'change.guide.changePolicy.click2',
    defaultMessage: 'Open the new policy, Edit policy. Select Add environments, choose it, Continue, Save.',
  },
  changePolicyClick3: {
    id: 'change.guide.changePolicy.click3',
    defaultMessage: 'Come back here and check again after each: the wizard follows the operation.',
  },
  doNot: { id: 'change.guide.doNot.heading', defaultMessage: 'Do not' },
  doNotText: {
    id: 'change.guide.doNot.text',
    defaultMessage: 'Do not change either key, vault, firewall or access, and do not start another operation on this environment.',
  },
  rotateInstead: {
    id: 'change.rotateInstead.renewKeyRotateNeeds',
    defaultMessage: 'To renew the key, rotate it: that needs no outage, a change of policy needs two',
  },
  oldPolicyPinned: {
    id: 'change.rotateInstead.oldPolicyFixedOne',
    defaultMessage: 'The old policy is fixed on one version of its key, so that rotating would not help',
  },
  bothReadable: { id: 'change.readable.bothPoliciesTheirVaults', defaultMessage: 'Both policies, their vaults and their keys can be read' },
  bothPolicies: { id: 'change.readable.read', defaultMessage: '{old} {chosen}' },
  policyAndEnvironment: { id: 'change.fits.read', defaultMessage: 'Policy: {kind}, {location}. Environment: {environment}.' },
  notAnEncryptionPolicy: { id: 'change.fits.policyNoEncryptionPolicy', defaultMessage: 'The policy {policy} is no encryption policy' },
  noSystemId: { id: 'change.fits.policyNoSystemId', defaultMessage: 'The policy {policy} has no system id' },
  anotherGeography: {
    id: 'change.fits.newPolicyAnotherGeography',
    defaultMessage: 'The new policy is in another geography than the environment',
  },
  keyNotRead: { id: 'change.newKey.keyNotRead', defaultMessage: 'The key was not read.' },
  newKeyUnusable: { id: 'change.newKey.newKeyCannotUsed', defaultMessage: 'The new key cannot be used: {lacking}' },
  newKeyEnabled: { id: 'change.newKey.newKeyEnabled', defaultMessage: 'The new key {key} is enabled' },
  newPolicyMayUse: { id: 'change.access.newPolicyMayUse', defaultMessage: 'The new policy may use the keys in {vault}' },
  mayNewPolicyUse: { id: 'change.access.mayNewPolicyUse', defaultMessage: 'May the new policy use the keys in {vault}?' },
  newPolicyMayNot: { id: 'change.access.newPolicyMayNot', defaultMessage: 'The new policy may not use the keys in {vault}' },
  environmentSaysLinked: { id: 'change.done.environmentSaysLinked', defaultMessage: 'The environment says it is linked to {policy}' },
  environmentNotYet: { id: 'change.done.environmentNotYet', defaultMessage: 'The environment is not in {policy} yet' },
  environmentStillOldPolicy: { id: 'change.done.environmentStillOldPolicy', defaultMessage: 'The environment is still in the old policy' },
  rotateInsteadWhy: {
    id: 'change.rotateInstead.why',
    defaultMessage: 'Microsoft’s article recommends a new version of the same key over another key wherever that is enough.',
  },
  rotateInsteadRemedy: {
    id: 'change.rotateInstead.remedy',
    defaultMessage: 'Go back and choose Rotate the key. Go on here only for another key.',
  },
  readableWhy: {
    id: 'change.readable.why',
    defaultMessage: 'What is left and what follows must both be seen, before the environment is taken out of anything.',
  },
  readableRemedy: {
    id: 'change.readable.remedy',
    defaultMessage: 'Ask for Reader on both policies and both vaults, and for a role that reads their keys, then check again.',
  },
  fitsWhy: { id: 'change.fits.why', defaultMessage: 'An environment can only be added to an encryption policy of its own geography.' },
  fitsRemedy: { id: 'change.fits.remedy', defaultMessage: 'Choose another policy, or make one in the environment’s geography.' },
  newKeyWhy: {
    id: 'change.newKey.why',
    defaultMessage: 'Between the two outages the environment has no key of yours: the new one must be in order before the old one is left.',
  },
  newKeyRemedy: { id: 'change.newKey.remedy', defaultMessage: 'Put the new key in order, then check again.' },
  newKeyLastsWhy: {
    id: 'change.newKeyLasts.why',
    defaultMessage:
      'When the key expires, every environment on it goes offline. An encryption can take four days, after a removal for which no document gives a time.',
  },
  newKeyLastsRemedy: {
    id: 'change.newKeyLasts.remedy',
    defaultMessage: 'Create a new version of the new key with a later expiry date, or with none, then check again.',
  },
  newAccessWhy: {
    id: 'change.newAccess.why',
    defaultMessage: 'The addition fails for a policy that may not use its key, after the environment has been switched off.',
  },
  newAccessRemedy: {
    id: 'change.newAccess.remedy',
    defaultMessage: 'Give the new policy Key Vault Crypto Service Encryption User on the vault, then check again.',
  },
  oldAccessWhy: {
    id: 'change.oldAccess.why',
    defaultMessage: 'Backups from before are under the old key: the new policy needs it for restores.',
  },
  oldAccessRemedy: {
    id: 'change.oldAccess.remedy',
    defaultMessage: 'Give the new policy Key Vault Crypto Service Encryption User on the old vault, then check again.',
  },
  oldKeyUsableWhy: {
    id: 'change.oldKeyUsable.why',
    defaultMessage: 'What is encrypted with the old key can only be put on another one with the old key.',
  },
  oldKeyUsableRemedy: { id: 'change.oldKeyUsable.remedy', defaultMessage: 'Restore the access to the old key first, then check again.' },
  oldKeyUsable: {
    id: 'change.oldKeyUsable.nothingReadShutsService',
    defaultMessage: 'Nothing that was read shuts the service out of the old key',
  },
  oldKeyUnusable: { id: 'change.oldKeyUsable.serviceCannotUseOld', defaultMessage: 'The service cannot use the old key: {lacking}' },
  mayWhy: {
    id: 'change.may.why',
    defaultMessage:
      'Only a Power Platform administrator or a Dynamics 365 administrator with Reader on both policies can change from one to the other.',
  },
  mayRemedy: {
    id: 'change.may.remedy',
    defaultMessage: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
  },
  idleWhy: { id: 'change.idle.why', defaultMessage: 'An environment runs one operation at a time.' },
  idleRemedy: { id: 'change.idle.remedy', defaultMessage: 'Wait until it has ended, then check again.' },
  doneWhy: {
    id: 'change.done.why',
    defaultMessage: 'The environment is switched off twice: while it leaves the old policy, and while it is added to the new one.',
  },
  doneRemedy: {
    id: 'change.done.remedy',
    defaultMessage: 'Remove the environment from the old policy, add it to the new one, then check again.',
  },
  doneManual1: {
    id: 'change.done.manual1',
    defaultMessage:
      'In the admin center, open Policies, Enterprise policies, the old policy, Edit policy. Select Remove environment, choose it, Continue, Save.',
  },
  doneManual2: {
    id: 'change.done.manual2',
    defaultMessage: 'When that has ended, open the new policy, Edit policy, Add environments, choose it, Continue, Save.',
  },
  keptWhy: {
    id: 'change.kept.why',
    defaultMessage: 'Restores of backups from before need the old key, its vault and the access to it for 30 days.',
  },
  keptRemedy: {
    id: 'change.kept.remedy',
    defaultMessage: 'Bring back what is missing: recover the vault or the key from soft delete, enable the key, give the access again.',
  },
  newPolicyFits: { id: 'change.fits.newPolicyFits', defaultMessage: 'The new policy is in {geography}, as the environment is' },
  oldKeyVaultAndAccess: { id: 'change.kept.what', defaultMessage: 'the old key, its vault and the old policy’s access' },
  guideWhen: {
    id: 'change.guide.when',
    defaultMessage:
      'Only for another key: the old one may not be used any more, or the policy is fixed on one version. Rotate wherever that is enough.',
  },
  guideTakes: { id: 'change.guide.takes', defaultMessage: 'Two outages: out of the old policy, and up to four days into the new one' },
})
