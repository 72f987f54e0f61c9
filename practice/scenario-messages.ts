import { defineMessages } from '../machines/messages/message.ts'

/** Texts of the practice scenarios. */
export const messages = defineMessages({
  cloud: { id: 'practice.cloud', defaultMessage: 'Practice (simulated)', description: 'In place of the name of a cloud' },
  readyToEnableTitle: { id: 'scenario.readyToEnable.title', defaultMessage: 'Ready to enable' },
  readyToEnableStory: {
    id: 'scenario.readyToEnable.story',
    defaultMessage:
      'A Managed production environment linked from Lifecycle Services and a subscription with nothing in it: everything is created, and it ends encrypted.',
  },
  integrationMissingTitle: { id: 'scenario.integrationMissing.title', defaultMessage: 'Integration missing' },
  integrationMissingStory: {
    id: 'scenario.integrationMissing.story',
    defaultMessage:
      'The environment is the initial one, without Dataverse, because the Power Platform integration isn’t enabled: it stops at the first step.',
  },
  encryptedBeforeIntegrationTitle: { id: 'scenario.encryptedBeforeIntegration.title', defaultMessage: 'Encrypted before the integration' },
  encryptedBeforeIntegrationStory: {
    id: 'scenario.encryptedBeforeIntegration.story',
    defaultMessage:
      'A customer-managed key is already on a Dataverse environment that finance and operations is yet to be linked to: the order Microsoft does not support.',
  },
  vaultWithoutPurgeProtectionTitle: { id: 'scenario.vaultWithoutPurgeProtection.title', defaultMessage: 'Vault without purge protection' },
  vaultWithoutPurgeProtectionStory: {
    id: 'scenario.vaultWithoutPurgeProtection.story',
    defaultMessage: 'The key vault exists, but it can be purged: purge protection is permanent, so it is not turned on unless you ask.',
  },
  keyExpiresTooSoonTitle: { id: 'scenario.keyExpiresTooSoon.title', defaultMessage: 'Key expires in three days' },
  keyExpiresTooSoonStory: {
    id: 'scenario.keyExpiresTooSoon.story',
    defaultMessage: 'Everything exists, but the key expires before an encryption of up to four days can end: the environment is not added.',
  },
  keyExpiresSoonTitle: { id: 'scenario.keyExpiresSoon.title', defaultMessage: 'Key expires in twenty days' },
  keyExpiresSoonStory: {
    id: 'scenario.keyExpiresSoon.story',
    defaultMessage: 'The key outlasts the encryption, but not by much: you confirm its expiry date before the environment is added.',
  },
  notManagedTitle: { id: 'scenario.notManaged.title', defaultMessage: 'Not a Managed Environment' },
  notManagedStory: {
    id: 'scenario.notManaged.story',
    defaultMessage: 'As ready to enable, but the environment is not managed: the wizard turns that on first.',
  },
  wrongRegionTitle: { id: 'scenario.wrongRegion.title', defaultMessage: 'Policy in another geography' },
  wrongRegionStory: {
    id: 'scenario.wrongRegion.story',
    defaultMessage:
      'Everything exists, but the policy is in Europe and the environment in the United States. Choose that policy, and it is refused; a new one is suggested.',
  },
  noReaderTitle: { id: 'scenario.noReader.title', defaultMessage: 'No Reader on the policy' },
  noReaderStory: {
    id: 'scenario.noReader.story',
    defaultMessage:
      'Grace is to add the environment, but may not read the policy, and Ada, who is only Contributor here, cannot give her the role.',
  },
  partnerByDelegationTitle: { id: 'scenario.partnerByDelegation.title', defaultMessage: 'A partner by delegated administration' },
  partnerByDelegationStory: {
    id: 'scenario.partnerByDelegation.story',
    defaultMessage:
      'Petra is a partner’s employee (GDAP): she may do everything here, but has no user object to give a role to. She names Ada, and it ends encrypted.',
  },
  busyEnvironmentTitle: { id: 'scenario.busyEnvironment.title', defaultMessage: 'Busy environment' },
  busyEnvironmentStory: {
    id: 'scenario.busyEnvironment.story',
    defaultMessage: 'A backup runs in the environment for another 40 minutes: nothing else can start in it until then.',
  },
  throttledTitle: { id: 'scenario.throttled.title', defaultMessage: 'Throttled services' },
  throttledStory: {
    id: 'scenario.throttled.story',
    defaultMessage:
      'As ready to enable, but every few calls a service asks to be left alone for a moment: slower, and still encrypted in the end.',
  },
  linkFailsTitle: { id: 'scenario.linkFails.title', defaultMessage: 'Adding the environment fails once' },
  linkFailsStory: {
    id: 'scenario.linkFails.story',
    defaultMessage:
      'The first attempt to add the environment fails after hours, without a reason; nothing is lost, and a second attempt succeeds.',
  },
  alreadyEncryptedTitle: { id: 'scenario.alreadyEncrypted.title', defaultMessage: 'Already encrypted' },
  alreadyEncryptedStory: {
    id: 'scenario.alreadyEncrypted.story',
    defaultMessage: 'It was all done before: every step finds its work done, and nothing is written.',
  },
  anotherPolicyTitle: { id: 'scenario.anotherPolicy.title', defaultMessage: 'Another policy to change to' },
  anotherPolicyStory: {
    id: 'scenario.anotherPolicy.story',
    defaultMessage:
      'Encrypted, with a second policy and its own key standing ready: the environment can be changed to it, its key rotated, or Microsoft’s key put back.',
  },
  policyOutOfReachTitle: { id: 'scenario.policyOutOfReach.title', defaultMessage: 'A policy you can’t see' },
  policyOutOfReachStory: {
    id: 'scenario.policyOutOfReach.story',
    defaultMessage:
      'The environment is already in a policy of the security team’s subscription, and Ada has no role there. Steps 1 and 2 say so. She hands step 3 over, or asks for a role.',
  },
  policyRecreatedTitle: { id: 'scenario.policyRecreated.title', defaultMessage: 'Policy recreated under the same name' },
  policyRecreatedStory: {
    id: 'scenario.policyRecreated.story',
    defaultMessage:
      'Someone deleted the policy and created it again with the same name. The environment is still in the deleted one, so nothing is written, and Microsoft support is asked.',
  },
  lockedTitle: { id: 'scenario.locked.title', defaultMessage: 'Locked: key access lost' },
  lockedStory: {
    id: 'scenario.locked.story',
    defaultMessage:
      'The policy’s access to the key was removed, and the environment is off for everyone: the access is restored, and a colleague then re-enables it.',
  },
  unifiedEnvironmentTitle: { id: 'scenario.unifiedEnvironment.title', defaultMessage: 'Unified environment' },
  unifiedEnvironmentStory: {
    id: 'scenario.unifiedEnvironment.story',
    defaultMessage:
      'Finance and operations was provisioned in the Power Platform admin center, so there is no Lifecycle Services step: it ends encrypted.',
  },
})
