import { defined } from '../../defined.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Refusal } from '../answer.ts'
import type { Decision } from '../decision.ts'
import type { SidePage } from '../wizard/side-pages.ts'
import { type Exchange, notingEvidence } from './evidence.ts'

/** A documented step. */
export type StepId = string
/** Something that can be done after the last step: a small sequence of its own. */
export type OperationId = string
/** Everything that the loop of observing, planning, applying and observing again can run. */
export type SequenceId = StepId | OperationId

/** Entry of the failure catalogue, for example `F-401`. */
export type CatalogueId = `F-${string}`

/** `unknown` is not `pass`: the services cannot tell, so a person attests or the step stays closed. */
export type FindingStatus = 'pass' | 'warning' | 'fail' | 'unknown'

/* Names of the procedure that the engine only passes on; the procedure's own types list them. */

/** Role that can fix a finding. `you` is the reader, in every procedure. */
export type Owner = string
/** A part of a step that the window lists below its title. */
export type Part = string
/** An address outside that the window may open. */
export type LinkId = string
export type SourceId = string
/** A documented duration. */
export type WaitId = string
/** A matter on which documents disagree. */
export type ContradictionId = string

/** One of several causes that a check judges together. */
export interface Cause {
  /** Unique among the causes of its check, and stable: records name it. */
  readonly key: string
  readonly status: FindingStatus
}

/** Result of a check before its own texts are added. */
export interface Observation {
  readonly status: FindingStatus
  /** The outcome in one line, not the name of the check. */
  readonly title: DisplayText
  /** The actual value that was read. */
  readonly seen: DisplayText
  /** Replaces the check's own remedy where the case needs other words. */
  readonly remedy?: DisplayText
  /** Replaces the check's own owner. */
  readonly owner?: Owner
  /** Replaces the check's own clicks, where they name what was read: a scope, a role, a command. */
  readonly byHand?: readonly DisplayText[]
  /** Replaces the check's own address, where that is done elsewhere. */
  readonly link?: LinkId
  /** True: a person may confirm what the services cannot tell. Only with status `unknown`. */
  readonly attestable?: boolean
  /** True: a person acknowledges it where its offer leads. Only with status `unknown`. */
  readonly toAcknowledge?: true
  /** Kinds of actions that put this right when they stand in the plan. */
  readonly putRightBy?: readonly string[]
  readonly refusal?: Refusal
  /** Subject of a confirmation, if the same check can later be about something else. Part of the finding's key. */
  readonly subject?: string
  /** Repeated where the plan is confirmed. */
  readonly atConfirmation?: DisplayText
  /** The way to put it right from here, where no plan does it unasked. */
  readonly offer?: Offer
  /** State of each cause, if the finding has several. */
  readonly causes?: readonly Cause[]
  /** Expiration, in milliseconds since 1970-01-01T00:00:00Z: an earlier one is a change for the worse. */
  readonly endsAt?: number
}

/** A button that puts something right, or leads to the page where that is done. */
export type Offer =
  | { readonly event: 'DECIDE'; readonly decision: Decision; readonly title: DisplayText }
  /** With `step` for the page on which a step is handed over. */
  | { readonly event: 'GO_TO_PAGE'; readonly page: SidePage; readonly step?: StepId; readonly title: DisplayText }

/** A check: one entry of a step's list, judged from that step's facts alone. */
export interface Check<Facts> {
  /** Unique in the whole wizard and stable: evidence and tests name it. */
  readonly key: string
  readonly id: CatalogueId
  readonly part: Part
  readonly owner: Owner
  /** Why it matters, in one or two sentences. */
  readonly why: DisplayText
  /** Remedy in one or two sentences. */
  readonly remedy: DisplayText
  /** The clicks, where there is a way by hand. */
  readonly byHand?: readonly DisplayText[]
  readonly link?: LinkId
  readonly source: SourceId
  /** Heading in the source that its `why`, `remedy` and `byHand` rest on. */
  readonly heading?: string
  /** Keys of checks of the same list whose remedies would be wrong while this one fails: what they found is not shown then. */
  readonly supersedes?: readonly string[]
  /** While this check fails the step must not be carried out, so its manual steps are not offered either. */
  readonly forbidsStep?: true
  /** About the account's rights, or only its reach: another person can take over the step. */
  readonly aboutAccount?: true | 'reaches'
  /** Gives nothing when the facts hold nothing to judge, for example a vault that is yet to be created. */
  judge(facts: Facts, now: number): Observation | undefined
}

