import type { DisplayText } from '../../messages/message.ts'
import type { Owner, SequenceId } from '../step/finding.ts'
import type { UnderWay } from './under-way.ts'

/*
 * What an environment's state is, in one word, and what follows from it. Lists, pages, and commands word it; none ranks by itself.
 * Decision 0230: one situation.
 */

/** Worst first: of everything that holds, the first counts. */
export const SITUATION_KINDS = [
  'locked',
  'failed',
  'stopped',
  'wrong-policy',
  'at-microsoft',
  'writing',
  'yours',
  'scheduled',
  'question',
  'ready',
  'unread',
  'done',
] as const
export type SituationKind = (typeof SITUATION_KINDS)[number]

/** Worst first: what a part asks for. */
export const ASKED_STATES = ['action-required', 'confirm', 'not-checked'] as const

/** The most urgent of what blocks a part: how many findings, and the first of them. */
export interface Asked {
  readonly state: (typeof ASKED_STATES)[number]
  readonly count: number
  readonly title: DisplayText
  readonly owner: Owner
}

/** A step or an operation, as it was read or recorded last. Times are milliseconds since 1970-01-01T00:00:00Z. */
export interface PartFacts {
  readonly id: SequenceId
  /** A step's place in the sequence, from 1. Operations have none. */
  readonly place?: number
  readonly readAt?: number
  readonly isProved: boolean
  /** Absent while it runs: findings from before say nothing of its end. */
  readonly asks?: Asked
  /** Number of changes that the last reading planned. */
  readonly planned: number
  /** Runs at the services for this environment. */
  readonly run?: Run
  readonly startsAt?: number
  /** The wizard makes its changes now. */
  readonly isWriting?: boolean
  /** A run of changes ended before its last one, and no reading since shows what came of it. */
  readonly isInterrupted?: boolean
  /** What its last change started at the services ended without success. */
  readonly failed?: Run
  /** Number of changes of its last run; absent once all are shown as made. */
  readonly confirmed?: number
}

export interface Run {
  readonly kind: UnderWay
  readonly since: number
}

export interface SituationFacts {
  /** The steps in their order, then the operations. */
  readonly parts: readonly PartFacts[]
  /** It is locked. `keyWorks`: the cause of the lock was read as fixed. */
  readonly lock?: { readonly keyWorks: boolean }
  /** It is in another policy than the chosen one. */
  readonly isInOtherPolicy?: boolean
  /** The services show that the key is in use; undefined where it wasn't read. */
  readonly isInEffect?: boolean
}

/** Where it is dealt with. */
interface At {
  readonly part: SequenceId
  readonly step?: number
}

interface Details {
  readonly locked: { readonly keyWorks: boolean } & Partial<At> & Partial<Asking>
  readonly failed: At & { readonly run: Run }
  /** Changes of the run, and those of them that were read as made; absent while that isn't read. */
  readonly stopped: At & { readonly of: number; readonly made?: number }
  readonly 'wrong-policy': object
  readonly 'at-microsoft': At & { readonly run: Run }
  readonly writing: At
  readonly scheduled: At & { readonly startsAt: number }
  readonly yours: At & Asking
  readonly question: At & Asking
  readonly ready: At & { readonly planned: number }
  /** Without a finding: not read yet, or, with `isLinked`, everything but whether the key is in use. */
  readonly unread: Partial<At> & Partial<Asking> & { readonly isLinked?: true }
  readonly done: object
}

interface Asking {
  readonly asks: Asked
  /** Findings of this state in all parts: the only count. */
  readonly inAll: number
}

export type SituationOf<Kind extends SituationKind> = Details[Kind] & { readonly kind: Kind }
export type Situation = { readonly [Kind in SituationKind]: SituationOf<Kind> }[SituationKind]

const at = ({ id, place }: PartFacts): At => ({ part: id, ...(place === undefined ? {} : { step: place }) })

/** The first part for which something holds, with what. */
function first<Found>(parts: readonly PartFacts[], find: (part: PartFacts) => Found | undefined): (At & Found) | undefined {
  for (const part of parts) {
    const found = find(part)
    if (found !== undefined) return { ...at(part), ...found }
  }
  return undefined
}

