import { rowAt } from '#machines/engine/situation/listed.ts'
import type { EngagementRow } from '#messages/view.ts'
import { needingSomeone, uncheckedOf } from '#renderer/home/rows.ts'
import { type Claim, claim, isHeld, isLost, runs } from './claim.ts'
import type { Truth } from './truth.ts'

/*
 * Compares an environment's row on the start page with the tenant: its state, its steps, its key's expiration, and whether a person must
 * act.
 */

const RUNS: Readonly<Partial<Record<EngagementRow['state']['kind'], 'link' | 'unlink'>>> = { encrypting: 'link', removing: 'unlink' }

/** Something is wrong that gets well by itself for no one. What was to begin and runs already, begun by another person, asks for nothing. */
const someoneHasToAct = ({ isLocked, isOverdue, held, running, ended }: Truth): boolean =>
  isLocked || held?.works === false || (running === undefined && (isOverdue || (held === undefined && ended.at(-1)?.how === 'failed')))

/** The list doesn't separate writes and readings: it says so while a change is incomplete. */
const isAtRest = (truth: Truth): boolean => isHeld(truth) && truth.running === undefined

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function rowClaims(listed: EngagementRow, now: number): readonly Claim[] {
  const row = rowAt(listed, now)
  const { state, steps, keyExpires } = row
  const says = (what: string) => `start page: ${what} (${state.kind})`
  const what = RUNS[state.kind]
  return [
    ...(what && 'since' in state ? [claim(says('it runs'), runs(what, state.since))] : []),
    ...(state.kind === 'encrypted' || state.kind === 'linked' ? [claim(says('done'), isAtRest)] : []),
    ...(state.kind === 'locked' ? [claim(says('locked'), isLost)] : []),
    ...(steps.at(0) === 'verified' ? [claim(says('the first step is done'), ({ isIntegrated }) => isIntegrated)] : []),
    ...(steps.at(-1) === 'verified' ? [claim(says('the last step is done'), isHeld)] : []),
    ...(keyExpires === undefined ? [] : [claim(says('when the key expires'), ({ expiries }) => expiries.includes(keyExpires))]),
    ...(needingSomeone([row]) + uncheckedOf([row]) === 0 ? [claim(says('no one has to act'), (truth) => !someoneHasToAct(truth))] : []),
  ]
}