/** Finding for the window and for opening the next step. */
export interface Finding extends Observation {
  readonly key: string
  readonly id: CatalogueId
  readonly part: Part
  readonly owner: Owner
  readonly why: DisplayText
  readonly remedy: DisplayText
  readonly byHand: readonly DisplayText[]
  readonly link?: LinkId
  readonly source: SourceId
  readonly heading?: string
  /** Requests whose responses the check used; absent if not recorded. */
  readonly evidence?: readonly Exchange[]
  /** Only on a fail: the step must not be carried out, regardless of its guide. */
  readonly forbidsStep?: true
  /** Another person can take the step over. */
  readonly aboutAccount?: true | 'reaches'
}

const ORDER: Readonly<Record<FindingStatus, number>> = { fail: 0, unknown: 1, warning: 2, pass: 3 }

/**
 * Judges the facts with every check at once, so that all that is wrong is known together and not one after the other. What a
 * failed check supersedes is left out: its remedy would contradict the other's.
 * @param now milliseconds since 1970-01-01T00:00:00Z, for the checks that compare dates
 * @returns fails first, then unknowns, warnings and passes; what forbids the step before other fails; then in the order of the checks
 */
export function judge<Facts>(checks: readonly Check<Facts>[], facts: Facts, now: number): readonly Finding[] {
  const judged = checks.flatMap((check) => {
    const finding = findingOf(check, facts, now)
    return finding ? [{ check, finding }] : []
  })
  const superseded = new Set(judged.flatMap(({ check, finding }) => (finding.status === 'fail' ? (check.supersedes ?? []) : [])))
  return judged
    .filter(({ check }) => !superseded.has(check.key))
    .map(({ finding }) => finding)
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || Number(b.forbidsStep ?? false) - Number(a.forbidsStep ?? false))
}

function findingOf<Facts>(check: Check<Facts>, facts: Facts, now: number): Finding | undefined {
  const { seen, evidence } = notingEvidence(facts)
  const observation = check.judge(seen, now)
  if (observation === undefined) return undefined
  const { subject, ...observed } = observation
  return {
    key: subject === undefined ? check.key : `${check.key}:${subject}`,
    id: check.id,
    part: check.part,
    why: check.why,
    byHand: check.byHand ?? [],
    source: check.source,
    ...(check.link ? { link: check.link } : {}),
    ...observed,
    owner: observation.owner ?? check.owner,
    remedy: observation.remedy ?? check.remedy,
    ...(check.forbidsStep && observation.status === 'fail' ? { forbidsStep: true as const } : {}),
    ...defined({ heading: check.heading, aboutAccount: check.aboutAccount }),
    ...(evidence.size > 0 ? { evidence: [...evidence] } : {}),
  }
}

/** A person's word for what no service can tell. */
export interface Attestation {
  readonly key: string
  readonly by: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** The question as it was asked. On another day, or for another environment, it no longer applies. */
  readonly title?: DisplayText
}

/**
 * True if the finding blocks the next step: a fail, or an unknown without a confirmation. Decision 0028: a refused read is repeated, not
 * confirmed.
 */
export function blocks(finding: Finding, attestations: readonly Attestation[]): boolean {
  if (finding.status === 'fail') return true
  return finding.status === 'unknown' && !(finding.attestable && attestations.some((attestation) => attestation.key === finding.key))
}
