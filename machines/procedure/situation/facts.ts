import { type CarriedOut, carriedOutIn } from '../../engine/situation/carried-out.ts'
import { readPart } from '../../engine/situation/read-part.ts'
import type { PartFacts, SituationFacts } from '../../engine/situation/situation.ts'
import type { Reading } from '../../engine/step/proof.ts'
import { recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import { newestOfEach } from '../../engine/wizard/foreseeing.ts'
import type { StepRecord } from '../../engine/wizard/step-record.ts'
import { isInOtherPolicy, isLocked } from '../key-map/key-map-view.ts'
import { LISTED_AS } from '../listed-as.ts'
import { STEP_IDS } from '../procedure.ts'

function stateOf({ phase, ending, left = 0 }: StepRecord): Parameters<typeof carriedOutIn>[3] {
  if (phase === 'applying' || phase === 'pausing' || (phase === 'waiting' && left > 0)) return 'writing'
  // What a run leaves is known with the reading after it.
  if (phase !== 'reviewing' && phase !== 'confirming') return 'busy'
  return ending?.cause.by === 'operation' ? 'busy' : 'at-rest'
}

/** @param reading the newest, wherever it was made @param underway what it saw running that no one follows yet */
function done(record: StepRecord, reading: Reading | undefined, underway?: Reading['underway']): CarriedOut {
  const { receipts, pending = underway, schedule, sent, confirmed } = record
  return { readAt: reading?.readAt, receipts, pending, schedule, sent, confirmed }
}

/** What is known of the chosen environment: the newest reading of each step, wherever it was made, and all that was done. */
export function situationFactsIn(context: WizardContext): SituationFacts {
  const { attestations, operations, choices } = context
  const environmentId = choices.environmentId ?? ''
  const readings = newestOfEach(context, 'preflight')
  const part = (record: StepRecord, reading: Reading | undefined, underway?: Reading['underway']) =>
    carriedOutIn(LISTED_AS, environmentId, done(record, reading, underway), stateOf(record))
  const steps = STEP_IDS.map((id, index): PartFacts => {
    const [record, reading, place] = [recordIn(context, id), readings[index], index + 1]
    const carriedOut = part(record, reading, reading?.underway)
    const read = reading && readPart(reading, attestations, place, carriedOut.run)
    return { id, place, isProved: false, planned: 0, ...read, ...carriedOut }
  })
  const [policy, last] = [steps[STEP_IDS.indexOf('policy')], readings.at(-1)]
  return {
    parts: [
      ...steps,
      ...Object.entries(operations).map(([id, record]) => ({ id, isProved: false, planned: 0, ...part(record, record.reading) })),
    ],
    ...(isLocked(context) ? { lock: { keyWorks: policy?.isProved === true } } : {}),
    ...(isInOtherPolicy(context) ? { isInOtherPolicy: true } : {}),
    isInEffect: LISTED_AS.isInEffect(last?.findings ?? []),
  }
}
