import { defineMessages } from '../../../messages/message.ts'

/** Texts of change. */
export const messages = defineMessages({
  guideTitle: { id: 'change.guide.title', defaultMessage: 'Change to another policy' },
  guideOutcome: { id: 'change.guide.outcome', defaultMessage: 'The environment is on the new policy’s key; keep the old one' },
  guideWhat: {
    id: 'change.guide.what',
    defaultMessage: 'Choose the new policy',
  },
  guideHappens: {
    id: 'change.guide.happens',
    defaultMessage: 'The new policy gets access to the old key. The environment leaves the old policy and joins the new one.',
  },
  guideWhy: {
    id: 'change.guide.why',
    defaultMessage: 'This moves the environment to another key.',
  },
  whyTwoOutages: { id: 'change.guide.whyTwoOutages.heading', defaultMessage: 'Why two outages?' },
  whyTwoOutagesText: {
    id: 'change.guide.whyTwoOutages.text',
    defaultMessage:
      'The environment first returns to the Microsoft-managed key, then moves to the new one, and is disabled each time. Adding takes up to four days; the removal time isn’t documented.',
  },
  whyDoesNewPolicy: { id: 'change.guide.whyDoesNewPolicy.heading', defaultMessage: 'Why does the new policy need the old key?' },
  whyDoesNewPolicyText: {
    id: 'change.guide.whyDoesNewPolicy.text',
    defaultMessage:
      'Earlier backups use the old key. Since 2025, Microsoft’s article asks you to give the new policy access to the old key and key vault too.',
  },
  whereDoesNewPolicy: { id: 'change.guide.whereDoesNewPolicy.heading', defaultMessage: 'Where does the new policy come from?' },
  whereDoesNewPolicyText: {
    id: 'change.guide.whereDoesNewPolicy.text',
    defaultMessage:
      'You created it in step 3 under another name, or manually. It must be an encryption policy in the same geography and in the old policy’s subscription.',
  },
  mayOldKeyDeleted: { id: 'change.guide.mayOldKeyDeleted.heading', defaultMessage: 'Can you delete the old key afterward?' },
  mayOldKeyDeletedText: {
    id: 'change.guide.mayOldKeyDeleted.text',
    defaultMessage: 'Not for 30 days. To restore earlier backups, you need the old key, its key vault, and both policies’ access.',
  },
  letNewPolicyUse: { id: 'change.guide.letNewPolicyUse.heading', defaultMessage: 'Give the new policy access to the old key' },
  letNewPolicyUseClick1: {
    id: 'change.guide.letNewPolicyUse.click1',
    defaultMessage: 'In the Azure portal, go to the old key vault > Access control (IAM) > Add role assignment.',
  },
  letNewPolicyUseClick2: {
    id: 'change.guide.letNewPolicyUse.click2',
    defaultMessage: 'Select Key Vault Crypto Service Encryption User, assign it to the new enterprise policy, and select Review + assign.',
  },
  changePolicy: { id: 'change.guide.changePolicy.heading', defaultMessage: 'Change the policy' },
  changePolicyClick1: {
    id: 'change.guide.changePolicy.click1',
    defaultMessage:
      'In the Power Platform admin center, go to Policies > Enterprise policies > the old policy > Edit policy. Select Remove environment, choose it, then select Continue > Save. Wait until it’s done.',
  },
  changePolicyClick2: {
    id: 'change.guide.changePolicy.click2',
    defaultMessage: 'Go to the new policy > Edit policy. Select Add environments, choose it, then select Continue > Save.',
  },
  changePolicyClick3: {
    id: 'change.guide.changePolicy.click3',
    defaultMessage: 'After each one, come back here and check again. The wizard tracks the operation.',
  },
  doNot: { id: 'change.guide.doNot.heading', defaultMessage: 'What not to do' },
  doNotText: {
    id: 'change.guide.doNot.text',
    defaultMessage: 'Don’t change either key, its key vault, firewall, or access. Don’t start another operation on this environment.',
  },
  rotateInstead: {
    id: 'change.rotateInstead.renewKeyRotateNeeds',
    defaultMessage: 'To renew the key, rotate it: no outage instead of two',
  },
  oldPolicyPinned: {
    id: 'change.rotateInstead.oldPolicyFixedOne',
    defaultMessage: 'The old policy uses a fixed key version, so rotating doesn’t help',
  },
  bothReadable: {
    id: 'change.readable.bothPoliciesTheirVaults',
    defaultMessage: 'Both policies, their key vaults, and their keys are readable',
  },
  bothPolicies: { id: 'change.readable.read', defaultMessage: '{old} {chosen}' },
  policyAndEnvironment: { id: 'change.fits.read', defaultMessage: 'Policy: {kind}, {location}. Environment: {environment}.' },
  notAnEncryptionPolicy: { id: 'change.fits.policyNoEncryptionPolicy', defaultMessage: 'The policy {policy} isn’t an encryption policy' },
  noSystemId: { id: 'change.fits.policyNoSystemId', defaultMessage: 'The policy {policy} has no system ID' },
  anotherGeography: {
    id: 'change.fits.newPolicyAnotherGeography',
    defaultMessage: 'The new policy isn’t in the environment’s geography',
  },
  keyNotRead: { id: 'change.newKey.keyNotRead', defaultMessage: 'The key wasn’t read.' },
  newKeyUnusable: { id: 'change.newKey.newKeyCannotUsed', defaultMessage: 'The new key can’t be used: {lacking}' },
  newKeyEnabled: { id: 'change.newKey.newKeyEnabled', defaultMessage: 'The new key {key} is enabled' },
  newPolicyMayUse: { id: 'change.access.newPolicyMayUse', defaultMessage: 'The new policy can use the keys in {vault}' },
  mayNewPolicyUse: { id: 'change.access.mayNewPolicyUse', defaultMessage: 'Can the new policy use the keys in {vault}?' },
  newPolicyMayNot: { id: 'change.access.newPolicyMayNot', defaultMessage: 'The new policy can’t use the keys in {vault}' },
  environmentSaysLinked: { id: 'change.done.environmentSaysLinked', defaultMessage: 'The environment is linked to {policy}' },
  environmentNotYet: { id: 'change.done.environmentNotYet', defaultMessage: 'The environment isn’t in {policy} yet' },
  environmentStillOldPolicy: { id: 'change.done.environmentStillOldPolicy', defaultMessage: 'The environment is still in the old policy' },
  rotateInsteadWhy: {
    id: 'change.rotateInstead.why',
    defaultMessage: 'Microsoft’s article recommends a new version of the same key over another key wherever possible.',
  },
  rotateInsteadRemedy: {
    id: 'change.rotateInstead.remedy',
    defaultMessage: 'Go back and choose Rotate the key. Continue here only for another key.',
  },
  readableWhy: {
    id: 'change.readable.why',
    defaultMessage: 'The wizard must be able to read both the old and the new policy before you remove the environment.',
  },
  readableRemedy: {
    id: 'change.readable.remedy',
    defaultMessage: 'Ask for Reader on both policies and both key vaults, and for a role that can read their keys, then check again.',
  },
  fitsWhy: { id: 'change.fits.why', defaultMessage: 'You can add an environment only to an encryption policy in its geography.' },
  fitsRemedy: { id: 'change.fits.remedy', defaultMessage: 'Choose another policy, or create one in the environment’s geography.' },
  newKeyWhy: {
    id: 'change.newKey.why',
    defaultMessage:
      'Between the two outages, the environment has no key of yours. Make sure the new key works before you leave the old one.',
  },
  newKeyRemedy: { id: 'change.newKey.remedy', defaultMessage: 'Fix the new key, then check again.' },
  newKeyLastsWhy: {
    id: 'change.newKeyLasts.why',
    defaultMessage:
      'When the key expires, every environment on it goes offline. Encryption can take four days, after a removal of undocumented duration.',
  },
  newKeyLastsRemedy: {
    id: 'change.newKeyLasts.remedy',
    defaultMessage: 'Create a version of the new key with a later expiration date, or with none, then check again.',
  },
  newAccessWhy: {
    id: 'change.newAccess.why',
    defaultMessage: 'If the policy can’t use its key, adding the environment fails after it’s been disabled.',
  },
  newAccessRemedy: {
    id: 'change.newAccess.remedy',
    defaultMessage: 'Assign Key Vault Crypto Service Encryption User on the key vault to the new policy, then check again.',
  },
  oldAccessWhy: {
    id: 'change.oldAccess.why',
    defaultMessage: 'Earlier backups use the old key, so the new policy needs it for restores.',
  },
  oldAccessRemedy: {
    id: 'change.oldAccess.remedy',
    defaultMessage: 'Assign Key Vault Crypto Service Encryption User on the old key vault to the new policy, then check again.',
  },
  oldKeyUsableWhy: {
    id: 'change.oldKeyUsable.why',
    defaultMessage: 'To move data from the old key to another one, the service needs the old key.',
  },
  oldKeyUsableRemedy: { id: 'change.oldKeyUsable.remedy', defaultMessage: 'Restore access to the old key first, then check again.' },
  oldKeyUsable: {
    id: 'change.oldKeyUsable.nothingReadShutsService',
    defaultMessage: 'Nothing found blocks the service from the old key',
  },
  oldKeyUnusable: { id: 'change.oldKeyUsable.serviceCannotUseOld', defaultMessage: 'The service can’t use the old key: {lacking}' },
  mayWhy: {
    id: 'change.may.why',
    defaultMessage: 'Only a Power Platform admin or Dynamics 365 admin with Reader on both policies can change the policy.',
  },
  mayRemedy: {
    id: 'change.may.remedy',
    defaultMessage: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  idleWhy: { id: 'change.idle.why', defaultMessage: 'An environment runs one operation at a time.' },
  idleRemedy: { id: 'change.idle.remedy', defaultMessage: 'Wait until the operation ends, then check again.' },
  doneWhy: {
    id: 'change.done.why',
    defaultMessage: 'The environment is disabled twice: while it leaves the old policy, and while you add it to the new one.',
  },
  doneRemedy: {
    id: 'change.done.remedy',
    defaultMessage: 'Remove the environment from the old policy, add it to the new one, then check again.',
  },
  doneManual1: {
    id: 'change.done.manual1',
    defaultMessage:
      'In the Power Platform admin center, go to Policies > Enterprise policies > the old policy > Edit policy. Select Remove environment, choose it, then select Continue > Save.',
  },
  doneManual2: {
    id: 'change.done.manual2',
    defaultMessage: 'When that’s done, go to the new policy > Edit policy > Add environments. Choose it, then select Continue > Save.',
  },
  keptWhy: {
    id: 'change.kept.why',
    defaultMessage: 'To restore earlier backups, you need the old key, its key vault, and the access for 30 days.',
  },
  keptRemedy: {
    id: 'change.kept.remedy',
    defaultMessage: 'Restore what’s missing: recover the key vault or the key, enable the key, or give the access again.',
  },
  newPolicyFits: { id: 'change.fits.newPolicyFits', defaultMessage: 'The new policy and the environment are both in {geography}' },
  oldKeyVaultAndAccess: { id: 'change.kept.what', defaultMessage: 'the old key, its key vault, and the old policy’s access' },
  guideWhen: {
    id: 'change.guide.when',
    defaultMessage: 'For another key. Rotate instead if you can.',
  },
  guideTakes: {
    id: 'change.guide.takes',
    defaultMessage: 'Two outages, the second up to four days',
  },
})
