import { defineMessages } from '../../../messages/message.ts'

/** Texts of protect. */
export const messages = defineMessages({
  guideTitle: { id: 'protect.guide.title', defaultMessage: 'Protect the key' },
  guideOutcome: { id: 'protect.guide.outcome', defaultMessage: 'How the key is protected' },
  guideWhat: { id: 'protect.guide.what', defaultMessage: 'Choose how to protect the key' },
  guideWhy: { id: 'protect.guide.why', defaultMessage: 'If the key is lost, every environment on it goes offline.' },
  guideHappens: { id: 'protect.guide.happens', defaultMessage: 'Only what you choose is set. Users don’t notice.' },
  guideWhen: {
    id: 'protect.guide.when',
    defaultMessage: 'What guards the key, and who could take it away.',
  },
  whatLocksDont: { id: 'protect.guide.whatLocksDont.heading', defaultMessage: 'What doesn’t a lock do?' },
  whatLocksDontText: {
    id: 'protect.guide.whatLocksDont.text',
    defaultMessage:
      'A lock guards the key store and the policy as resources, not what’s inside. Anyone who may manage keys can still disable or delete the key. Purge protection keeps a deleted key recoverable.',
  },
  lockedRoles: { id: 'protect.guide.lockedRoles.heading', defaultMessage: 'What else does a lock stop?' },
  lockedRolesText: {
    id: 'protect.guide.lockedRoles.text',
    defaultMessage:
      'Role assignments on a locked resource can’t be removed. That keeps the policy’s access to the key, but you must remove the lock before you clean up roles.',
  },
  lockByHand: { id: 'protect.guide.lockByHand.heading', defaultMessage: 'Lock' },
  readable: { id: 'protect.readable.title', defaultMessage: 'The policy and the key store are readable' },
  readableWhy: { id: 'protect.readable.why', defaultMessage: 'Protection starts from the policy and the key store it names.' },
  readableRemedy: { id: 'protect.readable.remedy', defaultMessage: 'Ask for Reader on the policy and the key store, then check again.' },
  locksUnread: {
    id: 'protect.lock.unread',
    defaultMessage:
      'Couldn’t read the locks on the {of, select, vault {key vault} hsm {Managed HSM} policy {policy} other {resource group}} {name}',
  },
  isLocked: {
    id: 'protect.lock.isLocked',
    defaultMessage: 'The {of, select, vault {key vault} hsm {Managed HSM} policy {policy} other {resource group}} {name} has a delete lock',
  },
  lockFound: { id: 'protect.lock.found', defaultMessage: 'Lock {id}, level {level}.' },
  noLock: { id: 'protect.lock.none', defaultMessage: 'No delete lock on {scope} or above.' },
  canBeDeleted: {
    id: 'protect.lock.canBeDeleted',
    defaultMessage:
      'The {of, select, vault {key vault} hsm {Managed HSM} policy {policy} other {resource group}} {name} has no delete lock',
  },
  groupUnlocked: { id: 'protect.lock.groupUnlocked', defaultMessage: 'The resource group {name} has no delete lock' },
  lockMissing: {
    id: 'protect.lock.missing',
    defaultMessage:
      'The lock on the {of, select, vault {key vault} hsm {Managed HSM} policy {policy} other {resource group}} {name} isn’t set',
  },
  offer: { id: 'protect.lock.offer', defaultMessage: 'Plan a lock' },
  offerBack: { id: 'protect.lock.offerBack', defaultMessage: 'Don’t lock it' },
  groupWhy: {
    id: 'protect.lock.groupWhy',
    defaultMessage: 'A lock on the resource group covers everything in it, so nothing in it can be deleted.',
  },
  lockRemedy: { id: 'protect.lock.remedy', defaultMessage: 'Add a delete lock. You can remove it again at any time.' },
  lockManual1: {
    id: 'protect.lock.manual1',
    defaultMessage: 'In the Azure portal, go to the resource > Locks, and select Add.',
  },
  lockManual2: { id: 'protect.lock.manual2', defaultMessage: 'Enter a name, select Delete as the lock type, and select OK.' },
  settingLock: {
    id: 'protect.mayLock.doing',
    defaultMessage: 'lock the {of, select, vault {key vault} hsm {Managed HSM} policy {policy} other {resource group}} {name}',
  },
  notRenewed: { id: 'protect.renewed.not', defaultMessage: 'The key {name} isn’t renewed by itself' },
  rotationMissing: { id: 'protect.renewed.missing', defaultMessage: 'The rotation policy of the key {name} isn’t set' },
  rotationOffer: { id: 'protect.renewed.offer', defaultMessage: 'Plan a rotation policy' },
  rotationOfferBack: { id: 'protect.renewed.offerBack', defaultMessage: 'Don’t set it' },
  renewedWhy: {
    id: 'protect.renewed.why',
    defaultMessage:
      'Microsoft recommends renewing a key at least every two years. Environments follow a new version by themselves, without downtime.',
  },
  renewedRemedy: {
    id: 'protect.renewed.remedy',
    defaultMessage:
      'Renew it every 18 months. Each version lasts 2 years, so an old one stays valid for {days} days more; {needed} are needed.',
  },
  renewedManual1: {
    id: 'protect.renewed.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > Rotation policy.',
  },
  renewedManual2: {
    id: 'protect.renewed.manual2',
    defaultMessage:
      'Enter 2 years as expiry time, enable automatic rotation 18 months after creation, and enter 30 days as notification time.',
  },
  auditLogUnread: { id: 'protect.auditLog.unread', defaultMessage: 'Couldn’t read where the audit log of {name} goes' },
  workspacesUnread: {
    id: 'protect.auditLog.workspacesUnread',
    defaultMessage: 'Couldn’t list the workspaces that could keep the audit log',
  },
  auditLogSettings: {
    id: 'protect.auditLog.settings',
    defaultMessage: '{count, plural, =0 {The audit log goes nowhere.} other {The audit log goes to {settings}.}}',
  },
  auditLogMissing: { id: 'protect.auditLog.missing', defaultMessage: 'The audit log of {name} doesn’t go to the workspace yet' },
  auditLogSent: { id: 'protect.auditLog.sent', defaultMessage: 'The audit log of {name} is kept' },
  auditLogNowhere: { id: 'protect.auditLog.nowhere', defaultMessage: 'The audit log of {name} isn’t kept' },
  auditLogRemedy: {
    id: 'protect.auditLog.remedy',
    defaultMessage: 'Choose a Log Analytics workspace on this page, or send it elsewhere in the Azure portal.',
  },
  auditLogManual1: {
    id: 'protect.auditLog.manual1',
    defaultMessage: 'In the Azure portal, go to the key store > Diagnostic settings, and select Add diagnostic setting.',
  },
  auditLogManual2: { id: 'protect.auditLog.manual2', defaultMessage: 'Select audit, choose where it goes, and select Save.' },
  holdersUnread: { id: 'protect.whoCan.unread', defaultMessage: 'Couldn’t read who can take the key away' },
  nobodyCan: { id: 'protect.whoCan.nobody', defaultMessage: 'No role that was read lets anyone take the key away' },
  noHolder: { id: 'protect.whoCan.none', defaultMessage: 'No such role assignment or access policy.' },
  holdersCan: {
    id: 'protect.whoCan.some',
    defaultMessage: 'Able to take the key away today: {count, plural, one {# person, group, or app} other {# people, groups, and apps}}',
  },
  holders: { id: 'protect.whoCan.holders', defaultMessage: '{holders}.' },
  whoCanWhy: {
    id: 'protect.whoCan.why',
    defaultMessage: 'Whoever can disable, delete, or cut off the key can take every environment on it offline, without a warning.',
  },
  whoCanRemedy: {
    id: 'protect.whoCan.remedy',
    defaultMessage: 'Remove roles that no one needs. Make the others eligible, so that they must be activated first.',
  },
  whoCanManual1: {
    id: 'protect.whoCan.manual1',
    defaultMessage: 'In the Azure portal, go to the key store > Access control (IAM) > Role assignments.',
  },
  whoCanManual2: {
    id: 'protect.whoCan.manual2',
    defaultMessage: 'Remove what isn’t needed. Keep the role of the policy’s identity. Then check again.',
  },
  holder: {
    id: 'protect.whoCan.holder',
    defaultMessage: '{type, select, group {Group {name}} app {App {name}} unknown {Object ID {name}} other {{name}}}',
  },
  groupOf: { id: 'protect.whoCan.groupOf', defaultMessage: 'Group {name}: {members}' },
  emptyGroup: { id: 'protect.whoCan.emptyGroup', defaultMessage: 'Group {name}, with no one in it' },
  otherMembers: { id: 'protect.whoCan.otherMembers', defaultMessage: 'others', description: 'Last in a list of people in a group' },
  deeds: { id: 'protect.whoCan.deeds', defaultMessage: '{deeds}' },
  disableKey: { id: 'protect.whoCan.disableKey', defaultMessage: 'disable the key' },
  deleteKey: { id: 'protect.whoCan.deleteKey', defaultMessage: 'delete the key' },
  purgeKey: { id: 'protect.whoCan.purgeKey', defaultMessage: 'purge the key' },
  deleteVault: { id: 'protect.whoCan.deleteVault', defaultMessage: 'delete the key store' },
  changeVault: { id: 'protect.whoCan.changeVault', defaultMessage: 'change the key store’s network' },
  deletePolicy: { id: 'protect.whoCan.deletePolicy', defaultMessage: 'delete the policy' },
  changeAccess: { id: 'protect.whoCan.changeAccess', defaultMessage: 'change who has access' },
  byRole: {
    id: 'protect.whoCan.byRole',
    defaultMessage:
      '{role}, given on {place, select, own {the resource itself} group {the resource group} subscription {the subscription} other {a management group}}{kind, select, eligible {; must be activated first} conditional {; under a condition} other {}}',
  },
  byAccessPolicy: { id: 'protect.whoCan.byAccessPolicy', defaultMessage: 'Access policy of the key vault' },
  keyRolesUnread: { id: 'protect.whoCan.keyRolesUnread', defaultMessage: 'Not listed: roles on a single key.' },
  membersUnread: {
    id: 'protect.whoCan.membersUnread',
    defaultMessage: 'Couldn’t read who is in {groups, plural, one {the group} other {# groups}}.',
  },
  eligibleUnread: {
    id: 'protect.whoCan.eligibleUnread',
    defaultMessage: 'Couldn’t read who can activate a role with Privileged Identity Management.',
  },
  policyRolesUnread: { id: 'protect.whoCan.policyRolesUnread', defaultMessage: 'Couldn’t read the roles on the policy.' },
  localRolesUnread: { id: 'protect.whoCan.localRolesUnread', defaultMessage: 'The local roles of the Managed HSM aren’t listed.' },
  proposedFrom: {
    id: 'protect.proposed.from',
    defaultMessage: '{by, select, pilot {Proposed, as for {from}} other {Proposed by the template {from}}}',
  },
  proposedAuditLog: { id: 'protect.proposed.auditLog', defaultMessage: 'Audit log to {workspace}' },
  proposedMail: { id: 'protect.proposed.mail', defaultMessage: 'Alert before the key expires, to {emails}' },
  chooseWorkspace: {
    id: 'protect.proposed.chooseWorkspace',
    defaultMessage:
      'Audit log: {here, select, none {this subscription has no workspace.} other {choose a workspace below.}}{what, select, elsewhere { The one of another tenant isn’t carried over.} other {}}',
  },
  enterEmails: {
    id: 'protect.proposed.enterEmails',
    defaultMessage:
      'Alert before the key expires: enter who gets it below.{what, select, elsewhere { People of another tenant aren’t carried over.} other {}}',
  },
  mayLockWhy: { id: 'protect.mayLock.why', defaultMessage: 'Only Owner and User Access Administrator can set locks. Contributor can’t.' },
})
