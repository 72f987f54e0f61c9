import type { OperationOutline, Procedure, StepOutline } from '../engine/procedure.ts'
import { defineMessages } from '../messages/message.ts'
import { actions } from './actions/registry.ts'
import { type Choices, stored } from './choices.ts'
import { chosenPolicy } from './chosen/chosen.ts'
import { acknowledged, assessedBefore, isAnswered, openGapsIn, openQuestions } from './coverage/decisions.ts'
import { ALL_DECISIONS } from './decisions.ts'
import { statusNames, valueNames } from './drift-messages.ts'
import type { Guide, OperationGuide } from './guide.ts'
import { LINK_TITLES, linkOf } from './links/links.ts'
import type { StepDefinition } from './observing.ts'
import { eachOther } from './operations/add/each.ts'
import { addGuide } from './operations/add/guide.ts'
import { changeGuide } from './operations/change/guide.ts'
import { holdingPolicyKept, policyBeforeKept, policyFollowed } from './operations/kept-in-mind.ts'
import type { Operation } from './operations/operation.ts'
import { protectGuide } from './operations/protect/guide.ts'
import { reEnableGuide } from './operations/re-enable/guide.ts'
import { revertGuide } from './operations/revert/guide.ts'
import { rotateGuide } from './operations/rotate/guide.ts'
import { isInPolicy } from './other-policy.ts'
import { letter } from './owners/owner-messages.ts'
import { OWNERS_LISTED } from './owners/owners.ts'
import { wordOf } from './service-words.ts'
import { contradictionOf } from './sources/contradictions.ts'
import { PLACES_OF_ACTIONS } from './sources/sections.ts'
import { sourceOf } from './sources/sources.ts'
import { environmentGuide } from './steps/environment/guide.ts'
import { integrationGuide } from './steps/integration/guide.ts'
import { membershipGuide } from './steps/membership/guide.ts'
import { policyGuide } from './steps/policy/guide.ts'
import { validateEnvironmentId } from './steps/policy/names.ts'
import { knownWait } from './waits.ts'

/* Customer-managed keys for Dynamics 365 finance and operations apps, in the order of Microsoft's article "Enable
   customer-managed keys".
   The only list of steps and operations. Texts are bundled; readings and judgments load with their first reading. */

// Power Platform answers "not found" also for what the account may not see; Azure only for what doesn't exist.
const IN_POWER_PLATFORM = { isHiddenAsMissing: true } as const
const IN_AZURE = {} as const
// Causes downtime, so it can wait for the maintenance window.
const CAN_WAIT = { mayBeScheduled: true } as const

const STEPS = [
  // 1. Enable the Power Platform integration.
  step('integration', integrationGuide, IN_POWER_PLATFORM, async () => (await import('./steps/integration/step.ts')).integration),
  // 2. Note the environment (Dataverse organization) name.
  step('environment', environmentGuide, IN_POWER_PLATFORM, async () => (await import('./steps/environment/step.ts')).environment),
  // 3. Create the enterprise policy: the key vault, the key, the policy, and its access to the key.
  step('policy', policyGuide, IN_AZURE, async () => (await import('./steps/policy/step.ts')).policy),
  // 4. Add the environment to the policy.
  step('membership', membershipGuide, CAN_WAIT, async () => (await import('./steps/membership/step.ts')).membership),
]

/**
 * Operations after the link: those without downtime first, the way out last. Source: "Manage your customer-managed
 * encryption key" (9 June 2025).
 */
const OPERATIONS = [
  // Create a new version of the key. No downtime.
  operation('rotate', rotateGuide, { opened: holdingPolicyKept }, async () => (await import('./operations/rotate/operation.ts')).rotate),
  // Keep the key from being lost: locks.
  operation(
    'protect',
    protectGuide,
    { opened: holdingPolicyKept, opensAfter: 'policy' },
    async () => (await import('./operations/protect/operation.ts')).protect,
  ),
  // Add another environment to the same policy.
  operation(
    'add',
    addGuide,
    { ...CAN_WAIT, opened: holdingPolicyKept, about: ({ additionId }: Choices) => additionId, each: eachOther },
    async () => (await import('./operations/add/operation.ts')).add,
  ),
  // Give the environment its key back after it was locked.
  operation(
    're-enable',
    reEnableGuide,
    { opened: holdingPolicyKept },
    async () => (await import('./operations/re-enable/operation.ts')).reEnable,
  ),
  // Use another key: another policy.
  operation(
    'change',
    changeGuide,
    { ...CAN_WAIT, opened: policyBeforeKept, follows: { of: 'policy', choices: policyFollowed } },
    async () => (await import('./operations/change/operation.ts')).change,
  ),
  // Go back to the key that Microsoft manages.
  operation(
    'revert',
    revertGuide,
    { ...CAN_WAIT, opened: holdingPolicyKept },
    async () => (await import('./operations/revert/operation.ts')).revert,
  ),
]

