import { asksPerson } from './asks-person.ts'
import type { Finding } from './finding.ts'

/** Severity of a finding, highest first: blocking, to be confirmed by a person, unreadable, and without a required action. */
export const SEVERITIES = ['fail', 'attest', 'unknown', 'warning', 'planned', 'settled'] as const
export type Severity = (typeof SEVERITIES)[number]

type Judged = Pick<Finding, 'status' | 'attestable' | 'toAcknowledge'> & { readonly planned: boolean; readonly attested?: object }

export function severityOf(finding: Judged): Severity {
  const { status, planned, attested } = finding
  if (status === 'pass') return 'settled'
  if (planned) return 'planned'
  if (status !== 'unknown') return status
  if (attested) return 'settled'
  return asksPerson(finding) ? 'attest' : 'unknown'
}

/** Sort keys of a list, zero-based. */
export interface Placed {
  readonly severity: number
  readonly person: number
  readonly step: number
}

/** The order of every list of what asks for something: severity before person before step. Among equals the order stays. */
export const byNeed = (a: Placed, b: Placed): number => a.severity - b.severity || a.person - b.person || a.step - b.step

export const placeOfSeverity = (finding: Judged): number => SEVERITIES.indexOf(severityOf(finding))

/** Of a finding of which only the status is known. */
export const placeOfStatus = (status: Finding['status']): number => SEVERITIES.indexOf(status === 'pass' ? 'settled' : status)

/** It needs someone before the step is done. */
export const isInTheWay = (finding: Judged): boolean => !['warning', 'planned', 'settled'].includes(severityOf(finding))
