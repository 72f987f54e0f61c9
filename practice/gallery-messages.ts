import { defineMessages } from '../machines/messages/message.ts'

export const objectives = defineMessages({
  'ready-to-enable': { id: 'scenario.readyToEnable.objective', defaultMessage: 'See the whole path from nothing to encrypted.' },
  'not-managed': {
    id: 'scenario.notManaged.objective',
    defaultMessage: 'Let the app turn on Managed Environments, and see what it means.',
  },
  'unified-environment': { id: 'scenario.unifiedEnvironment.objective', defaultMessage: 'Enable CMK without Lifecycle Services.' },
  'already-encrypted': { id: 'scenario.alreadyEncrypted.objective', defaultMessage: 'Prove that everything is done.' },
  'private-vault': { id: 'scenario.privateVault.objective', defaultMessage: 'Work with a key vault that’s closed to the internet.' },
  'managed-hsm': { id: 'scenario.managedHsm.objective', defaultMessage: 'Keep the key in a Managed HSM.' },
  'imported-key': { id: 'scenario.importedKey.objective', defaultMessage: 'Bring a key from the company’s own HSM.' },
  'earlier-key': { id: 'scenario.earlierKey.objective', defaultMessage: 'Move from the earlier key to an enterprise policy.' },
  'key-expires-soon': { id: 'scenario.keyExpiresSoon.objective', defaultMessage: 'Confirm an expiration date before you continue.' },
  'partner-by-delegation': { id: 'scenario.partnerByDelegation.objective', defaultMessage: 'Name an administrator of the customer.' },
  'integration-missing': { id: 'scenario.integrationMissing.objective', defaultMessage: 'Find out who enables it, and hand it over.' },
  'vault-without-purge-protection': {
    id: 'scenario.vaultWithoutPurgeProtection.objective',
    defaultMessage: 'Make a permanent change on purpose.',
  },
  'no-reader': { id: 'scenario.noReader.objective', defaultMessage: 'Split the work between two people.' },
  'wrong-region': { id: 'scenario.wrongRegion.objective', defaultMessage: 'Read why a policy can’t be used.' },
  'managed-hsm-not-activated': {
    id: 'scenario.managedHsmNotActivated.objective',
    defaultMessage: 'Find out what only the key holders can do.',
  },
  'policy-out-of-reach': { id: 'scenario.policyOutOfReach.objective', defaultMessage: 'Hand over a step that you can’t see.' },
  'key-expires-too-soon': { id: 'scenario.keyExpiresTooSoon.objective', defaultMessage: 'Learn why this key is refused.' },
  'encrypted-before-integration': {
    id: 'scenario.encryptedBeforeIntegration.objective',
    defaultMessage: 'See the order Microsoft doesn’t support.',
  },
  'link-fails': { id: 'scenario.linkFails.objective', defaultMessage: 'Stay calm and run step 4 again.' },
  'busy-environment': { id: 'scenario.busyEnvironment.objective', defaultMessage: 'Wait for a backup to finish first.' },
  throttled: { id: 'scenario.throttled.objective', defaultMessage: 'See the app slow down and recover.' },
  'policy-recreated': { id: 'scenario.policyRecreated.objective', defaultMessage: 'See why the same name isn’t the same policy.' },
  'another-policy': { id: 'scenario.anotherPolicy.objective', defaultMessage: 'Rotate the key, change the policy, or go back.' },
  landscape: { id: 'scenario.landscape.objective', defaultMessage: 'Add several environments to one policy.' },
  locked: { id: 'scenario.locked.objective', defaultMessage: 'Restore the access and re-enable.' },
  'vault-firewall': { id: 'scenario.vaultFirewall.objective', defaultMessage: 'Let Microsoft’s services through the firewall.' },
  'power-platform-half': { id: 'scenario.powerPlatformHalf.objective', defaultMessage: 'Hand step 3 to a colleague.' },
  'vault-half': { id: 'scenario.vaultHalf.objective', defaultMessage: 'See what a key vault administrator can’t read.' },
  'reader-only': { id: 'scenario.readerOnly.objective', defaultMessage: 'Do it without rights that aren’t needed.' },
  'rights-by-group': { id: 'scenario.rightsByGroup.objective', defaultMessage: 'See that rights of a group count.' },
  'existing-link': { id: 'scenario.existingLink.objective', defaultMessage: 'Tell a first link from a change of policy.' },
  lockedLater: { id: 'scenario.lockedLater.objective', defaultMessage: 'Find the cause, and follow the way back.' },
})

export const endings = defineMessages('scenario.ending', {
  encrypted: 'Ends encrypted',
  encryptedOnceFixed: 'Ends encrypted, after a fix',
  nothingToChange: 'Nothing to change',
  onAnotherKey: 'Ends on another key',
  severalEncrypted: 'Four environments on one key',
  onAgain: 'Environment is on again',
  staysLocked: 'Environment stays locked',
  stops: 'Stops at step {step, number}',
})

export const families = defineMessages({
  lockedLater: { id: 'scenario.lockedLater.family', defaultMessage: 'Locked an hour later' },
})