const words = defineMessages('wizard.sidePage', {
  checkingAll: { id: 'wizard.preflight.reading', defaultMessage: 'Checking everything that the four steps depend on' },
  allVerified: { id: 'wizard.announcement.allProved', defaultMessage: 'All four steps are verified. {title}.' },
  chooseOperation: { id: 'wizard.announcement.operations', defaultMessage: 'Manage your key: choose an operation' },
  coverage: 'What the key covers',
  landscape: 'Environments',
  operations: 'Manage your key',
  operationsClosed: 'Available when encrypted',
})

export const CUSTOMER_MANAGED_KEYS: Procedure = {
  steps: STEPS,
  operations: OPERATIONS,
  actions,
  decisions: ALL_DECISIONS,
  environment: { isId: (id) => validateEnvironmentId(id) === undefined, keptForAnother: assessedBefore },
  stored,
  chosen: chosenPolicy,
  coverage: { isAnswered, openGaps: openGapsIn, openQuestions, acknowledged },
  hasLandscape: true,
  isInPlace: ({ heldPolicyId }: Choices, environment) =>
    heldPolicyId !== undefined || (environment !== undefined && isInPolicy(environment)),
  // Only the environment's region may be taken from a handoff; the Power Platform admin reads it again in step 4.
  provableOnWord: ['policy-location'],
  references: {
    sourceOf,
    placesOf: (kind) => PLACES_OF_ACTIONS[kind] ?? [],
    linkTitle: (id) => LINK_TITLES[linkOf(id)],
    waitOf: knownWait,
    contradictionOf,
  },
  owners: OWNERS_LISTED,
  letter,
  words,
  fileName: 'cmk',
  reportWords: async () => (await import('./report/words.ts')).reportWords,
  drift: {
    values: valueNames,
    statuses: statusNames,
    subjects: ['policy-identity', 'linked-to-policy'],
    cautions: ['existing-policy', 'existing-policy-noted'],
    urgent: ['not-locked'],
    wordOf,
  },
}

export const STEP_IDS = STEPS.map(({ id }) => id)
export type StepId = (typeof STEP_IDS)[number]

export const OPERATION_IDS = OPERATIONS.map(({ id }) => id)
export type OperationId = (typeof OPERATION_IDS)[number]

export type SequenceId = StepId | OperationId

export const guideOf = (id: SequenceId): Guide => lineOf(id).guide

/** Loads the code of a step or an operation. */
export const definitionOf = (id: string): Promise<StepDefinition<string>> => lineOf(id).load()

export const definitions = (): Promise<readonly StepDefinition<string>[]> =>
  Promise.all([...STEPS, ...OPERATIONS].map(({ load }) => load()))

interface Line<Id extends string, Words extends Guide> {
  readonly id: Id
  readonly guide: Words
  readonly load: () => Promise<StepDefinition<string>>
}

function step<Id extends string>(
  id: Id,
  guide: Guide,
  where: Pick<StepOutline, 'isHiddenAsMissing' | 'mayBeScheduled'>,
  load: () => Promise<StepDefinition<Id>>,
) {
  return { id, guide, ...where, load } satisfies Line<Id, Guide>
}

type OperationHow = Pick<OperationOutline, 'opened' | 'follows' | 'opensAfter' | 'mayBeScheduled' | 'about' | 'each'>

function operation<Id extends string>(
  id: Id,
  guide: OperationGuide,
  how: OperationHow,
  load: () => Promise<Operation<Id>>,
): Line<Id, OperationGuide> & OperationHow {
  return {
    id,
    guide,
    ...how,
    load: async () => {
      const [{ asSequence }, loaded] = await Promise.all([import('./operations/reading.ts'), load()])
      return asSequence(loaded)
    },
  }
}

function lineOf(id: string): Line<string, Guide> {
  const found = [...STEPS, ...OPERATIONS].find((line) => line.id === id)
  if (!found) throw new Error(`The procedure has no ${id}`)
  return found
}
