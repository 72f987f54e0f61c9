import type { Choices } from '../choices.ts'
import { sameId } from '../ids.ts'
import type { Procedure, StepOutline } from '../procedure.ts'
import type { Finding } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { messages } from './messages.ts'

/** True for an answer that keeps what is there from the account. Where a service does not hide it so, “not found” is an observation. */
const hides = ({ refusal }: Finding, { isHiddenAsMissing }: Partial<StepOutline>): boolean =>
  refusal?.reason === 'not-found' ? isHiddenAsMissing === true : refusal?.reason === 'forbidden'

/** True for what could not be read here and may be confirmed on someone else's word: nothing else with a refusal can be confirmed. */
export const restsOnWord = ({ attestable, refusal }: Finding): boolean => attestable === true && refusal !== undefined

/**
 * What a reading is after a hand-over. Whoever holds one side only may not read the other, so what the account is kept from
 * becomes a question to the person, where the sender read the step as proved. They answer in their own name. What could be
 * read stays as it was read: a hand-over never stands against an observation.
 */
export function applyHandoff({ steps, chosen }: Pick<Procedure, 'steps' | 'chosen'>, reading: Reading, choices: Choices): Reading {
  const { told } = choices
  const proved = told?.proved.find(({ step }) => step === reading.stepId)
  if (!told || !proved || !sameId(told.environment.id, choices.environmentId)) return reading
  if (chosen?.steps.includes(reading.stepId) && !chosen.isToldOf(told, choices)) return reading
  const step = steps.find(({ id }) => id === reading.stepId)
  const isHidden = (finding: Finding): boolean => (finding.status === 'unknown' || finding.status === 'fail') && hides(finding, step ?? {})
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
