import { judge, type OperationId } from '../../engine/step/finding.ts'
import type { Reading } from '../../engine/step/proof.ts'
import { readingOf, refusalOf, valueIn } from '../../engine/step/refusals.ts'
import type { NotedRow, PolicyRow, StepPicture } from '../../engine/wizard/view-of-step.ts'
import { type DisplayText, type Message, verbatim } from '../../messages/message.ts'
import type { Action, Pending } from '../action.ts'
import { geographyOf, sameGeography } from '../geography.ts'
import { sameId } from '../ids.ts'
import { holdingPolicy } from '../steps/membership/link.ts'
import { changeUnderway, isChanged, nextPolicy } from './change/facts.ts'
import { planChange } from './change/plan.ts'
import { OPERATION_CHECKS } from './checks.ts'
import type { OperationFacts } from './facts.ts'
import { operationMessages as messages } from './messages.ts'
import { planReEnabling } from './re-enable/plan.ts'
import { keptUntil, revertUnderway } from './revert/facts.ts'
import { planRevert } from './revert/plan.ts'
import { lastRotation, rotationUnderway } from './rotate/facts.ts'
import { planRotation } from './rotate/plan.ts'
import { shownByOperation } from './shown.ts'

/** One operation after the link: what is planned, what runs already, and until when something is kept. */
interface Operation {
  readonly plan: (facts: OperationFacts, now: number) => readonly Action[]
  readonly underway: (facts: OperationFacts, now: number) => Pending | undefined
  readonly keepUntil: (facts: OperationFacts, now: number) => number | undefined
}

const OPERATIONS: Readonly<Record<OperationId, Operation>> = {
  rotate: {
    plan: planRotation,
    underway: rotationUnderway,
    keepUntil: (facts, now) => lastRotation(facts, now)?.keepUntil,
  },
  're-enable': { plan: planReEnabling, underway: () => undefined, keepUntil: () => undefined },
  change: {
    plan: planChange,
    underway: changeUnderway,
    keepUntil: (facts) => (isChanged(facts) ? keptUntil(facts) : undefined),
  },
  revert: { plan: planRevert, underway: revertUnderway, keepUntil: keptUntil },
}

const row = (label: Message, value: string | undefined): NotedRow[] =>
  value === undefined ? [] : [{ label, value: verbatim(value), copyable: true }]
const word = (label: Message, value: DisplayText | undefined): NotedRow[] =>
  value === undefined ? [] : [{ label, value, copyable: false }]

const shown = (value: string | undefined, otherwise: Message): DisplayText => (value === undefined ? otherwise : verbatim(value))

/** Names what the operation is about, and until when something has to stay as it is. */
function rowsOf({ environment, material }: OperationFacts, keepUntil: number | undefined): readonly NotedRow[] {
  const found = valueIn(environment)
  return [
    ...row(messages.rowEnvironment, found?.displayName),
    ...word(messages.rowRegion, found && (geographyOf(found.location)?.title ?? verbatim(found.location))),
    ...row(messages.rowPolicy, valueIn(material?.policy)?.name),
    ...word(messages.rowLinkStatus, found && shown(found.encryptionPolicy?.linkStatus, messages.inNoPolicy)),
    ...row(messages.rowVault, valueIn(material?.vault)?.name),
    ...row(messages.rowKey, valueIn(material?.key)?.name),
    ...row(messages.rowLatestVersion, valueIn(material?.key)?.version),
    ...word(messages.rowKeyManagedBy, found?.keyManagedBy === undefined ? undefined : verbatim(found.keyManagedBy)),
    ...word(messages.rowKeepUntil, keepUntil === undefined ? undefined : messages.keepUntil({ at: keepUntil })),
  ]
}

/** The policies to change to: all of the subscription but the one that is left, those that fit first. */
function policiesOf({ environment: answer, next }: OperationFacts): readonly PolicyRow[] {
  const environment = valueIn(answer)
  return (valueIn(next?.policies) ?? [])
    .filter(({ id, kind }) => kind.toLowerCase() === 'encryption' && !sameId(id, next?.oldId))
    .map(({ id, name, location, keyName }) => ({
      id,
      name,
      location: geographyOf(location)?.title ?? location,
      ...(keyName === undefined ? {} : { keyName }),
      fits: environment !== undefined && sameGeography(environment.location, location),
    }))
    .sort((a, b) => Number(b.fits) - Number(a.fits))
}

function pictureOf(id: OperationId, facts: OperationFacts, now: number): StepPicture {
  const rows = rowsOf(facts, OPERATIONS[id].keepUntil(facts, now))
  if (id !== 'change') return { kind: 'membership', rows }
  const chosen = nextPolicy(facts)
  const refusal = refusalOf(facts.next?.policies)
  return {
    kind: 'policies',
    rows: [
      ...rows.filter(({ label }) => label !== messages.rowLatestVersion),
      ...row(messages.rowNewPolicy, chosen?.name),
      ...row(messages.rowNewKey, chosen?.keyName),
    ],
    policies: policiesOf(facts),
    ...(chosen ? { chosen: chosen.id } : {}),
    ...(refusal ? { problem: { title: messages.policiesUnreadable, ...readingOf(refusal, 'key-vault-administrator'), refusal } } : {}),
  }
}

/** Judges and plans one operation from what was read. @param now milliseconds since 1970-01-01T00:00:00Z */
export function readOperation(id: OperationId, facts: OperationFacts, now: number): Reading {
  const { plan, underway } = OPERATIONS[id]
  const environment = valueIn(facts.environment)
  const policyId = environment && holdingPolicy(environment)
  const vaultId = valueIn(facts.material?.vault)?.id
  const readPolicyId = valueIn(facts.material?.policy)?.id
  const runs = underway(facts, now)
  return {
    stepId: id,
    readAt: now,
    findings: judge(OPERATION_CHECKS[id], facts, now),
    plan: plan(facts, now),
    shows: shownByOperation(id, facts, now),
    ...(runs ? { underway: runs } : {}),
    choiceMissing: facts.environment === undefined || (id === 'change' && facts.next?.chosen === undefined),
    picture: pictureOf(id, facts, now),
    note: '',
    ...(environment
      ? { environment: { id: environment.id, displayName: environment.displayName, ...(policyId === undefined ? {} : { policyId }) } }
      : {}),
    found: { ...(vaultId ? { vaultId } : {}), ...(readPolicyId ? { policyId: readPolicyId } : {}) },
  }
}
