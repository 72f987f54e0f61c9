import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('practice', {
  cloud: { id: 'practice.cloud', defaultMessage: 'Practice (simulated)', description: 'In place of the name of a cloud' },
  recording: 'Recorded tenant',
  recordingStory: 'The answers of a tenant as they were recorded. Names and IDs are pseudonyms. Nothing can be changed in it.',
  readyToEnableTitle: { id: 'scenario.readyToEnable.title', defaultMessage: 'Ready to enable' },
  readyToEnableStory: {
    id: 'scenario.readyToEnable.story',
    defaultMessage:
      'A managed production environment linked from Lifecycle Services and an empty subscription. Everything is created, and it ends encrypted.',
  },
  integrationMissingTitle: { id: 'scenario.integrationMissing.title', defaultMessage: 'Integration missing' },
  integrationMissingStory: {
    id: 'scenario.integrationMissing.story',
    defaultMessage: 'The initial environment, without Dataverse, because the Power Platform integration isn’t enabled. It stops at step 1.',
  },
  encryptedBeforeIntegrationTitle: { id: 'scenario.encryptedBeforeIntegration.title', defaultMessage: 'Encrypted before the integration' },
  encryptedBeforeIntegrationStory: {
    id: 'scenario.encryptedBeforeIntegration.story',
    defaultMessage:
      'A customer-managed key is already on a Dataverse environment, but finance and operations isn’t linked to it yet. Microsoft doesn’t support this order.',
  },
  vaultWithoutPurgeProtectionTitle: {
    id: 'scenario.vaultWithoutPurgeProtection.title',
    defaultMessage: 'Key vault without purge protection',
  },
  vaultWithoutPurgeProtectionStory: {
    id: 'scenario.vaultWithoutPurgeProtection.story',
    defaultMessage: 'The key vault exists but can be purged. Purge protection is permanent, so it’s turned on only if you ask.',
  },
  privateVaultTitle: { id: 'scenario.privateVault.title', defaultMessage: 'Private key vault' },
  privateVaultStory: {
    id: 'scenario.privateVault.story',
    defaultMessage:
      'The key vault is closed to the internet, so this computer can’t see its keys. They’re read and created through Azure Resource Manager. It ends encrypted.',
  },
  importedKeyTitle: { id: 'scenario.importedKey.title', defaultMessage: 'Key imported from an HSM' },
  importedKeyStory: {
    id: 'scenario.importedKey.story',
    defaultMessage:
      'The key comes from the company’s own HSM and isn’t there yet. Step 3 shows how to import it. A colleague does within an hour: skip it, then check again. It ends encrypted.',
  },
  earlierKeyTitle: { id: 'scenario.earlierKey.title', defaultMessage: 'Earlier self-managed key (BYOK)' },
  earlierKeyStory: {
    id: 'scenario.earlierKey.story',
    defaultMessage:
      'It still has the earlier self-managed key; Microsoft announced its end for January 6, 2026. It becomes Managed and joins a policy, with a short downtime. Microsoft keeps the earlier key for at least 28 days. It ends encrypted.',
  },
  keyExpiresTooSoonTitle: { id: 'scenario.keyExpiresTooSoon.title', defaultMessage: 'Key expires in three days' },
  keyExpiresTooSoonStory: {
    id: 'scenario.keyExpiresTooSoon.story',
    defaultMessage: 'Everything exists, but the key expires before an encryption of up to four days can end. The environment isn’t added.',
  },
  keyExpiresSoonTitle: { id: 'scenario.keyExpiresSoon.title', defaultMessage: 'Key expires in twenty days' },
  keyExpiresSoonStory: {
    id: 'scenario.keyExpiresSoon.story',
    defaultMessage: 'The key outlasts the encryption, but not by much. You confirm its expiration date before the environment is added.',
  },
  notManagedTitle: { id: 'scenario.notManaged.title', defaultMessage: 'Not a Managed Environment' },
  notManagedStory: {
    id: 'scenario.notManaged.story',
    defaultMessage: 'Like Ready to enable, but the environment isn’t managed. The wizard enables Managed Environments first.',
  },
  wrongRegionTitle: { id: 'scenario.wrongRegion.title', defaultMessage: 'Policy in another geography' },
  wrongRegionStory: {
    id: 'scenario.wrongRegion.story',
    defaultMessage:
      'Everything exists, but the policy is in Europe and the environment in the United States. If you choose that policy, it’s refused, and a new one is suggested.',
  },
  noReaderTitle: { id: 'scenario.noReader.title', defaultMessage: 'No Reader on the policy' },
  noReaderStory: {
    id: 'scenario.noReader.story',
    defaultMessage:
      'Grace should add the environment but can’t read the policy. Ada is only a Contributor here and can’t assign her the role.',
  },
  partnerByDelegationTitle: { id: 'scenario.partnerByDelegation.title', defaultMessage: 'Partner with delegated admin privileges' },
  partnerByDelegationStory: {
    id: 'scenario.partnerByDelegation.story',
    defaultMessage:
      'Petra works for a partner (GDAP). She can do everything here, but she has no user object that can get a role. She names Ada, and it ends encrypted. Her partner relationship ends in 20 days.',
  },
  busyEnvironmentTitle: { id: 'scenario.busyEnvironment.title', defaultMessage: 'Busy environment' },
  busyEnvironmentStory: {
    id: 'scenario.busyEnvironment.story',
    defaultMessage: 'A backup runs in the environment for another 40 minutes. Nothing else can start until then.',
  },
  throttledTitle: { id: 'scenario.throttled.title', defaultMessage: 'Throttled services' },
  throttledStory: {
    id: 'scenario.throttled.story',
    defaultMessage: 'Like Ready to enable, but the services throttle every few calls. It’s slower but still ends encrypted.',
  },
  secondFactorTitle: { id: 'scenario.secondFactor.title', defaultMessage: 'Azure asks for a second factor for changes' },
  secondFactorStory: {
    id: 'scenario.secondFactor.story',
    defaultMessage:
      'The sign-in has no multifactor authentication. Azure lets it read, and refuses the first change. You confirm once, and the plan continues. It ends encrypted.',
  },
  linkFailsTitle: { id: 'scenario.linkFails.title', defaultMessage: 'Adding the environment fails once' },
  linkFailsStory: {
    id: 'scenario.linkFails.story',
    defaultMessage:
      'The first attempt to add the environment fails after hours, without a reason. Nothing is lost, and a second attempt succeeds.',
  },
  alreadyEncryptedTitle: { id: 'scenario.alreadyEncrypted.title', defaultMessage: 'Already encrypted' },
  alreadyEncryptedStory: {
    id: 'scenario.alreadyEncrypted.story',
    defaultMessage: 'Everything is already done. Every step is verified, and nothing is written.',
  },
  anotherPolicyTitle: { id: 'scenario.anotherPolicy.title', defaultMessage: 'Another policy to change to' },
  anotherPolicyStory: {
    id: 'scenario.anotherPolicy.story',
    defaultMessage:
      'Encrypted, with a second policy and its own key ready. Change the policy, rotate the key, or go back to the Microsoft-managed key.',
  },
  landscapeTitle: { id: 'scenario.landscape.title', defaultMessage: 'Six environments' },
  landscapeStory: {
    id: 'scenario.landscape.story',
    defaultMessage:
      'Production, three sandboxes, a copy of production, and a sandbox in another policy. One sandbox goes first. Then you add the others to the same policy.',
  },
  policyOutOfReachTitle: { id: 'scenario.policyOutOfReach.title', defaultMessage: 'A policy you can’t see' },
  policyOutOfReachStory: {
    id: 'scenario.policyOutOfReach.story',
    defaultMessage:
      'The environment is already in a policy in the security team’s subscription, where Ada has no role. Steps 1 and 2 say so. She hands over step 3, or asks for a role.',
  },
  managedHsmTitle: { id: 'scenario.managedHsm.title', defaultMessage: 'Key in a Managed HSM' },
  managedHsmStory: {
    id: 'scenario.managedHsm.story',
    defaultMessage:
      'The company keeps its keys in a Managed HSM, which is activated. You confirm what Microsoft’s articles leave open. It ends encrypted.',
  },
  managedHsmNotActivatedTitle: { id: 'scenario.managedHsmNotActivated.title', defaultMessage: 'Managed HSM not activated' },
  managedHsmNotActivatedStory: {
    id: 'scenario.managedHsmNotActivated.story',
    defaultMessage:
      'No one has downloaded the security domain of the Managed HSM, so it takes no keys and gives no roles. Nothing is written.',
  },
  policyRecreatedTitle: { id: 'scenario.policyRecreated.title', defaultMessage: 'Policy recreated under the same name' },
  policyRecreatedStory: {
    id: 'scenario.policyRecreated.story',
    defaultMessage:
      'Someone deleted the policy and created it again with the same name. The environment is still in the deleted one. Nothing is written; you ask Microsoft support.',
  },
  vaultFirewallTitle: { id: 'scenario.vaultFirewall.title', defaultMessage: 'Key vault behind a firewall' },
  vaultFirewallStory: {
    id: 'scenario.vaultFirewall.story',
    defaultMessage:
      'The key vault’s firewall is on and lets no Microsoft services in. Without them nothing can be encrypted. It stops at step 3.',
  },
  powerPlatformHalfTitle: { id: 'scenario.powerPlatformHalf.title', defaultMessage: 'Two people: Power Platform administrator' },
  powerPlatformHalfStory: {
    id: 'scenario.powerPlatformHalf.story',
    defaultMessage:
      'This account has no rights in Azure. A colleague owns the key vault. It stops at step 3, which is handed over as a file.',
  },
  vaultHalfTitle: { id: 'scenario.vaultHalf.title', defaultMessage: 'Two people: key vault administrator' },
  vaultHalfStory: {
    id: 'scenario.vaultHalf.story',
    defaultMessage:
      'This account can do everything in Azure, and sees no environment. It stops at step 1, until the colleague’s file says what is verified.',
  },
  readerOnlyTitle: { id: 'scenario.readerOnly.title', defaultMessage: 'Reader of the subscription' },
  readerOnlyStory: {
    id: 'scenario.readerOnly.story',
    defaultMessage:
      'Key vault, key, and policy are in place, and this account can read them. It can change nothing in Azure, and doesn’t have to.',
  },
  rightsByGroupTitle: { id: 'scenario.rightsByGroup.title', defaultMessage: 'Rights by a group' },
  rightsByGroupStory: {
    id: 'scenario.rightsByGroup.story',
    defaultMessage: 'All rights in Azure come from a security group. The account itself has none. It ends encrypted.',
  },
  existingLinkTitle: { id: 'scenario.existingLink.title', defaultMessage: 'Already in another policy' },
  existingLinkStory: {
    id: 'scenario.existingLink.story',
    defaultMessage:
      'The environment is already encrypted, by another policy than the one that’s chosen. It stops at step 4: changing the policy is an operation.',
  },
  lockedTitle: { id: 'scenario.locked.title', defaultMessage: 'Locked: key access lost' },
  lockedStory: {
    id: 'scenario.locked.story',
    defaultMessage:
      'The policy lost its access to the key, and the environment is offline for everyone. You restore the access, and a colleague re-enables the environment.',
  },
  inAnHour: { id: 'scenario.lock.inAnHour', defaultMessage: 'In an hour: {what}', description: 'what: for example “The key is disabled”' },
  lockStory: {
    id: 'scenario.lock.story',
    defaultMessage:
      'Encrypted at first. Skip an hour, and the environment is locked. Manage says why. A colleague follows the way back by the next day.',
  },
  lockAccessRemovedStory: {
    id: 'scenario.lock.accessRemovedStory',
    defaultMessage: 'Encrypted at first. Skip an hour, and the environment is locked. Manage says why, and you restore the access.',
  },
  lockVaultDeletedStory: {
    id: 'scenario.lock.vaultDeletedStory',
    defaultMessage:
      'Encrypted at first. Skip an hour, and the environment is locked. A colleague recovers the key vault by the next day, and you restore the policy’s access to it.',
  },
  lockPolicyDeletedStory: {
    id: 'scenario.lock.policyDeletedStory',
    defaultMessage:
      'Encrypted at first. Skip an hour, and the environment is locked. Microsoft’s documents disagree on whether this can happen. No document shows a way back; ask Microsoft Support.',
  },
  lockKeyExpiredStory: {
    id: 'scenario.lock.keyExpiredStory',
    defaultMessage:
      'Encrypted at first. Skip an hour, and the key has an expiration date an hour away. Skip another, and the environment is locked. A colleague removes the date by the next day.',
  },
  unifiedEnvironmentTitle: { id: 'scenario.unifiedEnvironment.title', defaultMessage: 'Unified environment' },
  unifiedEnvironmentStory: {
    id: 'scenario.unifiedEnvironment.story',
    defaultMessage:
      'Finance and operations was provisioned in the Power Platform admin center, so there’s no Lifecycle Services step. No document describes the key for such an environment; here, it ends encrypted.',
  },
})
