import type { Observation } from './finding.ts'

/** Only a person can settle it: they confirm it here, or acknowledge it where its offer leads. */
export const asksPerson = ({ status, attestable, toAcknowledge }: Pick<Observation, 'status' | 'attestable' | 'toAcknowledge'>): boolean =>
  status === 'unknown' && (attestable === true || toAcknowledge === true)
