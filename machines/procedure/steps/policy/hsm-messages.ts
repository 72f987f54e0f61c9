import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  readable: { id: 'policy.hsm.readable', defaultMessage: 'The Managed HSM {hsm} is readable' },
  unread: { id: 'policy.hsm.unread', defaultMessage: 'Couldn’t read the Managed HSM {hsm}' },
  found: { id: 'policy.hsm.found', defaultMessage: '{address}, {location}, local RBAC.' },
  readRemedy: { id: 'policy.hsm.readRemedy', defaultMessage: 'Ask for Reader on the Managed HSM, then check again.' },
  activatedWhy: {
    id: 'policy.hsmActivated.why',
    defaultMessage: 'Until its security domain is downloaded, a Managed HSM can’t create keys or assign roles.',
  },
  activatedRemedy: {
    id: 'policy.hsmActivated.remedy',
    defaultMessage:
      'Ask a Managed HSM Administrator to activate it, then check again. The wizard doesn’t: whoever holds the security domain and its keys can restore every key in the HSM.',
  },
  activatedManual1: {
    id: 'policy.hsmActivated.manual1',
    defaultMessage: 'Create 3 to 10 RSA key pairs, each with another holder. Agree on the quorum: how many of them can restore the HSM.',
  },
  activatedManual2: {
    id: 'policy.hsmActivated.manual2',
    defaultMessage: 'Download the security domain with their public keys, in Azure CLI: az keyvault security-domain download.',
  },
  activatedManual3: {
    id: 'policy.hsmActivated.manual3',
    defaultMessage: 'Store the security domain file and the private keys offline, each in another place.',
  },
  activated: { id: 'policy.hsmActivated.activated', defaultMessage: 'The Managed HSM {hsm} is activated' },
  notActivated: { id: 'policy.hsmActivated.notActivated', defaultMessage: 'The Managed HSM {hsm} isn’t activated' },
  isActivated: { id: 'policy.hsmActivated.isActivated', defaultMessage: 'Is the Managed HSM {hsm} activated?' },
  securityDomain: { id: 'policy.hsmActivated.securityDomain', defaultMessage: 'Security domain: {state}.' },
  securityDomainUnknown: {
    id: 'policy.hsmActivated.securityDomainUnknown',
    defaultMessage: 'Azure doesn’t say whether the security domain was downloaded.',
  },
  notThere: { id: 'policy.hsmActivated.notThere', defaultMessage: 'There’s no Managed HSM {hsm} in the resource group {group}' },
  notThereRemedy: {
    id: 'policy.hsmActivated.notThereRemedy',
    defaultMessage: 'Choose a Managed HSM that exists, or have one created and activated first. The wizard does neither.',
  },
  allowedWhy: {
    id: 'policy.hsmAllowed.why',
    defaultMessage: 'Microsoft’s articles disagree, and neither shows a policy with a Managed HSM or names the role it needs.',
  },
  allowedRemedy: {
    id: 'policy.hsmAllowed.remedy',
    defaultMessage:
      'Ask Microsoft Support about finance and operations with a Managed HSM, then confirm. The policy gets the HSM’s resource ID, and its identity gets Managed HSM Crypto Service Encryption User. Both are unverified.',
  },
  mayItHold: { id: 'policy.hsmAllowed.mayItHold', defaultMessage: 'Can a Managed HSM hold the key of this environment?' },
  holdsIt: { id: 'policy.hsmAllowed.holdsIt', defaultMessage: 'The environment is in a policy with the key in the Managed HSM' },
  purgeRemedy: {
    id: 'policy.hsm.purgeRemedy',
    defaultMessage: 'Have purge protection turned on for the Managed HSM. It’s permanent.',
  },
  reach: {
    id: 'policy.hsm.reach',
    defaultMessage:
      '{reach, select, open {Microsoft’s services can reach the Managed HSM {hsm}} shut {The network settings of the Managed HSM {hsm} block Microsoft’s services} exception {Only the trusted services exception lets Microsoft reach the Managed HSM {hsm}} other {Can Microsoft’s services reach the Managed HSM {hsm}? The wizard doesn’t recognize its network setting}}',
  },
  inside: {
    id: 'policy.hsm.geography',
    defaultMessage: '{inside, select, yes {The Managed HSM {hsm} is in {title}} other {The Managed HSM {hsm} is outside {title}}}',
  },
  keyRemedy: {
    id: 'policy.hsm.keyRemedy',
    defaultMessage:
      'Ask a Managed HSM Administrator for Managed HSM Crypto User at All keys, then check again. Roles in Azure give no access to keys there.',
  },
  accessRemedy: {
    id: 'policy.hsm.accessRemedy',
    defaultMessage: 'Assign Managed HSM Crypto Service Encryption User at All keys to the policy’s identity, then check again.',
  },
  openLocalRoles: {
    id: 'policy.hsm.openLocalRoles',
    defaultMessage:
      'In the Azure portal, go to the Managed HSM > Local RBAC > Add. Choose the role {role}, the scope All keys, and {principal}.',
  },
  rolesUnread: { id: 'policy.hsm.rolesUnread', defaultMessage: 'Couldn’t read the local roles of the policy’s identity' },
  groupsUnseen: { id: 'policy.hsm.groupsUnseen', defaultMessage: 'Roles that it has through a group aren’t visible here.' },
  roleByGroup: {
    id: 'policy.hsm.roleByGroup',
    defaultMessage: 'Does the policy’s identity have its local role through a group?',
  },
  roleByGroupRemedy: {
    id: 'policy.hsm.roleByGroupRemedy',
    defaultMessage:
      'Ask a Managed HSM Administrator whether a group gives it Managed HSM Crypto Service Encryption User at All keys, then confirm. Otherwise, assign that role to the identity, then check again.',
  },
  workWithKeys: {
    id: 'policy.doing.workWithKeysInHsm',
    defaultMessage: 'read and create keys in the Managed HSM {hsm}',
    description: 'Completes “The account can …”',
  },
  giveRoles: {
    id: 'policy.doing.giveLocalRoles',
    defaultMessage: 'assign local roles in the Managed HSM {hsm}',
    description: 'Completes “The account can …”',
  },
  powerDelete: {
    id: 'policy.power.deleteHsm',
    defaultMessage: 'delete the Managed HSM',
    description: 'In a list that completes “At the vault …: may …”',
  },
  noLocalRole: {
    id: 'policy.hsm.noLocalRole',
    defaultMessage: 'No local role given to the account itself allows this. Roles that it has through a group aren’t listed.',
  },
  hsmDecides: {
    id: 'policy.hsm.decides',
    defaultMessage: 'You can continue: the Managed HSM decides. If it refuses, ask a Managed HSM Administrator for {role}.',
  },
})
