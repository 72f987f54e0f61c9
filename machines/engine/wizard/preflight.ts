import type { Choices, PolicyChoices } from '../../procedure/choices.ts'
import { isPicture } from '../../procedure/picture.ts'
import { brokenRules } from '../../procedure/steps/policy/names.ts'
import { type Procedure, stepIds } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import type { Ports } from '../step/ports.ts'
import type { Reading } from '../step/proof.ts'

/** One read of all four steps. */
export interface Preflight {
  /** In the order of the steps. */
  readonly readings: readonly Reading[]
  /** What step 3 suggests, taken for the read because nothing is decided yet. It decides nothing. */
  readonly assumed?: PolicyChoices
}

/** What step 3's form would suggest, where it names everything by the services' rules. */
function suggested(readings: readonly Reading[]): PolicyChoices | undefined {
  const policy = readings.find(({ stepId }) => stepId === 'policy')
  const picture = policy?.choiceMissing ? policy.picture : undefined
  if (!picture || !isPicture(picture) || picture.kind !== 'policy') return undefined
  const { values: wished, account } = picture.form
  // Read for the account's own id where no other is known: what is wrong with that id is a finding.
  const values = wished.administratorObjectId === '' ? { ...wished, administratorObjectId: account.objectId } : wished
  return Object.keys(brokenRules(values)).length === 0 ? values : undefined
}

/**
 * Reads everything that the steps depend on, changing nothing. Where the key is to live may be undecided: then the steps
 * that need it are read once more with what their form would suggest, so that rights and licences are known before anything
 * is decided.
 * @param wanted the steps to read; the others stay as they were in `before`
 */
export async function readEverything(
  procedure: Procedure,
  ports: Pick<Ports, 'observe'>,
  choices: Choices,
  wanted: readonly StepId[],
  before: Preflight | undefined,
  signal: AbortSignal,
): Promise<Preflight> {
  const read = (steps: readonly StepId[], by: Choices) => Promise.all(steps.map((stepId) => ports.observe(stepId, by, undefined, signal)))
  const assumed = choices.policy === undefined ? before?.assumed : undefined
  const first = merged(procedure, before?.readings ?? [], await read(wanted, assumed ? { ...choices, policy: assumed } : choices))
  if (assumed) return { readings: first, assumed }
  const values = suggested(first)
  if (!values) return { readings: first }
  return { readings: merged(procedure, first, await read(['policy', 'membership'], { ...choices, policy: values })), assumed: values }
}

const merged = (procedure: Procedure, before: readonly Reading[], now: readonly Reading[]): readonly Reading[] =>
  stepIds(procedure).flatMap((stepId) => now.find((each) => each.stepId === stepId) ?? before.find((each) => each.stepId === stepId) ?? [])
