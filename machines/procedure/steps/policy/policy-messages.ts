import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  besideLinked: {
    id: 'policy.besideLinked.title',
    defaultMessage: 'Confirm that {policy} is for later: the environment is in policy {holding}',
  },
  besideLinkedWhy: {
    id: 'policy.besideLinked.why',
    defaultMessage:
      'An environment is in one encryption policy at a time. Step 4 adds it to no other policy, so what step 3 creates here is of use only for a change of the policy later, with two outages.',
  },
  besideLinkedRemedy: {
    id: 'policy.besideLinked.remedy',
    defaultMessage:
      'To keep the existing policy, choose it, its key vault, and its key. If you can’t see them, hand step 3 over to a person with a role in that subscription, or ask for the Reader role there.',
  },
  environmentUnread: {
    id: 'policy.policyLocation.environmentUnread',
    defaultMessage: 'The environment, whose region decides, could not be read',
  },
  elsewhereAsTold: {
    id: 'policy.policyLocation.elsewhereAsTold',
    defaultMessage: 'The policy {policy} is in {policyLocation}, the environment, as {by} says, in {location}',
  },
  toldRegionRemedy: {
    id: 'policy.policyLocation.toldRegionRemedy',
    defaultMessage:
      '{by} handed over that it is in {location}. Verify with them out of band, then confirm it. A policy’s location cannot be changed later.',
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
    defaultMessage: 'The location word {wanted} is inferred, not documented',
  },
  inferredFound: {
    id: 'policy.policyLocationOffered.inferredFound',
    defaultMessage: 'Environment: {location}. Neither the document nor the subscription names a policy location for it.',
  },
  inferredRemedy: {
    id: 'policy.policyLocationOffered.inferredRemedy',
    defaultMessage: 'Register Microsoft.PowerPlatform, then check again: the subscription then lists the words it takes.',
  },
  offered: { id: 'policy.policyLocationOffered.offered', defaultMessage: 'A policy can be created in {wanted}' },
  notOffered: {
    id: 'policy.policyLocationOffered.notOffered',
    defaultMessage: 'This subscription offers no policy location for {location}',
  },
  anotherVault: { id: 'policy.policyTarget.anotherVault', defaultMessage: 'The policy {policy} points at another vault' },
  anotherKey: { id: 'policy.policyTarget.anotherKey', defaultMessage: 'The policy {policy} points at another key' },
  encryptionState: { id: 'policy.policyTarget.encryptionState', defaultMessage: 'Encryption in the policy {policy} is {encryptionState}' },
  asChosen: {
    id: 'policy.policyTarget.asChosen',
    defaultMessage: 'The policy points at the vault and key chosen here',
  },
  mayUseKeys: {
    id: 'policy.keyAccess.mayUseKeys',
    defaultMessage: 'The policy may get, wrap and unwrap keys',
  },
  rolesUnread: {
    id: 'policy.keyAccess.rolesUnread',
    defaultMessage: 'The roles of the policy’s identity on the vault could not be read',
  },
  mayNotUseKey: { id: 'policy.keyAccess.mayNotUseKey', defaultMessage: 'The policy’s identity may not use the key' },
  noRole: {
    id: 'policy.keyAccess.noRole',
    defaultMessage: 'Identity {principalId} has no role on {vault} that lets it wrap and unwrap.',
  },
  roleSinceUnknown: {
    id: 'policy.keyAccess.roleSinceUnknown',
    defaultMessage: 'The service does not say since when; a new role can take up to 5 minutes to count.',
  },
  justGiven: {
    id: 'policy.keyAccess.justGiven',
    defaultMessage: 'The policy was given access to the key a moment ago; it can take 5 minutes to count everywhere',
  },
  justGivenRemedy: {
    id: 'policy.keyAccess.justGivenRemedy',
    defaultMessage: 'Wait until 5 minutes have passed before you add the environment.',
  },
  readersUnread: {
    id: 'policy.readerOnPolicy.readersUnread',
    defaultMessage: 'The administrator’s roles on the policy could not be read',
  },
  noReader: {
    id: 'policy.readerOnPolicy.noReader',
    defaultMessage: 'The Power Platform administrator has no Reader role on the policy',
  },
  noReaderFound: {
    id: 'policy.readerOnPolicy.noReaderFound',
    defaultMessage: 'Object ID {objectId}: no role that reads the policy.',
  },
  readerCanRead: {
    id: 'policy.readerOnPolicy.readerCanRead',
    defaultMessage: 'The Power Platform administrator can read the policy',
  },
  policyReadableWhy: {
    id: 'policy.policyReadable.why',
    defaultMessage: 'The policy carries the address of the key and the identity that uses it.',
  },
  policyReadableRemedy: {
    id: 'policy.policyReadable.remedy',
    defaultMessage: 'Ask for Reader on the policy, sign in again, then check again.',
  },
  policyUnread: { id: 'policy.policyReadable.policyUnread', defaultMessage: 'The policy {policyName} could not be read' },
  policyReadable: { id: 'policy.policyReadable.policyReadable', defaultMessage: 'The policy {policy} can be read' },
  policyKindWhy: {
    id: 'policy.policyKind.why',
    defaultMessage:
      'Enterprise policies of other kinds govern networks, identities or support access. Only one of kind Encryption holds a key.',
  },
  policyKindRemedy: { id: 'policy.policyKind.remedy', defaultMessage: 'Choose an encryption policy, or another name for a new one.' },
  isEncryptionPolicy: { id: 'policy.policyKind.isEncryptionPolicy', defaultMessage: 'The policy {policy} is an encryption policy' },
  isOfOtherKind: {
    id: 'policy.policyKind.isOfOtherKind',
    defaultMessage: 'The policy {policy} is of kind {kind}, not Encryption',
  },
  policyIdentityWhy: { id: 'policy.policyIdentity.why', defaultMessage: 'The service reads the key as the policy’s own identity.' },
  policyIdentityRemedy: {
    id: 'policy.policyIdentity.remedy',
    defaultMessage:
      'Create the policy again with a system-assigned identity; one that just appeared can take about 90 seconds to be known.',
  },
  hasIdentity: { id: 'policy.policyIdentity.hasIdentity', defaultMessage: 'The policy has its own identity' },
  hasNoIdentity: {
    id: 'policy.policyIdentity.hasNoIdentity',
    defaultMessage: 'The policy has no system-assigned identity',
  },
  policyLocationOfferedWhy: {
    id: 'policy.policyLocationOffered.why',
    defaultMessage:
      'A policy’s location is a word of Power Platform’s own. The spelling of two of them changed between editions, and Microsoft opens locations one after the other.',
  },
  policyLocationOfferedRemedy: {
    id: 'policy.policyLocationOffered.remedy',
    defaultMessage: 'Ask Microsoft whether the feature has reached this region.',
  },
  policyLocationWhy: {
    id: 'policy.policyLocation.why',
    defaultMessage: 'Only environments of the policy’s own region can be added to it, and its location cannot be changed.',
  },
  policyLocationRemedy: {
    id: 'policy.policyLocation.remedy',
    defaultMessage: 'Choose another name to create a policy in the environment’s region, or choose a policy that is there.',
  },
  policyTargetWhy: {
    id: 'policy.policyTarget.why',
    defaultMessage:
      'A policy that environments use cannot be pointed elsewhere any more, so it has to be right before the first one is added.',
  },
  policyTargetRemedy: {
    id: 'policy.policyTarget.remedy',
    defaultMessage: 'Choose the vault and key that the policy names, or another name for a new policy.',
  },
  policyFollowsRotationWhy: {
    id: 'policy.policyFollowsRotation.why',
    defaultMessage:
      'A policy without a fixed version picks up a new version of the key within 24 hours. With one it stays on the old version, and disabling that takes environments offline.',
  },
  policyFollowsRotationRemedy: {
    id: 'policy.policyFollowsRotation.remedy',
    defaultMessage: 'Create the policy without a key version, before an environment is added.',
  },
  fixedVersion: {
    id: 'policy.policyFollowsRotation.fixedVersion',
    defaultMessage: 'The policy is fixed to one version of the key',
  },
  followsVersions: {
    id: 'policy.policyFollowsRotation.followsVersions',
    defaultMessage: 'The policy follows new versions of the key',
  },
  noVersion: { id: 'policy.policyFollowsRotation.noVersion', defaultMessage: 'No version is fixed.' },
  keyAccessWhy: {
    id: 'policy.keyAccess.why',
    defaultMessage: 'Without the right to get, wrap and unwrap, the service cannot use the key, and adding the environment fails.',
  },
  keyAccessRemedy: {
    id: 'policy.keyAccess.remedy',
    defaultMessage:
      'Give the policy’s identity the role Key Vault Crypto Service Encryption User on the vault (or the key permissions Get, Wrap Key and Unwrap Key). Contributor may not give roles: it takes Owner, User Access Administrator or Key Vault Data Access Administrator.',
  },
  keyAccessManual1: {
    id: 'policy.keyAccess.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Access control (IAM), Add role assignment.',
  },
  keyAccessManual2: {
    id: 'policy.keyAccess.manual2',
    defaultMessage: 'Choose Key Vault Crypto Service Encryption User, then Select members and search the policy by its name.',
  },
  keyAccessManual3: { id: 'policy.keyAccess.manual3', defaultMessage: 'Review and assign. Wait 5 minutes.' },
  readerOnPolicyWhy: {
    id: 'policy.readerOnPolicy.why',
    defaultMessage: 'Without Reader the Power Platform administrator sees an error when adding the environment.',
  },
  readerOnPolicyRemedy: {
    id: 'policy.readerOnPolicy.remedy',
    defaultMessage:
      'Give the administrator the role Reader on the policy. Contributor may not give roles: it takes Owner or User Access Administrator.',
  },
  readerOnPolicyManual1: {
    id: 'policy.readerOnPolicy.manual1',
    defaultMessage: 'In Entra, open Users, the administrator, and copy the object id.',
  },
  readerOnPolicyManual2: {
    id: 'policy.readerOnPolicy.manual2',
    defaultMessage:
      'In the Azure portal, open the policy, Access control (IAM), Add role assignment, Reader, and choose the administrator.',
  },
  toldRegion: { id: 'policy.policyLocation.toldRegion', defaultMessage: 'Is the environment in {geography}? Your account may not read it' },
  policyIn: { id: 'policy.policyLocation.policyIn', defaultMessage: 'The policy is in {geography}' },
  needed: { id: 'policy.policyLocationOffered.needed', defaultMessage: 'Needed: {wanted}. Offered to this subscription: {offered}.' },
  neededInferred: {
    id: 'policy.policyLocationOffered.neededInferred',
    defaultMessage: 'Needed: {wanted} (inferred, not documented). Offered to this subscription: {offered}.',
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
  sinceUnknown: { id: 'policy.keyAccess.sinceUnknown', defaultMessage: 'Key Vault does not say since when.' },
  lacksPermissions: { id: 'policy.keyAccess.lacksPermissions', defaultMessage: 'The policy lacks {permissions} on the vault’s keys' },
  since: { id: 'policy.keyAccess.since', defaultMessage: 'Since {moment}.' },
  identityRole: { id: 'policy.keyAccess.identityRole', defaultMessage: 'Identity {identity}, role {role} at {scope}.' },
  readerRole: { id: 'policy.readerOnPolicy.role', defaultMessage: 'Object ID {objectId}, role {role} at {scope}.' },
  identityType: { id: 'policy.policyIdentity.type', defaultMessage: 'Identity: {type}.' },
  noIdentityType: { id: 'policy.policyIdentity.noType', defaultMessage: 'Identity: none.' },
  identityId: { id: 'policy.policyIdentity.objectId', defaultMessage: 'Object ID: {objectId}.' },
  noIdentityYet: { id: 'policy.policyIdentity.noObjectId', defaultMessage: 'Object ID: none yet.' },
  version: { id: 'policy.policyFollowsRotation.version', defaultMessage: 'Version {version}.' },
})
