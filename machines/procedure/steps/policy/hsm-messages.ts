import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('policy', {
  hsm: {
    readable: 'The Managed HSM {hsm} is readable',
    unread: 'Couldn’t read the Managed HSM {hsm}',
    found: '{address}, {location}, local RBAC.',
    readRemedy: 'Ask for Reader on the Managed HSM, then check again.',
    purgeRemedy: 'Have purge protection turned on for the Managed HSM. It’s permanent.',
    reach:
      '{reach, select, open {Microsoft’s services can reach the Managed HSM {hsm}} shut {The network settings of the Managed HSM {hsm} block Microsoft’s services} exception {Only the trusted services exception lets Microsoft reach the Managed HSM {hsm}} other {Can Microsoft’s services reach the Managed HSM {hsm}? The wizard doesn’t recognize its network setting}}',
    geography: '{inside, select, yes {The Managed HSM {hsm} is in {title}} other {The Managed HSM {hsm} is outside {title}}}',
    keyRemedy:
      'Ask a Managed HSM Administrator for Managed HSM Crypto User at All keys, then check again. Roles in Azure give no access to keys there.',
    accessRemedy: 'Assign Managed HSM Crypto Service Encryption User at All keys to the policy’s identity, then check again.',
    openLocalRoles:
      'In the Azure portal, go to the Managed HSM > Local RBAC > Add. Choose the role {role}, the scope All keys, and {principal}.',
    rolesUnread: 'Couldn’t read the local roles of the policy’s identity',
    groupsUnseen: 'Roles that it has through a group aren’t visible here.',
    roleByGroup: 'Does the policy’s identity have its local role through a group?',
    roleByGroupRemedy:
      'Ask a Managed HSM Administrator whether a group gives it Managed HSM Crypto Service Encryption User at All keys, then confirm. Otherwise, assign that role to the identity, then check again.',
    noLocalRole: 'No local role given to the account itself allows this. Roles that it has through a group aren’t listed.',
    decides: 'You can continue: the Managed HSM decides. If it refuses, ask a Managed HSM Administrator for {role}.',
  },
  hsmActivated: {
    why: 'Until its security domain is downloaded, a Managed HSM can’t create keys or assign roles.',
    remedy:
      'Ask a Managed HSM Administrator to activate it, then check again. The wizard doesn’t: whoever holds the security domain and its keys can restore every key in the HSM.',
    manual1: 'Create 3 to 10 RSA key pairs, each with another holder. Agree on the quorum: how many of them can restore the HSM.',
    manual2: 'Download the security domain with their public keys, in Azure CLI: az keyvault security-domain download.',
    manual3: 'Store the security domain file and the private keys offline, each in another place.',
    activated: 'The Managed HSM {hsm} is activated',
    notActivated: 'The Managed HSM {hsm} isn’t activated',
    isActivated: 'Is the Managed HSM {hsm} activated?',
    securityDomain: 'Security domain: {state}.',
    securityDomainUnknown: 'Azure doesn’t say whether the security domain was downloaded.',
    notThere: 'There’s no Managed HSM {hsm} in the resource group {group}',
    notThereRemedy: 'Choose a Managed HSM that exists, or have one created and activated first. The wizard does neither.',
  },
  hsmAllowed: {
    why: 'Microsoft’s articles disagree, and neither shows a policy with a Managed HSM or names the role it needs.',
    remedy:
      'Ask Microsoft Support about finance and operations with a Managed HSM, then confirm. The policy gets the HSM’s resource ID, and its identity gets Managed HSM Crypto Service Encryption User. Both are unverified.',
    mayItHold: 'Can a Managed HSM hold the key of this environment?',
    holdsIt: 'The environment is in a policy with the key in the Managed HSM',
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
})
