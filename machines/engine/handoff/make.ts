import { defined } from '../../defined.ts'
import { verbatim } from '../../messages/message.ts'
import { withoutMarks } from '../../messages/one-line.ts'
import { type ActionDescription, describeAction, isMade, type Names } from '../action.ts'
import { isStep, type Procedure, stepIds } from '../procedure.ts'
import type { Finding, StepId } from '../step/finding.ts'
import { blockingFindings } from '../step/proof.ts'
import { recordIn, stepIsProved, type WizardContext } from '../wizard/context.ts'
import { expectedOf } from '../wizard/plans.ts'
import { restsOnWord } from './claims.ts'
import type { AskedAction, HandOver, HandOverPurpose } from './hand-over.ts'

const LONGEST_NAME = 512

export interface HandingOver {
  readonly purpose: HandOverPurpose
  readonly step: StepId
  /** Written by the sender; may be empty. */
  readonly note: string
}

const isOthersToProve = (procedure: Procedure, finding: Finding): boolean =>
  restsOnWord(finding) && !procedure.provableOnWord.includes(finding.key)

const asked = ({ title, resource, before, after, undo, usersCutOff, takes, owner }: ActionDescription): AskedAction => ({
  title,
  resource,
  before,
  after,
  undo,
  usersCutOff,
  takes,
  owner,
})

function environmentOf(environment: HandOver['environment'] | undefined): HandOver['environment'] | undefined {
  if (!environment) return undefined
  const { id, displayName, location } = environment
  return { id, ...defined({ displayName, location }) }
}

/**
 * A step for its performer or requester.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @returns undefined without a sign-in or environment, or for an unknown step
 */
export function handOverOf(
  context: WizardContext,
  { purpose, step, note: written }: HandingOver,
  cloud: HandOver['cloud'],
  journal: HandOver['journal'],
  now: number,
): HandOver | undefined {
  const { procedure, tenant, choices, attestations } = context
  const { environmentId, told } = choices
  const note = withoutMarks(written).trim()
  if (environmentId === undefined || !isStep(procedure, step)) return undefined
  const { objectId, userName, displayName, tenantId, tenantName } = tenant.account
  const readings = stepIds(procedure).flatMap((each) => recordIn(context, each).reading ?? [])
  const findings = readings.flatMap((reading) => reading.findings)
  const environment = readings.map((reading) => reading.environment).find((each) => each !== undefined) ?? told?.environment
  const { reading } = recordIn(context, step)
  const names: Names = Object.assign({}, ...readings.map((each) => each.names))
  const named = Object.entries(names).map(([id, name]) => ({ id, name: name.slice(0, LONGEST_NAME) }))
  return {
    purpose,
    madeAt: now,
    from: { objectId, userName, displayName },
    cloud,
    tenant: { id: tenantId, name: tenantName },
    environment: environmentOf(environment) ?? { id: environmentId },
    ...procedure.chosen?.of(choices),
    step,
    ...(note === '' ? {} : { note }),
    ...(named.length === 0 ? {} : { names: named }),
    proved: stepIds(procedure).flatMap((each) => {
      const seen = recordIn(context, each).reading
      return seen && stepIsProved(context, each) && !seen.findings.some((finding) => isOthersToProve(procedure, finding))
        ? [{ step: each, at: seen.readAt }]
        : []
    }),
    asked: {
      findings: reading
        ? blockingFindings(reading, attestations).map(({ id, title, why, remedy, owner }) => ({ id, title, why, remedy, owner }))
        : [],
      actions: expectedOf(context, step)
        .map((action) => describeAction(procedure.actions, action, names))
        .map(asked),
    },
    done: stepIds(procedure)
      .map((each) => recordIn(context, each))
      .flatMap(({ receipts, pending }) => receipts.filter((receipt) => !receipt.written || isMade(receipt, pending)))
      .map(({ title, resourceId, at, written }) => ({
        title,
        resourceId,
        at,
        written,
      })),
    confirmed: attestations.map(({ key, by, at }) => ({
      title: findings.find((each) => each.key === key)?.title ?? verbatim(key),
      by,
      at,
    })),
    gaps: (procedure.coverage?.acknowledged(choices) ?? []).map(({ title, by, at }) => ({ title, by, at })),
    ...defined({ journal }),
  }
}
