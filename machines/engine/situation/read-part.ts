import { defined } from '../../defined.ts'
import type { Attestation } from '../step/finding.ts'
import { currentOf, isProved, type Reading } from '../step/proof.ts'
import { type Asks, askedOf } from '../wizard/step-asks.ts'
import type { Asked, Run } from './situation.ts'

/** How many of the most urgent kind, and the first of them; undefined for planned changes. */
const summaryOf = (asks: Asks | undefined): Asked | undefined =>
  asks && 'findings' in asks
    ? { state: asks.state, count: asks.findings.length, title: asks.findings[0].title, owner: asks.findings[0].owner }
    : undefined

/** What a reading says of its step. @param run what runs at the services for it @param place of the step, from 1 */
export const readPart = (reading: Reading, attestations: readonly Attestation[], place?: number, run?: Run) => ({
  id: reading.stepId,
  readAt: reading.readAt,
  isProved: isProved(reading, attestations),
  // What a change has made old plans nothing.
  planned: currentOf(reading)?.plan.length ?? 0,
  ...defined({ place, run, asks: run ? undefined : summaryOf(askedOf(reading, attestations)) }),
})
