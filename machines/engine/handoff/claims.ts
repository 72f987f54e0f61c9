import type { Choices, HandoffClaims, PolicyChoices } from '../../procedure/choices.ts'
import type { Finding, SequenceId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { messages } from './messages.ts'

/**
 * True for an answer that keeps what is there from the account. Power Platform gives “not found” for that as well; Azure gives
 * it for what is not there, so there it is an observation.
 */
function hides({ refusal }: Finding, id: SequenceId): boolean {
  if (refusal?.reason === 'not-found') return id === 'integration' || id === 'environment'
  return refusal?.reason === 'forbidden'
}

/** True for what could not be read here and may be confirmed on somebody else's word: nothing else with a refusal can be confirmed. */
export const restsOnWord = ({ attestable, refusal }: Finding): boolean => attestable === true && refusal !== undefined

/** Another policy was chosen since: what was said of the one before says nothing of it. */
const isSame = (told: HandoffClaims, { policy }: Choices): boolean =>
  policy !== undefined && (Object.keys(policy) as (keyof PolicyChoices)[]).every((name) => policy[name] === told.policy?.[name])

/** Who handed over step 3 as proved, for the environment and the policy that are chosen here, and when they read it. */
export function wordOnPolicy(choices: Choices): { readonly by: string; readonly at: number } | undefined {
  const { told, environmentId } = choices
  const proved = told?.proved.find(({ step }) => step === 'policy')
  return told && proved && told.environment.id === environmentId && isSame(told, choices) ? { by: told.by, at: proved.at } : undefined
}

/**
 * What a reading is after a hand-over. Whoever holds one side only may not read the other, so what the account is kept from
 * becomes a question to the person, where the sender read the step as proved. They answer in their own name. What could be
 * read stays as it was read: a hand-over never stands against an observation.
 */
export function applyHandoff(reading: Reading, choices: Choices): Reading {
  const { told } = choices
  const proved = told?.proved.find(({ step }) => step === reading.stepId)
  if (!told || !proved || told.environment.id !== choices.environmentId) return reading
  const isOfPolicy = reading.stepId === 'policy' || reading.stepId === 'membership'
  if (isOfPolicy && !isSame(told, choices)) return reading
  const isHidden = (finding: Finding): boolean =>
    (finding.status === 'unknown' || finding.status === 'fail') && hides(finding, reading.stepId)
  if (!reading.findings.some(isHidden)) return reading
  return {
    ...reading,
    note: messages.onWord({ by: told.by }),
    findings: reading.findings.map((finding): Finding => {
      if (!isHidden(finding)) return finding
      return {
        ...finding,
        status: 'unknown',
        attestable: true,
        owner: 'you',
        remedy: messages.onWordRemedy({ by: told.by, at: proved.at }),
      }
    }),
  }
}
