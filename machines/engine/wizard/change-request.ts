import { defined } from '../../defined.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Harm } from '../action.ts'
import type { Outage } from '../calendar.ts'
import { guideOf, type Procedure, stepsBefore } from '../procedure.ts'
import type { Attestation, Finding, SequenceId } from '../step/finding.ts'
import { isOpenEnded, timeNeeded } from '../step/maintenance-window.ts'
import { isPlanned, type Reading } from '../step/proof.ts'
import { recordIn, type WizardContext } from './context.ts'
import { isRequestable } from './requestable.ts'
import { actionView } from './step-view.ts'
import type { ActionView } from './view-of-step.ts'

/** A touched resource, and when it was read. */
export interface TouchedThing {
  readonly label: DisplayText
  readonly value: DisplayText
  /** Its ID at the service. */
  readonly id?: DisplayText
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly readAt: number
}

/** The procedure's part of the request, besides the plan. */
export interface Requested {
  readonly touched: readonly TouchedThing[]
  /** Names of the roles that make changes. */
  readonly owners: Readonly<Record<string, DisplayText>>
}

/** Findings of a step, and when they were read. */
export interface RequestedStep {
  readonly title: DisplayText
  readonly readAt: number
  readonly findings: readonly (Pick<Finding, 'status' | 'title' | 'seen'> & {
    /** The plan resolves it. */
    readonly planned: boolean
    readonly confirmed?: Pick<Attestation, 'by' | 'at'>
  })[]
}

/** A change that takes users offline, for those who approve it: what was read, and what is planned. It's no proof that anything was done. */
export interface ChangeRequest extends Requested {
  readonly title: DisplayText
  readonly environment: NonNullable<Reading['environment']>
  readonly tenant: { readonly id: string; readonly name: string }
  /** The scenario, where nothing is real. */
  readonly practice?: string
  readonly changes: readonly ActionView[]
  readonly harms: readonly Omit<Harm, 'start'>[]
  /** Absent: not chosen yet. */
  readonly time?: Outage
  /** Milliseconds that it can take by the documents, or that are to be planned for. */
  readonly needed: number
  readonly isOpenEnded: boolean
  /** Steps whose last reading counts, in their order, the one with the plan last. */
  readonly steps: readonly RequestedStep[]
  /** Steps that something has changed since they were read. */
  readonly old: readonly DisplayText[]
}

const stepOf = (
  procedure: Procedure,
  { stepId, readAt, findings, plan }: Reading,
  attestations: readonly Attestation[],
): RequestedStep => ({
  title: guideOf(procedure, stepId).title,
  readAt,
  findings: findings.map((finding) => {
    const attestation = finding.attestable ? attestations.find(({ key }) => key === finding.key) : undefined
    return {
      status: finding.status,
      title: finding.title,
      seen: finding.seen,
      planned: isPlanned(finding, plan),
      ...defined({ confirmed: attestation && { by: attestation.by, at: attestation.at } }),
    }
  }),
})

/** The planned time: what is scheduled, else what is being chosen. */
function timeOf({ actions }: Procedure, { plan }: Reading, from: number, timeZone: string): Outage {
  const end = from + timeNeeded(actions, plan)
  return { start: from, end, timeZone, ...(isOpenEnded(actions, plan) ? { isPlanned: true as const } : {}) }
}

/**
 * The plan of a step or an operation as a request; nothing where there is none to approve. Only readings that count are in it.
 * @param chosen the start that is being chosen, where none is scheduled
 */
export function changeRequestOf(
  context: WizardContext,
  id: SequenceId,
  chosen: { readonly from: number; readonly timeZone: string } | undefined,
  requested: Requested | undefined,
): ChangeRequest | undefined {
  const { procedure, tenant, attestations } = context
  const { reading, phase, schedule } = recordIn(context, id)
  const readOnly = tenant.practice?.readOnly
  if (!isRequestable(procedure, { attestations, ...defined({ reading, readOnly }) }, phase)) return undefined
  const environment = reading?.environment
  if (!reading || !environment || !requested) return undefined
  const before = stepsBefore(procedure, id).flatMap((each) => recordIn(context, each).reading ?? [])
  const start = schedule?.window ?? chosen
  const { actions } = procedure
  return {
    title: guideOf(procedure, id).title,
    environment,
    tenant: { id: tenant.account.tenantId, name: tenant.account.tenantName },
    ...defined({ practice: tenant.practice?.scenario }),
    ...requested,
    changes: reading.plan.map((action) => actionView(procedure, action, reading.names)),
    harms: reading.plan.flatMap((action) => actions.definitionOf(action).harm?.(action) ?? []).map(({ start: _, ...harm }) => harm),
    ...(start ? { time: timeOf(procedure, reading, start.from, start.timeZone) } : {}),
    needed: timeNeeded(actions, reading.plan),
    isOpenEnded: isOpenEnded(actions, reading.plan),
    steps: [...before.filter(({ oldSince }) => oldSince === undefined), reading].map((each) => stepOf(procedure, each, attestations)),
    old: before.filter(({ oldSince }) => oldSince !== undefined).map(({ stepId }) => guideOf(procedure, stepId).title),
  }
}
