import { defineMessages, type Message } from '../../messages/message.ts'
import type { Action } from '../action.ts'
import type { Finding, FindingStatus } from '../step/finding.ts'
import { messages } from './messages.ts'

type Kept = Pick<Finding, 'key' | 'status' | 'title'>

/** A current finding with its stored one. `new`: none stored. */
export interface Compared<Before extends Kept> {
  readonly was?: Before
  readonly is: Finding
  readonly turn: 'worse' | 'better' | 'same' | 'new'
}

const BEST_FIRST: readonly FindingStatus[] = ['pass', 'warning', 'unknown', 'fail']

const WORDS = defineMessages('drift.finding', {
  pass: 'Passed: {title}',
  warning: 'Warning: {title}',
  unknown: 'Unknown: {title}',
  fail: 'Action required: {title}',
})

export const inWords = ({ status, title }: Pick<Finding, 'status' | 'title'>): Message => WORDS[status]({ title })

function turnOf(was: FindingStatus, is: FindingStatus): Compared<Kept>['turn'] {
  const by = BEST_FIRST.indexOf(is) - BEST_FIRST.indexOf(was)
  if (by === 0) return 'same'
  return by > 0 ? 'worse' : 'better'
}

/** Pairs current findings with the stored ones of the same check. */
export function compare<Before extends Kept>(before: readonly Before[], now: readonly Finding[]): readonly Compared<Before>[] {
  return now.map((is) => {
    const was = before.find(({ key }) => key === is.key)
    return was ? { was, is, turn: turnOf(was.status, is.status) } : { is, turn: 'new' }
  })
}

export const leftToMake = (plan: readonly Action[]): Message => messages.left({ count: plan.length })
