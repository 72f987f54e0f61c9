import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  besideLinked: {
    id: 'policy.besideLinked.title',
    defaultMessage: 'Confirm that {policy} is for later: the environment is in policy {holding}',
  },
  besideLinkedWhy: {
    id: 'policy.besideLinked.why',
    defaultMessage:
      'An environment can be in one encryption policy at a time, and step 4 doesn’t add it to another. What step 3 creates here is useful only for a later policy change, with two outages.',
  },
  besideLinkedRemedy: {
    id: 'policy.besideLinked.remedy',
    defaultMessage:
      'To keep the existing policy, choose it, its key vault, and its key. If you can’t see them, hand over step 3 to someone with a role in that subscription, or ask for Reader there.',
  },
  environmentUnread: {
    id: 'policy.policyLocation.environmentUnread',
    defaultMessage: 'Couldn’t read the environment, whose region the policy must match',
  },
  elsewhereAsTold: {
    id: 'policy.policyLocation.elsewhereAsTold',
    defaultMessage: 'The policy {policy} is in {policyLocation}. The environment, according to {by}, is in {location}',
  },
  toldRegionRemedy: {
    id: 'policy.policyLocation.toldRegionRemedy',
    defaultMessage:
      '{by} handed over that it’s in {location}. Verify with them out of band, then confirm. You can’t change a policy’s location later.',
  },
  bothLocations: {
    id: 'policy.policyLocation.bothLocations',
    defaultMessage: 'Policy: {policyLocation}. Environment: {location}, which needs a policy in {wanted}.',
  },
  elsewhere: {
    id: 'policy.policyLocation.elsewhere',
    defaultMessage: 'The policy {policy} is in {policyLocation}, the environment in {location}',
  },
  inferred: {
    id: 'policy.policyLocationOffered.inferred',
    defaultMessage: 'The location {wanted} is inferred, not documented',
  },
  inferredFound: {
    id: 'policy.policyLocationOffered.inferredFound',
    defaultMessage: 'Environment: {location}. Neither Microsoft’s document nor the subscription lists a policy location for it.',
  },
  inferredRemedy: {
    id: 'policy.policyLocationOffered.inferredRemedy',
    defaultMessage: 'Register Microsoft.PowerPlatform, then check again. The subscription then lists the locations it accepts.',
  },
  offered: { id: 'policy.policyLocationOffered.offered', defaultMessage: 'You can create a policy in {wanted}' },
  notOffered: {
    id: 'policy.policyLocationOffered.notOffered',
    defaultMessage: 'This subscription has no policy location for {location}',
  },
  anotherVault: { id: 'policy.policyTarget.anotherVault', defaultMessage: 'The policy {policy} uses another key vault' },
  anotherKey: { id: 'policy.policyTarget.anotherKey', defaultMessage: 'The policy {policy} uses another key' },
  encryptionState: { id: 'policy.policyTarget.encryptionState', defaultMessage: 'Encryption in the policy {policy} is {encryptionState}' },
  asChosen: {
    id: 'policy.policyTarget.asChosen',
    defaultMessage: 'The policy uses the key store and key you chose',
  },
  mayUseKeys: {
    id: 'policy.keyAccess.mayUseKeys',
    defaultMessage: 'The policy can get, wrap, and unwrap keys',
  },
  rolesUnread: {
    id: 'policy.keyAccess.rolesUnread',
    defaultMessage: 'Couldn’t read the roles of the policy’s identity on the key vault',
  },
  mayNotUseKey: { id: 'policy.keyAccess.mayNotUseKey', defaultMessage: 'The policy’s identity can’t use the key' },
  noRole: {
    id: 'policy.keyAccess.noRole',
    defaultMessage: 'Identity {principalId} has no role on {vault} that lets it wrap and unwrap.',
  },
  roleSinceUnknown: {
    id: 'policy.keyAccess.roleSinceUnknown',
    defaultMessage: 'The service doesn’t say since when. A new role assignment can take up to 5 minutes to take effect.',
  },
  justGiven: {
    id: 'policy.keyAccess.justGiven',
    defaultMessage: 'The policy just got access to the key, which can take 5 minutes to take effect',
  },
  justGivenRemedy: {
    id: 'policy.keyAccess.justGivenRemedy',
    defaultMessage: 'Wait 5 minutes before you add the environment.',
  },
  readersUnread: {
    id: 'policy.readerOnPolicy.readersUnread',
    defaultMessage: 'Couldn’t read the admin’s roles on the policy',
  },
  noReader: {
    id: 'policy.readerOnPolicy.noReader',
    defaultMessage: 'The Power Platform admin doesn’t have Reader on the policy',
  },
  noReaderFound: {
    id: 'policy.readerOnPolicy.noReaderFound',
    defaultMessage: 'Object ID {objectId}: no role that can read the policy.',
  },
  namedLacksReader: { id: 'policy.readerOnPolicy.namedLacksReader', defaultMessage: '{person} doesn’t have Reader on the policy' },
  namedCanRead: { id: 'policy.readerOnPolicy.namedCanRead', defaultMessage: '{person} can read the policy' },
  readerCanRead: {
    id: 'policy.readerOnPolicy.readerCanRead',
    defaultMessage: 'The Power Platform admin can read the policy',
  },
  policyReadableWhy: {
    id: 'policy.policyReadable.why',
    defaultMessage: 'The policy holds the key’s address and the identity that uses it.',
  },
  policyReadableRemedy: {
    id: 'policy.policyReadable.remedy',
    defaultMessage: 'Ask for Reader on the policy, sign in again, then check again.',
  },
  policyUnread: { id: 'policy.policyReadable.policyUnread', defaultMessage: 'Couldn’t read the policy {policyName}' },
  policyReadable: { id: 'policy.policyReadable.policyReadable', defaultMessage: 'The policy {policy} is readable' },
  policyKindWhy: {
    id: 'policy.policyKind.why',
    defaultMessage: 'Only enterprise policies of kind Encryption hold a key. Other kinds control networks, identities, or support access.',
  },
  policyKindRemedy: { id: 'policy.policyKind.remedy', defaultMessage: 'Choose an encryption policy, or enter another name for a new one.' },
  isEncryptionPolicy: { id: 'policy.policyKind.isEncryptionPolicy', defaultMessage: 'The policy {policy} is an encryption policy' },
  isOfOtherKind: {
    id: 'policy.policyKind.isOfOtherKind',
    defaultMessage: 'The kind of policy {policy} is {kind}, not Encryption',
  },
  policyIdentityWhy: { id: 'policy.policyIdentity.why', defaultMessage: 'The service reads the key with the policy’s own identity.' },
  policyIdentityRemedy: {
    id: 'policy.policyIdentity.remedy',
    defaultMessage: 'Create the policy again with a system-assigned identity. A new identity can take about 90 seconds to appear.',
  },
  hasIdentity: { id: 'policy.policyIdentity.hasIdentity', defaultMessage: 'The policy has its own identity' },
  hasNoIdentity: {
    id: 'policy.policyIdentity.hasNoIdentity',
    defaultMessage: 'The policy has no system-assigned identity',
  },
  policyLocationOfferedWhy: {
    id: 'policy.policyLocationOffered.why',
    defaultMessage:
      'Policy locations are Power Platform’s own words. Two of them changed between editions, and Microsoft adds locations over time.',
  },
  policyLocationOfferedRemedy: {
    id: 'policy.policyLocationOffered.remedy',
    defaultMessage: 'Ask Microsoft whether the feature is available in this region.',
  },
  policyLocationWhy: {
    id: 'policy.policyLocation.why',
    defaultMessage: 'You can add only environments in the policy’s region, and you can’t change a policy’s location.',
  },
  policyLocationRemedy: {
    id: 'policy.policyLocation.remedy',
    defaultMessage: 'To create a policy in the environment’s region, enter another name. Or choose an existing policy in that region.',
  },
  policyTargetWhy: {
    id: 'policy.policyTarget.why',
    defaultMessage: 'You can’t change a policy’s key once environments use it, so it must be right before you add the first one.',
  },
  policyTargetRemedy: {
    id: 'policy.policyTarget.remedy',
    defaultMessage: 'Choose the key store and key that the policy uses, or enter another name for a new policy.',
  },
  policyFollowsRotationWhy: {
    id: 'policy.policyFollowsRotation.why',
    defaultMessage:
      'Without a fixed version, a policy picks up a new key version within 24 hours. With one, it stays on the old version, and disabling that takes environments offline.',
  },
  policyFollowsRotationRemedy: {
    id: 'policy.policyFollowsRotation.remedy',
    defaultMessage: 'Create the policy without a key version before you add an environment.',
  },
  fixedVersion: {
    id: 'policy.policyFollowsRotation.fixedVersion',
    defaultMessage: 'The policy uses a fixed key version',
  },
  followsVersions: {
    id: 'policy.policyFollowsRotation.followsVersions',
    defaultMessage: 'The policy follows new key versions',
  },
  noVersion: { id: 'policy.policyFollowsRotation.noVersion', defaultMessage: 'No fixed version.' },
  keyAccessWhy: {
    id: 'policy.keyAccess.why',
    defaultMessage: 'Without the get, wrap, and unwrap permissions, the service can’t use the key, and adding the environment fails.',
  },
  keyAccessRemedy: {
    id: 'policy.keyAccess.remedy',
    defaultMessage:
      'Assign Key Vault Crypto Service Encryption User on the key vault to the policy’s identity, or the key permissions Get, Wrap Key, and Unwrap Key. Only Owner, User Access Administrator, and Key Vault Data Access Administrator can; Contributor can’t.',
  },
  keyAccessManual1: {
    id: 'policy.keyAccess.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Access control (IAM) > Add role assignment.',
  },
  keyAccessManual2: {
    id: 'policy.keyAccess.manual2',
    defaultMessage: 'Choose Key Vault Crypto Service Encryption User, then Select members, and search for the policy by name.',
  },
  keyAccessManual3: { id: 'policy.keyAccess.manual3', defaultMessage: 'Select Review + assign. Wait 5 minutes.' },
  readerOnPolicyWhy: {
    id: 'policy.readerOnPolicy.why',
    defaultMessage: 'Without Reader, the Power Platform admin gets an error when adding the environment.',
  },
  readerOnPolicyRemedy: {
    id: 'policy.readerOnPolicy.remedy',
    defaultMessage:
      'Assign Reader on the policy to the admin. You need Owner or User Access Administrator; Contributor can’t assign roles.',
  },
  readerOnPolicyManual1: {
    id: 'policy.readerOnPolicy.manual1',
    defaultMessage: 'In the Microsoft Entra admin center, go to Users > the admin, and copy the object ID.',
  },
  readerOnPolicyManual2: {
    id: 'policy.readerOnPolicy.manual2',
    defaultMessage: 'In the Azure portal, go to the policy > Access control (IAM) > Add role assignment. Choose Reader, then the admin.',
  },
  toldRegion: { id: 'policy.policyLocation.toldRegion', defaultMessage: 'Is the environment in {geography}? Your account can’t read it' },
  policyIn: { id: 'policy.policyLocation.policyIn', defaultMessage: 'The policy is in {geography}' },
  needed: { id: 'policy.policyLocationOffered.needed', defaultMessage: 'Needed: {wanted}. Available in this subscription: {offered}.' },
  neededInferred: {
    id: 'policy.policyLocationOffered.neededInferred',
    defaultMessage: 'Needed: {wanted} (inferred, not documented). Available in this subscription: {offered}.',
  },
  targetVault: { id: 'policy.policyTarget.vault', defaultMessage: 'Vault: {vault}.' },
  targetNoVault: { id: 'policy.policyTarget.noVault', defaultMessage: 'Vault: none.' },
  targetKey: { id: 'policy.policyTarget.key', defaultMessage: 'Key: {key}.' },
  targetNoKey: { id: 'policy.policyTarget.noKey', defaultMessage: 'Key: none.' },
  accessPolicy: { id: 'policy.keyAccess.accessPolicy', defaultMessage: 'Access policies of {vault}, identity {identity}: {permissions}.' },
  emptyAccessPolicy: {
    id: 'policy.keyAccess.emptyAccessPolicy',
    defaultMessage: 'Access policies of {vault}, identity {identity}: no key permission.',
  },
  noAccessPolicy: { id: 'policy.keyAccess.noAccessPolicy', defaultMessage: 'Access policies of {vault}, identity {identity}: no entry.' },
  sinceUnknown: { id: 'policy.keyAccess.sinceUnknown', defaultMessage: 'Key Vault doesn’t say since when.' },
  lacksPermissions: {
    id: 'policy.keyAccess.lacksPermissions',
    defaultMessage: 'The policy doesn’t have {permissions} on the vault’s keys',
  },
  since: { id: 'policy.keyAccess.since', defaultMessage: 'Since {moment}.' },
  identityRole: { id: 'policy.keyAccess.identityRole', defaultMessage: 'Identity {identity}, role {role} at {scope}.' },
  readerRole: { id: 'policy.readerOnPolicy.role', defaultMessage: 'Object ID {objectId}, role {role} at {scope}.' },
  identityType: { id: 'policy.policyIdentity.type', defaultMessage: 'Identity: {type}.' },
  noIdentityType: { id: 'policy.policyIdentity.noType', defaultMessage: 'Identity: none.' },
  identityId: { id: 'policy.policyIdentity.objectId', defaultMessage: 'Object ID: {objectId}.' },
  noIdentityYet: { id: 'policy.policyIdentity.noObjectId', defaultMessage: 'Object ID: none yet.' },
  version: { id: 'policy.policyFollowsRotation.version', defaultMessage: 'Version {version}.' },
})
