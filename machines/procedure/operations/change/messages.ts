import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('change', {
  guide: {
    title: 'Change to another policy',
    outcome: 'The environment is on the new policy’s key; keep the old one',
    what: 'Choose the new policy',
    happens: 'The new policy gets access to the old key, then the environment moves to it.',
    why: 'This moves the environment to another key.',
    whyTwoOutages: {
      heading: 'Why two outages?',
      text: 'The environment first returns to the Microsoft-managed key, then moves to the new one, and is disabled each time. Adding takes up to four days; the removal time isn’t documented.',
    },
    whyNotOneCall: {
      heading: 'Why not in one call?',
      text: 'Microsoft’s script swaps policies in one call; its article removes the environment, then adds it. The wizard follows the article, which says what happens. Whether a swap has one outage, two, or none isn’t documented.',
    },
    whyDoesNewPolicy: {
      heading: 'Why does the new policy need the old key?',
      text: 'Earlier backups use the old key. Since 2025, Microsoft’s article asks you to give the new policy access to the old key and key vault too.',
    },
    whereDoesNewPolicy: {
      heading: 'Where does the new policy come from?',
      text: 'You created it in step 3 under another name, or manually. It must be an encryption policy in the same geography. The wizard offers those in the old policy’s subscription. Other environments stay on the old key until moved.',
    },
    mayOldKeyDeleted: {
      heading: 'Can you delete the old key afterward?',
      text: 'Not for 30 days. To restore earlier backups, you need the old key, its key vault, and both policies’ access.',
    },
    letNewPolicyUse: {
      heading: 'Give the new policy access to the old key',
      click1: 'In the Azure portal, go to the old key vault > Access control (IAM) > Add role assignment.',
      click2: 'Select Key Vault Crypto Service Encryption User, assign it to the new enterprise policy, and select Review + assign.',
    },
    changePolicy: {
      heading: 'Change the policy',
      click1:
        'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key (classic: Policies > Enterprise policies) > the old policy > Edit policy. Select Remove environment, choose it, then select Continue > Save. Wait until it’s done.',
      click2: 'Go to the new policy > Edit policy. Select Add environments, choose it, then select Continue > Save.',
      click3: 'After each one, come back here and check again. The wizard tracks the operation.',
    },
    doNot: {
      heading: 'Leave both keys alone',
      text: 'Don’t change either key, its key store, firewall, or access. Don’t start another operation on this environment.',
    },
    takes: 'Two outages, the second up to four days',
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
    defaultMessage: 'Both policies, their key stores, and their keys are readable',
  },
  readable: {
    read: '{old} {chosen}',
    why: 'The wizard must be able to read both the old and the new policy before you remove the environment.',
    remedy: 'Ask for Reader on both policies and both key stores, and for a role that can read their keys, then check again.',
  },
  policyAndEnvironment: { id: 'change.fits.read', defaultMessage: 'Policy: {kind}, {location}. Environment: {environment}.' },
  notAnEncryptionPolicy: { id: 'change.fits.policyNoEncryptionPolicy', defaultMessage: 'The policy {policy} isn’t an encryption policy' },
  noSystemId: { id: 'change.fits.policyNoSystemId', defaultMessage: 'The policy {policy} has no system ID' },
  anotherGeography: {
    id: 'change.fits.newPolicyAnotherGeography',
    defaultMessage: 'The new policy isn’t in the environment’s geography',
  },
  newKey: {
    newKeyEnabled: 'The new key {key} is enabled',
    why: 'Between the two outages, the environment has no key of yours. Make sure the new key works before you leave the old one.',
    remedy: 'Fix the new key, then check again.',
  },
  newKeyUnusable: { id: 'change.newKey.newKeyCannotUsed', defaultMessage: 'The new key can’t be used: {lacking}' },
  access: {
    newPolicyMayUse: 'The new policy can use the keys in {vault}',
    mayNewPolicyUse: 'Can the new policy use the keys in {vault}?',
    newPolicyMayNot: 'The new policy can’t use the keys in {vault}',
  },
  done: {
    environmentSaysLinked: 'The environment is linked to {policy}',
    environmentNotYet: 'The environment isn’t in {policy} yet',
    environmentStillOldPolicy: 'The environment is still in the old policy',
    why: 'The environment is disabled twice: while it leaves the old policy, and while you add it to the new one.',
    remedy: 'Remove the environment from the old policy, add it to the new one, then check again.',
    manual1:
      'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key (classic: Policies > Enterprise policies) > the old policy > Edit policy. Select Remove environment, choose it, then select Continue > Save.',
    manual2: 'When that’s done, go to the new policy > Edit policy > Add environments. Choose it, then select Continue > Save.',
  },
  rotateInsteadWhy: {
    id: 'change.rotateInstead.why',
    defaultMessage: 'To rotate a key, Microsoft’s article recommends a new version of the same key or a rotation policy.',
  },
  rotateInsteadRemedy: {
    id: 'change.rotateInstead.remedy',
    defaultMessage: 'Go back and choose Rotate the key. Continue here only for another key.',
  },
  fitsWhy: { id: 'change.fits.why', defaultMessage: 'You can add an environment only to an encryption policy in its geography.' },
  fitsRemedy: { id: 'change.fits.remedy', defaultMessage: 'Choose another policy, or create one in the environment’s geography.' },
  newKeyLasts: {
    why: 'When the key expires, every environment on it goes offline. Encryption can take four days, after a removal of undocumented duration.',
    remedy: 'Create a version of the new key with a later expiration date, or with none, then check again.',
  },
  newAccess: {
    why: 'If the policy can’t use its key, adding the environment fails after it’s been disabled.',
    remedy: 'Assign Key Vault Crypto Service Encryption User on the key vault to the new policy, then check again.',
  },
  oldAccess: {
    why: 'Earlier backups use the old key, so the new policy needs it for restores.',
    remedy: 'Assign Key Vault Crypto Service Encryption User on the old key vault to the new policy, then check again.',
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
  may: {
    why: 'Only a Power Platform admin or Dynamics 365 admin can change the policy: adding needs Reader on the new one, and the wizard needs Reader to read both.',
    remedy: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  idleWhy: { id: 'change.idle.why', defaultMessage: 'An environment runs one operation at a time.' },
  idleRemedy: { id: 'change.idle.remedy', defaultMessage: 'Wait until the operation ends, then check again.' },
  kept: {
    why: 'To restore earlier backups, you need the old key, its key store, and the access for 30 days.',
    remedy: 'Restore what’s missing: recover the key store or the key, enable the key, or give the access again.',
    what: 'the old key, its key store, and the old policy’s access',
  },
  newPolicyFits: { id: 'change.fits.newPolicyFits', defaultMessage: 'The new policy and the environment are both in {geography}' },
})
