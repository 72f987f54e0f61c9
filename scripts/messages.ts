import { defineMessages } from '../machines/messages/message.ts'

/** What every script says, whatever its language. */
export const scriptMessages = defineMessages({
  written: {
    id: 'scripts.written',
    defaultMessage: 'Written by the CMK Enablement Wizard {version}, {at}, for tenant {tenant} in {cloud}.',
  },
  nothingLeft: { id: 'scripts.nothingLeft', defaultMessage: 'No changes are left.' },
  changes: { id: 'scripts.changes', defaultMessage: 'Changes:' },
  whereNotSo: { id: 'scripts.whereNotSo', defaultMessage: 'Changes, each only where it is still needed:' },
  withoutLeft: { id: 'scripts.withoutLeft', defaultMessage: 'Changes, except those that README.txt lists as left:' },
  effect: { id: 'scripts.effect', defaultMessage: '{before} → {after}. Undo: {undo}. Takes: {takes}.' },
  effectWithDowntime: {
    id: 'scripts.effectWithDowntime',
    defaultMessage: '{before} → {after}. Undo: {undo}. Takes: {takes}. USERS ARE OFFLINE DURING THIS TIME.',
  },
  toBeTyped: { id: 'scripts.toBeTyped', defaultMessage: 'The text to type before the first change.' },
  notWritable: {
    id: 'scripts.notWritable',
    defaultMessage:
      '“{value}” has the character {character}, which would change what a script does or how it reads. Rename the resource, or do this step in the wizard.',
  },
  readAsFile: {
    id: 'scripts.readAsFile',
    defaultMessage: '“{value}” begins with @, which Azure CLI takes for a file name.',
  },
  severalSubscriptions: {
    id: 'scripts.severalSubscriptions',
    defaultMessage: 'One template can’t be deployed to several subscriptions.',
  },
  leftItem: { id: 'scripts.leftItem', defaultMessage: '{title}. {reason}' },
})

/** Why each action is needed, in one line. */
export const reasonMessages = defineMessages({
  sourced: { id: 'scripts.reason.sourced', defaultMessage: '{why} Source: {title}.' },
  dated: { id: 'scripts.reason.dated', defaultMessage: '{why} Source: {title}, {edition}.' },
  registerProvider: {
    id: 'scripts.reason.registerProvider',
    defaultMessage: 'A subscription accepts enterprise policies only with this resource provider. Registration takes minutes.',
  },
  createResourceGroup: { id: 'scripts.reason.createResourceGroup', defaultMessage: 'The policy needs a resource group.' },
  createVault: {
    id: 'scripts.reason.createVault',
    defaultMessage: 'A key that encrypts data must be recoverable: soft delete and purge protection are required.',
  },
  turnOnPurgeProtection: {
    id: 'scripts.reason.turnOnPurgeProtection',
    defaultMessage: 'Without purge protection, the key vault is not accepted. You can never turn it off again.',
  },
  createKey: {
    id: 'scripts.reason.createKey',
    defaultMessage: 'RSA, 2048 or 3072 bits, without an expiration date, which would lock the environment.',
  },
  createPolicy: {
    id: 'scripts.reason.createPolicy',
    defaultMessage: 'The policy names the key without its version, so it follows key rotation.',
  },
  grantKeyAccess: {
    id: 'scripts.reason.grantKeyAccess',
    defaultMessage:
      'The identity of the policy must get, wrap, and unwrap with the key. New access takes up to 5 minutes to take effect everywhere.',
  },
  grantReader: {
    id: 'scripts.reason.grantReader',
    defaultMessage: 'The person who adds the environment must be able to read the policy.',
  },
  enableManagedEnvironment: {
    id: 'scripts.reason.enableManagedEnvironment',
    defaultMessage: 'Only a Managed Environment can be added to an encryption policy.',
  },
  linkEnvironment: {
    id: 'scripts.reason.linkEnvironment',
    defaultMessage: 'Users are offline while the data is encrypted again, up to 4 days. Then the environment names the policy.',
  },
  rotateKey: {
    id: 'scripts.reason.rotateKey',
    defaultMessage:
      'A new version renews the key without downtime. It is in use within 24 hours, and the previous version stays enabled for 30 days.',
  },
  unlinkEnvironment: {
    id: 'scripts.reason.unlinkEnvironment',
    defaultMessage:
      'Users are offline while the data goes back to the Microsoft-managed key. Keep the key, the key vault, and the access for 30 days afterward.',
  },
})