const isSet = (is: boolean | undefined): object | undefined => (is ? {} : undefined)

function asking({ parts }: SituationFacts, state: Asked['state']): (At & Asking) | undefined {
  const inAll = parts.reduce((sum, { asks }) => sum + (asks?.state === state ? asks.count : 0), 0)
  return first(parts, ({ asks }) => (asks?.state === state ? { asks, inAll } : undefined))
}

/** The step that is next. A planned change of a later one may rest on what this one still asks. */
const nextStep = ({ parts }: SituationFacts): PartFacts | undefined => parts.find(({ place, isProved }) => place !== undefined && !isProved)

function readyIn(facts: SituationFacts): Details['ready'] | undefined {
  const next = nextStep(facts)
  return next && next.planned > 0 && next.asks === undefined ? { ...at(next), planned: next.planned } : undefined
}

function unreadIn(facts: SituationFacts): Details['unread'] | undefined {
  const asked = asking(facts, 'not-checked')
  const next = nextStep(facts)
  if (asked ?? next) return asked ?? (next && at(next))
  return facts.isInEffect ? undefined : { isLinked: true }
}

/** Until a reading from after the run, nothing is made or not made. A refused first change leaves a plan, not half a run. */
function stoppedIn({ isInterrupted, isProved, isWriting, run, planned, confirmed = planned }: PartFacts) {
  if (isProved || isWriting || run) return undefined
  if (isInterrupted) return confirmed > 0 ? { of: confirmed } : undefined
  return planned > 0 && confirmed > planned ? { of: confirmed, made: confirmed - planned } : undefined
}

/** A step shows by itself what came of it; what came of an operation, all steps together, read since. */
function failedIn({ parts }: SituationFacts): Details['failed'] | undefined {
  const steps = parts.filter(({ place }) => place !== undefined)
  return first(parts, ({ failed, place, isProved }) => {
    const shown = failed && (place === undefined ? steps.every((step) => step.isProved && (step.readAt ?? 0) > failed.since) : isProved)
    return failed === undefined || shown ? undefined : { run: failed }
  })
}

/** A key that was lost meanwhile can't wait for the end: what needs action, and was read since the start, comes first. */
function runningIn({ parts }: SituationFacts): Details['at-microsoft'] | undefined {
  const running = first(parts, ({ run }) => run && { run })
  const isLater = ({ asks, readAt = 0 }: PartFacts) =>
    asks?.state === 'action-required' && running !== undefined && readAt > running.run.since
  return parts.some(isLater) ? undefined : running
}

const as = <Kind extends SituationKind>(kind: Kind, details: Details[Kind] | undefined): SituationOf<Kind> | undefined =>
  details && { ...details, kind }

const RULES: { readonly [Kind in SituationKind]: (facts: SituationFacts) => SituationOf<Kind> | undefined } = {
  locked: (facts) => as('locked', facts.lock && { ...asking(facts, 'action-required'), ...facts.lock }),
  failed: (facts) => as('failed', failedIn(facts)),
  stopped: ({ parts }) => as('stopped', first(parts, stoppedIn)),
  'wrong-policy': ({ isInOtherPolicy }) => as('wrong-policy', isSet(isInOtherPolicy)),
  'at-microsoft': (facts) => as('at-microsoft', runningIn(facts)),
  writing: ({ parts }) =>
    as(
      'writing',
      first(parts, ({ isWriting }) => isSet(isWriting)),
    ),
  yours: (facts) => as('yours', asking(facts, 'action-required')),
  scheduled: ({ parts }) =>
    as(
      'scheduled',
      first(parts, ({ startsAt }) => (startsAt === undefined ? undefined : { startsAt })),
    ),
  question: (facts) => as('question', asking(facts, 'confirm')),
  ready: (facts) => as('ready', readyIn(facts)),
  unread: (facts) => as('unread', unreadIn(facts)),
  done: () => ({ kind: 'done' }),
}

/** The one situation. Pure; the same facts give the same, whoever asks. */
export function situationOf(facts: SituationFacts): Situation {
  for (const kind of SITUATION_KINDS) {
    const holds: (of: SituationFacts) => Situation | undefined = RULES[kind]
    const situation = holds(facts)
    if (situation) return situation
  }
  return { kind: 'done' }
}
