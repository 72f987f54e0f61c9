import { defineMessages } from '../../../messages/message.ts'

/** Texts of protect. */
export const messages = defineMessages({
  guideTitle: { id: 'protect.guide.title', defaultMessage: 'Protect the key' },
  guideOutcome: { id: 'protect.guide.outcome', defaultMessage: 'Every protection that you chose is in place' },
  guideWhat: { id: 'protect.guide.what', defaultMessage: 'Choose how to protect the key' },
  guideWhy: { id: 'protect.guide.why', defaultMessage: 'If the key is lost, every environment on it goes offline.' },
  guideHappens: { id: 'protect.guide.happens', defaultMessage: 'Only what you choose is set. Users don’t notice.' },
  guideWhen: { id: 'protect.guide.when', defaultMessage: 'Once an environment is on the key, and when administrators change' },
  whatLocksDont: { id: 'protect.guide.whatLocksDont.heading', defaultMessage: 'What doesn’t a lock do?' },
  whatLocksDontText: {
    id: 'protect.guide.whatLocksDont.text',
    defaultMessage:
      'A lock guards the key vault and the policy as resources, not what’s inside. Whoever may manage keys can still disable or delete the key. Purge protection keeps a deleted key recoverable.',
  },
  lockedRoles: { id: 'protect.guide.lockedRoles.heading', defaultMessage: 'What else does a lock stop?' },
  lockedRolesText: {
    id: 'protect.guide.lockedRoles.text',
    defaultMessage:
      'Role assignments on a locked resource can’t be removed. That keeps the policy’s access to the key, but you must remove the lock before you clean up roles.',
  },
  lockByHand: { id: 'protect.guide.lockByHand.heading', defaultMessage: 'Lock' },
  readable: { id: 'protect.readable.title', defaultMessage: 'The policy and the key vault are readable' },
  readableWhy: { id: 'protect.readable.why', defaultMessage: 'Protection starts from the policy and the key vault it names.' },
  readableRemedy: { id: 'protect.readable.remedy', defaultMessage: 'Ask for Reader on the policy and the key vault, then check again.' },
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
  mayLockWhy: { id: 'protect.mayLock.why', defaultMessage: 'Only Owner and User Access Administrator can set locks. Contributor can’t.' },
})
