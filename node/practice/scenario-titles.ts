import type { Message } from '#machines/messages/message.ts'
import { messages as whatIf } from '#machines/procedure/what-if/messages.ts'
import { messages } from './scenario-messages.ts'

const inAnHour = (what: Message): Message => messages.inAnHour({ what })

/** Start page texts in course order. Separate from the scenarios, so that the window doesn't load the practice tenant. */
export const SCENARIO_TITLES = {
  'ready-to-enable': {
    title: messages.readyToEnableTitle,
    story: messages.readyToEnableStory,
  },
  'integration-missing': {
    title: messages.integrationMissingTitle,
    story: messages.integrationMissingStory,
  },
  'encrypted-before-integration': {
    title: messages.encryptedBeforeIntegrationTitle,
    story: messages.encryptedBeforeIntegrationStory,
  },
  'vault-without-purge-protection': {
    title: messages.vaultWithoutPurgeProtectionTitle,
    story: messages.vaultWithoutPurgeProtectionStory,
  },
  'private-vault': {
    title: messages.privateVaultTitle,
    story: messages.privateVaultStory,
  },
  'imported-key': {
    title: messages.importedKeyTitle,
    story: messages.importedKeyStory,
  },
  'earlier-key': {
    title: messages.earlierKeyTitle,
    story: messages.earlierKeyStory,
  },
  'key-expires-too-soon': {
    title: messages.keyExpiresTooSoonTitle,
    story: messages.keyExpiresTooSoonStory,
  },
  'key-expires-soon': {
    title: messages.keyExpiresSoonTitle,
    story: messages.keyExpiresSoonStory,
  },
  'not-managed': {
    title: messages.notManagedTitle,
    story: messages.notManagedStory,
  },
  'wrong-region': {
    title: messages.wrongRegionTitle,
    story: messages.wrongRegionStory,
  },
  'no-reader': {
    title: messages.noReaderTitle,
    story: messages.noReaderStory,
  },
  'partner-by-delegation': {
    title: messages.partnerByDelegationTitle,
    story: messages.partnerByDelegationStory,
  },
  'busy-environment': {
    title: messages.busyEnvironmentTitle,
    story: messages.busyEnvironmentStory,
  },
  throttled: {
    title: messages.throttledTitle,
    story: messages.throttledStory,
  },
  'second-factor': {
    title: messages.secondFactorTitle,
    story: messages.secondFactorStory,
  },
  'link-fails': {
    title: messages.linkFailsTitle,
    story: messages.linkFailsStory,
  },
  'already-encrypted': {
    title: messages.alreadyEncryptedTitle,
    story: messages.alreadyEncryptedStory,
  },
  'another-policy': {
    title: messages.anotherPolicyTitle,
    story: messages.anotherPolicyStory,
  },
  landscape: {
    title: messages.landscapeTitle,
    story: messages.landscapeStory,
  },
  'managed-hsm': {
    title: messages.managedHsmTitle,
    story: messages.managedHsmStory,
  },
  'managed-hsm-not-activated': {
    title: messages.managedHsmNotActivatedTitle,
    story: messages.managedHsmNotActivatedStory,
  },
  'policy-out-of-reach': {
    title: messages.policyOutOfReachTitle,
    story: messages.policyOutOfReachStory,
  },
  'policy-recreated': {
    title: messages.policyRecreatedTitle,
    story: messages.policyRecreatedStory,
  },
  'vault-firewall': {
    title: messages.vaultFirewallTitle,
    story: messages.vaultFirewallStory,
  },
  'power-platform-half': {
    title: messages.powerPlatformHalfTitle,
    story: messages.powerPlatformHalfStory,
  },
  'vault-half': {
    title: messages.vaultHalfTitle,
    story: messages.vaultHalfStory,
  },
  'reader-only': {
    title: messages.readerOnlyTitle,
    story: messages.readerOnlyStory,
  },
  'rights-by-group': {
    title: messages.rightsByGroupTitle,
    story: messages.rightsByGroupStory,
  },
  'existing-link': {
    title: messages.existingLinkTitle,
    story: messages.existingLinkStory,
  },
  locked: {
    title: messages.lockedTitle,
    story: messages.lockedStory,
  },
  'lock-access-removed': { title: inAnHour(whatIf.accessRemoved), story: messages.lockAccessRemovedStory },
  'lock-key-disabled': { title: inAnHour(whatIf.keyDisabled), story: messages.lockStory },
  'lock-key-deleted': { title: inAnHour(whatIf.keyDeleted), story: messages.lockStory },
  'lock-vault-deleted': { title: inAnHour(whatIf.vaultDeleted), story: messages.lockVaultDeletedStory },
  'lock-policy-deleted': { title: inAnHour(whatIf.policyDeleted), story: messages.lockPolicyDeletedStory },
  'lock-key-version-disabled': { title: inAnHour(whatIf.keyVersionDisabled), story: messages.lockStory },
  'lock-vault-closed': { title: inAnHour(whatIf.vaultClosed), story: messages.lockStory },
  'lock-vault-fenced': { title: inAnHour(whatIf.vaultFenced), story: messages.lockStory },
  'lock-key-expired': { title: inAnHour(whatIf.keyExpired), story: messages.lockKeyExpiredStory },
  'unified-environment': {
    title: messages.unifiedEnvironmentTitle,
    story: messages.unifiedEnvironmentStory,
  },
} as const satisfies Record<string, { readonly title: Message; readonly story: Message }>

export type ScenarioName = keyof typeof SCENARIO_TITLES
