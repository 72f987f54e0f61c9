import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('revert', {
  guide: {
    title: 'Return to the Microsoft-managed key',
    outcome: 'The environment is back on the Microsoft-managed key',
    what: 'Remove the environment from its policy',
    why: 'Do this only to stop using your own key. Keep your key for 30 more days.',
    happens: 'Microsoft manages the key again. The environment is offline until then.',
    outage: {
      heading: 'Is there an outage?',
      text: 'Yes. The environment is disabled while you remove it from the policy. Microsoft states no limit. Our advice: plan at least as long as adding it took, up to four days.',
    },
    rightWayRenewKey: {
      heading: 'Should you do this to renew a key?',
      text: 'No. A new key version renews the key with no outage. Returning and adding the environment again causes two outages.',
    },
    mayKeyDeletedAfterwards: {
      heading: 'Can you delete the key afterward?',
      text: 'Not for 30 days. To restore earlier backups, you need the key, the key vault, and the policy’s access.',
    },
    ifAddingFailed: {
      heading: 'What if adding it failed?',
      text: 'Don’t revert. Add the environment again to resume. Data that isn’t converted yet is safe on the Microsoft-managed key.',
    },
    removeEnvironment: {
      heading: 'Remove the environment',
      click1:
        'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key (classic: Policies > Enterprise policies) > the policy > Edit policy.',
      click2:
        'Select Remove environment, choose the environment, then select Continue > Save. Microsoft’s article has two empty steps here for the new admin center, so labels can differ.',
      click3: 'Come back here and check again. The wizard tracks the operation.',
    },
    doNot: {
      heading: 'Leave the key alone',
      text: 'Don’t change the key, the key store, its firewall, or its access. Don’t start another operation on this environment.',
    },
    takes: 'Not documented; plan at least 4 days',
  },
  removed: {
    environmentNamesNoEncryption: 'The environment isn’t in an encryption policy: it’s on the Microsoft-managed key',
    removingEnvironmentDidNot: 'Removing the environment didn’t finish',
    environmentEncryptedYourKey: 'The environment is encrypted with your key',
  },
  done: {
    endAndStatus: '{end} {status}',
    why: 'The environment is offline while it returns to the Microsoft-managed key. To renew a key, rotate it instead, with no downtime.',
    remedy: 'Remove the environment from the policy, then check again.',
    manual2: 'Select Remove environment, choose it, then select Continue > Save.',
    read: 'Policy {policy}, status {status}. Key managed by: {manager}.',
  },
  readable: {
    accountCanReadEnvironment: 'The account can read the environment and the policy',
    policyNoSystemId: 'The policy {policy} has no system ID',
    why: 'The account that removes the environment must be able to read both the environment and its policy.',
    remedy: 'Ask for Power Platform Administrator and for Reader on the policy, then sign in again.',
  },
  mayRemove: {
    why: 'Only a Power Platform admin or Dynamics 365 admin can remove an environment from its policy. The wizard needs Reader to read the policy.',
    remedy: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  idleWhy: { id: 'revert.idle.why', defaultMessage: 'An environment runs one operation at a time.' },
  idleRemedy: { id: 'revert.idle.remedy', defaultMessage: 'Wait until the operation ends, then check again.' },
  keyUsable: {
    why: 'To read data encrypted with your key, or to move it to another key, the service needs your key.',
    remedy: 'Restore the key access first, then check again.',
    nothingReadShutsService: 'Nothing found blocks the service from the key',
    serviceCannotUseKey: 'The service can’t use the key: {lacking}',
  },
  kept: {
    why: 'To restore earlier backups, you need the old key, its key store, and the policy’s access for 30 days.',
    remedy: 'Restore what’s missing: recover the key store or the key, enable the key, or give the access again.',
    what: 'the key, its key store, and the policy’s access',
  },
})
