import { CASE_STAGES, type CaseStage } from '../machines/engine/wizard/case-stages.ts'
import type { PracticeCase } from '../machines/engine/wizard/view.ts'
import type { Message } from '../machines/messages/message.ts'
import { messages as whatIf } from '../machines/procedure/what-if/messages.ts'
import { endings, families, objectives } from './gallery-messages.ts'
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

const encrypted = wellAs(endings.encrypted, CASE_STAGES)

/** @param last stage before the fix */
const encryptedOnceFixed = (last: CaseStage, ...shown: Parameters<typeof encrypted>): Shown =>
  wellAs(endings.encryptedOnceFixed, upTo(last))(...shown)

const stops = (step: 1 | 2 | 3 | 4, objective: Message, [group, minutes, level]: Place): Shown => ({
  ...{ objective, group, minutes, level },
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
