import type { Reading } from '../step/proof.ts'

/**
 * The readings as they will be once the steps before them are done: what an earlier step creates is not missing in a later one, and what
 * the later one will write then is planned.
 */
export function foreseeing(readings: readonly Reading[]): readonly Reading[] {
  return readings.map((reading) => {
    const then = readings.map(({ foreseen }) => foreseen?.[reading.stepId]).find((each) => each?.settles !== undefined)
    if (!then) return reading
    const isSettled = ({ key, refusal }: Reading['findings'][number]): boolean =>
      then.settles?.some((each) => each.key === key && each.reason === refusal?.reason) ?? false
    return { ...reading, plan: then.plan, findings: reading.findings.filter((finding) => !isSettled(finding)) }
  })
}
