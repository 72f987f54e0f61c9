import type { Choices } from '../choices.ts'
import { sameId } from '../ids.ts'
import type { Procedure, StepOutline } from '../procedure.ts'
import type { Finding } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { messages } from './messages.ts'

/** An answer that hides a resource. Elsewhere "not found" is an observation. */
const hides = ({ refusal }: Finding, { isHiddenAsMissing }: Partial<StepOutline>): boolean =>
  refusal?.reason === 'not-found' ? isHiddenAsMissing === true : refusal?.reason === 'forbidden'

type Told = Pick<Finding, 'attestable' | 'refusal'>

/** An unreadable finding that a handoff may confirm; no other refusal can be confirmed. */
export const restsOnWord = ({ attestable, refusal }: Told): boolean => attestable === true && refusal !== undefined

/** Something of it was only said by another person: a confirmation is no reading. */
export const isOnWord = (reading: { readonly findings: readonly Told[] } | undefined): boolean =>
  reading?.findings.some(restsOnWord) === true

/**
 * A reading after a handoff. Unreadable parts become questions, if the sender had verified the step; the person answers
 * in their own name. Readable parts stay: claims never override readings.
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
