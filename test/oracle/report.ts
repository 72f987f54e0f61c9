import type { WriteRecord } from '#node/practice/state.ts'
import type { ShownFinding, Summary, Try } from '#node/records/evidence/summary.ts'
import { english } from '../english.ts'
import { type Claim, claim, isHeld, isLockedIn } from './claim.ts'
import type { Truth } from './truth.ts'

/*
 * Statements of a saved report in the form of its summary: changes made or refused, ended operations, and readings. Each is as of a time,
 * and must have been true then.
 */

export interface Moment {
  /** Milliseconds since 1970-01-01T00:00:00Z, as of the tenant's clock. */
  readonly at: number
  readonly truth: Truth
}

/** States at a time, as far as known: the last before it, then, and the first after it. */
export function around(moments: readonly Moment[], at: number): readonly Truth[] {
  const before = moments.findLast((each) => each.at <= at)
  const after = moments.find((each) => each.at >= at)
  return [...(before ? [before] : []), ...moments.filter((each) => each.at === at), ...(after ? [after] : [])].map(({ truth }) => truth)
}

type Finding = Pick<ShownFinding, 'key' | 'status'>

/** Claims of a passed check about the tenant, on a page or in a report. */
export function passedClaims(findings: readonly Finding[]): readonly Claim[] {
  return findings.flatMap(({ key, status }) => {
    if (status !== 'pass') return []
    if (key === 'linked-to-policy') return [claim('finding: linked to the policy', isHeld)]
    const [, of] = /^protect-lock-(vault|policy)$/.exec(key) ?? []
    return of === 'vault' || of === 'policy' ? [claim(`protected: a lock on the ${of}`, isLockedIn(of))] : []
  })
}

const sameRequest = (one: { readonly method: string; readonly path: string }, { method, path }: WriteRecord): boolean =>
  `${one.method} ${one.path}`.toLowerCase() === `${method} ${path}`.toLowerCase()

/** A conflict is also what a service says of what is there already: whether it was made is for the next reading to say. */
const isRefusedForGood = ({ refusal }: Try): boolean =>
  refusal?.status !== undefined && refusal.status >= 400 && refusal.status < 500 && refusal.status !== 409

/** Writes accepted by the services, oldest first. */
const acceptedOf = ({ requests, startedAt, endedAt = Number.POSITIVE_INFINITY }: Try, accepted: readonly WriteRecord[]) =>
  accepted.filter((write) => write.at >= startedAt && write.at <= endedAt && requests.some((request) => sameRequest(request, write)))

/**
 * @param later tries of the same change: one that began in the moment in which this one ended can be what made it
 * @param accepted everything that the services accepted, oldest first
 */
function tryFalsehoods(title: string, each: Try, later: readonly Try[], accepted: readonly WriteRecord[]): readonly string[] {
  const { ended, endedAt } = each
  const own = acceptedOf(each, accepted)
  if (ended === 'written' && own.length === 0) return [`report: “${title}” was written, and no service accepted it`]
  const wasNotMade = ended === 'already-so' || (ended === 'refused' && isRefusedForGood(each))
  const byLater = later.flatMap((other) => (other.ended === 'written' ? acceptedOf(other, accepted) : []))
  return wasNotMade && own.some((write) => write.changed && !(write.at === endedAt && byLater.includes(write)))
    ? [`report: “${title}” ended ${ended}, and it was made`]
    : []
}

/**
 * False statements of a report.
 * @param moments states, oldest first
 * @param accepted by the services, oldest first
 */
export function reportFalsehoods(summary: Summary, moments: readonly Moment[], accepted: readonly WriteRecord[]): readonly string[] {
  const now = moments.at(-1)?.truth
  const work = [...summary.steps, ...(summary.operations ?? [])]
  const said: readonly (readonly [at: number, claims: readonly Claim[]])[] = summary.steps.flatMap(({ step, proved, before, after }) => [
    ...(proved && step === 'membership' ? [[proved.at, [claim('the last step was proved', isHeld)]] as const] : []),
    ...(proved && step === 'integration'
      ? [[proved.at, [claim('the first step was proved', ({ isIntegrated }: Truth) => isIntegrated)]] as const]
      : []),
    ...[before, after].flatMap((shown) => (shown ? [[shown.at, passedClaims(shown.findings)] as const] : [])),
  ])
  const operations = summary.waits.flatMap(({ state, operationId, at }) => {
    const known = now?.operations.find(({ id }) => id === operationId)
    const isSo = known === undefined || state === 'running' ? known === undefined || known.createdAt <= at : known.state === state
    return isSo ? [] : [`report: an operation ${state} at ${new Date(at).toISOString()}, which is ${known?.state}`]
  })
  return [
    ...work.flatMap(({ actions }) =>
      actions.flatMap(({ title, tries }) =>
        tries.flatMap((each, index) => tryFalsehoods(english.text(title), each, tries.slice(index + 1), accepted)),
      ),
    ),
    ...operations,
    ...said.flatMap(([at, claims]) => {
      const then = around(moments, at)
      return claims
        .filter(({ holds }) => then.length > 0 && !then.some(holds))
        .map(({ says }) => `report: ${says}: false at ${new Date(at).toISOString()}`)
    }),
  ]
}
