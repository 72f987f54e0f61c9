import { defineMessages } from '../machines/messages/message.ts'

/** What every script says, whatever its language. */
export const scriptMessages = defineMessages({
  written: {
    id: 'scripts.written',
    defaultMessage: 'Written by the CMK Enablement Wizard {version}, {at}, for tenant {tenant} in {cloud}.',
  },
  nothingLeft: { id: 'scripts.nothingLeft', defaultMessage: 'Nothing is left to change.' },
  changes: { id: 'scripts.changes', defaultMessage: 'Changes:' },
  whereNotSo: { id: 'scripts.whereNotSo', defaultMessage: 'Changes, each only where it is not so already:' },
  withoutLeft: { id: 'scripts.withoutLeft', defaultMessage: 'Changes, without those that README.txt says are left:' },
  effect: { id: 'scripts.effect', defaultMessage: '{before} → {after}. Undo: {undo}. Takes: {takes}.' },
  effectWithDowntime: {
    id: 'scripts.effectWithDowntime',
    defaultMessage: '{before} → {after}. Undo: {undo}. Takes: {takes}. USERS ARE CUT OFF MEANWHILE.',
  },
  toBeTyped: { id: 'scripts.toBeTyped', defaultMessage: 'What is to be typed before the first change.' },
  notWritable: {
    id: 'scripts.notWritable',
    defaultMessage:
      '“{value}” holds the character {character}, which cannot be written into a script without changing what the script does or how it reads. Rename what is called so, or do this step in the wizard.',
  },
  readAsFile: {
    id: 'scripts.readAsFile',
    defaultMessage: '“{value}” begins with @, which Azure CLI takes for the name of a file to read.',
  },
  severalSubscriptions: {
    id: 'scripts.severalSubscriptions',
    defaultMessage: 'One template cannot be deployed into several subscriptions.',
  },
  leftItem: { id: 'scripts.leftItem', defaultMessage: '{title}. {reason}' },
})

/** Why each action is needed, in one line. */
export const reasonMessages = defineMessages({
  sourced: { id: 'scripts.reason.sourced', defaultMessage: '{why} Source: {title}.' },
  dated: { id: 'scripts.reason.dated', defaultMessage: '{why} Source: {title}, {edition}.' },
  registerProvider: {
    id: 'scripts.reason.registerProvider',
    defaultMessage: 'A subscription takes enterprise policies only with this resource provider; registration takes minutes.',
  },
  createResourceGroup: { id: 'scripts.reason.createResourceGroup', defaultMessage: 'The policy lives in a resource group.' },
  createVault: {
    id: 'scripts.reason.createVault',
    defaultMessage: 'A key that encrypts data must be recoverable: soft delete and purge protection are required.',
  },
  turnOnPurgeProtection: {
    id: 'scripts.reason.turnOnPurgeProtection',
    defaultMessage: 'Without purge protection the vault is not accepted; it can never be turned off again.',
  },
  createKey: {
    id: 'scripts.reason.createKey',
    defaultMessage: 'RSA, 2048 or 3072 bit; without an expiry date, which would lock the environment out.',
  },
  createPolicy: {
    id: 'scripts.reason.createPolicy',
    defaultMessage: 'The policy names the key without its version, so that it follows when the key is rotated.',
  },
  grantKeyAccess: {
    id: 'scripts.reason.grantKeyAccess',
    defaultMessage:
      'The policy’s identity must get, wrap and unwrap with the key; new access takes effect everywhere after up to 5 minutes.',
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
    defaultMessage: 'Users are offline while the data is encrypted again, which takes up to 4 days; then the environment names the policy.',
  },
  rotateKey: {
    id: 'scripts.reason.rotateKey',
    defaultMessage:
      'A new version renews the key without an outage; it is in use within 24 hours, and the version before stays enabled for 30 days.',
  },
  unlinkEnvironment: {
    id: 'scripts.reason.unlinkEnvironment',
    defaultMessage:
      'Users are offline while the data goes back to the Microsoft-managed key; keep key, vault and access for 30 days after it.',
  },
})
