import { CASE_STAGES, type CaseStage } from '#machines/engine/wizard/case-stages.ts'
import type { PracticeCase } from '#machines/engine/wizard/view.ts'
import { defineMessages, type Message } from '#machines/messages/message.ts'
import { messages as whatIf } from '#machines/procedure/what-if/messages.ts'
import { SCENARIO_TITLES, type ScenarioName } from './scenario-titles.ts'

type Shown = Pick<PracticeCase, 'group' | 'minutes' | 'level' | 'endsWell' | 'stages'> & {
  readonly objective: Message
  readonly ending: Message
  readonly family?: { readonly title: Message; readonly choice: Message }
}

type Place = readonly [PracticeCase['group'], number, PracticeCase['level']]

const upTo = (last: CaseStage): readonly CaseStage[] => CASE_STAGES.slice(0, CASE_STAGES.indexOf(last) + 1)

/** Already encrypted: no wait. */
const WITHOUT_WAIT = CASE_STAGES.filter((stage) => stage !== 'waiting')

const wellAs =
  (ending: Message, stages: readonly CaseStage[]) =>
  (objective: Message, [group, minutes, level]: Place): Shown => ({ objective, group, minutes, level, ending, endsWell: true, stages })

const objectives = defineMessages({
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
  'second-factor': { id: 'scenario.secondFactor.objective', defaultMessage: 'Confirm a second factor, and see the plan continue.' },
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

const endings = defineMessages('scenario.ending', {
  encrypted: 'Ends encrypted',
  encryptedOnceFixed: 'Ends encrypted, after a fix',
  nothingToChange: 'Nothing to change',
  onAnotherKey: 'Ends on another key',
  severalEncrypted: 'Four environments on one key',
  onAgain: 'Environment is on again',
  staysLocked: 'Environment stays locked',
  stops: 'Stops at step {step, number}',
})

const families = defineMessages({
  lockedLater: { id: 'scenario.lockedLater.family', defaultMessage: 'Locked an hour later' },
})

const encrypted = wellAs(endings.encrypted, CASE_STAGES)

/** @param last stage before the fix */
const encryptedOnceFixed = (last: CaseStage, ...shown: Parameters<typeof encrypted>): Shown =>
  wellAs(endings.encryptedOnceFixed, upTo(last))(...shown)

const stops = (step: 1 | 2 | 3 | 4, objective: Message, [group, minutes, level]: Place): Shown => ({
  objective,
  group,
  minutes,
  level,
  ending: endings.stops({ step }),
  endsWell: false,
  stages: upTo(`step-${step}`),
})

/** A case that locks an environment later: all share a card with a choice of causes. */
const lockedLater = (cause: Message): Shown => ({
  ...wellAs(endings.onAgain, WITHOUT_WAIT)(objectives.lockedLater, ['later', 15, 3]),
  family: { title: families.lockedLater, choice: cause },
})

/** Easier cases first in each group. Minutes are planned, not measured. */
const GALLERY: Readonly<Record<ScenarioName, Shown>> = {
  'ready-to-enable': encrypted(objectives['ready-to-enable'], ['works', 15, 1]),
  'not-managed': encrypted(objectives['not-managed'], ['works', 15, 1]),
  'already-encrypted': wellAs(endings.nothingToChange, WITHOUT_WAIT)(objectives['already-encrypted'], ['works', 5, 1]),
  'unified-environment': encrypted(objectives['unified-environment'], ['works', 15, 2]),
  'key-expires-soon': encrypted(objectives['key-expires-soon'], ['works', 15, 2]),
  'partner-by-delegation': encrypted(objectives['partner-by-delegation'], ['works', 15, 2]),
  'earlier-key': encrypted(objectives['earlier-key'], ['works', 15, 2]),
  'rights-by-group': encrypted(objectives['rights-by-group'], ['works', 15, 2]),
  'reader-only': encrypted(objectives['reader-only'], ['works', 10, 2]),
  'private-vault': encrypted(objectives['private-vault'], ['works', 20, 3]),
  'managed-hsm': encrypted(objectives['managed-hsm'], ['works', 20, 3]),
  'imported-key': encrypted(objectives['imported-key'], ['works', 20, 3]),

  'integration-missing': stops(1, objectives['integration-missing'], ['missing', 5, 1]),
  'vault-without-purge-protection': encryptedOnceFixed('step-3', objectives['vault-without-purge-protection'], ['missing', 15, 2]),
  'no-reader': stops(3, objectives['no-reader'], ['missing', 20, 2]),
  'key-expires-too-soon': stops(3, objectives['key-expires-too-soon'], ['missing', 10, 2]),
  'vault-firewall': stops(3, objectives['vault-firewall'], ['missing', 10, 2]),
  'power-platform-half': stops(3, objectives['power-platform-half'], ['missing', 15, 2]),
  'vault-half': stops(1, objectives['vault-half'], ['missing', 10, 2]),
  'wrong-region': stops(3, objectives['wrong-region'], ['missing', 10, 3]),
  'existing-link': stops(4, objectives['existing-link'], ['missing', 10, 2]),
  'policy-out-of-reach': stops(4, objectives['policy-out-of-reach'], ['missing', 10, 3]),
  'managed-hsm-not-activated': stops(3, objectives['managed-hsm-not-activated'], ['missing', 10, 3]),

  throttled: encrypted(objectives.throttled, ['breaks', 15, 1]),
  'second-factor': encrypted(objectives['second-factor'], ['breaks', 15, 2]),
  'busy-environment': encryptedOnceFixed('step-2', objectives['busy-environment'], ['breaks', 10, 1]),
  'link-fails': encryptedOnceFixed('waiting', objectives['link-fails'], ['breaks', 20, 2]),
  'encrypted-before-integration': stops(1, objectives['encrypted-before-integration'], ['breaks', 5, 3]),
  'policy-recreated': stops(3, objectives['policy-recreated'], ['breaks', 10, 3]),

  'another-policy': wellAs(endings.onAnotherKey, WITHOUT_WAIT)(objectives['another-policy'], ['later', 20, 2]),
  landscape: wellAs(endings.severalEncrypted, CASE_STAGES)(objectives.landscape, ['later', 30, 2]),
  locked: wellAs(endings.onAgain, upTo('step-2'))(objectives.locked, ['later', 15, 3]),
  'lock-access-removed': lockedLater(whatIf.accessRemoved),
  'lock-key-disabled': lockedLater(whatIf.keyDisabled),
  'lock-key-deleted': lockedLater(whatIf.keyDeleted),
  'lock-vault-deleted': lockedLater(whatIf.vaultDeleted),
  // Permanently deleted: no recovery is documented.
  'lock-policy-deleted': { ...lockedLater(whatIf.policyDeleted), ending: endings.staysLocked, endsWell: false },
  'lock-key-version-disabled': lockedLater(whatIf.keyVersionDisabled),
  'lock-vault-closed': lockedLater(whatIf.vaultClosed),
  'lock-vault-fenced': lockedLater(whatIf.vaultFenced),
  'lock-key-expired': lockedLater(whatIf.keyExpired),
}

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(SCENARIO_TITLES, name)

export const practiceCases: readonly PracticeCase[] = Object.entries(GALLERY).flatMap(([name, shown]) =>
  isScenario(name) ? [{ name, ...shown, ...SCENARIO_TITLES[name] }] : [],
)
