import { defined } from '#machines/defined.ts'
import type { ShownChange } from '#machines/engine/step/proof.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { PictureRow, StepPicture } from '../../picture.ts'
import { asShown } from '../as-shown.ts'
import type { OperationFacts } from '../facts.ts'
import type { Operation } from '../operation.ts'
import { PROTECTIONS, protectChecks } from './checks.ts'
import { observeProtection } from './facts.ts'
import { protectGuide } from './guide.ts'
import { columnsOf, holdersOf, rowOf, unreadOf } from './holders.ts'
import { auditLogGoesTo, auditLogOf, isLocked, lockOn, planProtection, rotationOf, shownAlertIn } from './plan.ts'
import { proposedIn } from './proposed.ts'

function picture(facts: OperationFacts, rows: readonly PictureRow[]): StepPicture {
  const { protection } = facts
  const [vault, policy, holders] = [valueIn(facts.vault), valueIn(facts.policy), protection?.holders]
  const all = holders && holdersOf(vault, policy, holders, protection?.locks)
  return {
    kind: 'protection',
    rows,
    holders: holders && all ? all.map((each) => rowOf(each, holders)) : [],
    deeds: columnsOf(all ?? []),
    protections: PROTECTIONS,
    unread: holders && vault ? unreadOf(vault, holders, all ?? []) : [],
    workspaces: valueIn(protection?.auditLog?.workspaces) ?? [],
    ...defined({ workspaceId: protection?.auditLog?.wanted }),
    ...defined({ proposed: proposedIn(facts) }),
    ...(protection?.alert ? { mail: { suggested: protection.alert.suggested, ...defined({ emails: protection.alert.wanted }) } } : {}),
  }
}

const shows = (facts: OperationFacts): readonly ShownChange[] => [
  ...(facts.protection?.locks ?? []).flatMap((each) => (isLocked(each) === true ? asShown(lockOn(each)) : [])),
  ...(valueIn(facts.protection?.rotation?.found)?.rotates ? asShown(rotationOf(facts)) : []),
  ...(facts.protection?.auditLog && auditLogGoesTo(facts.protection.auditLog) ? asShown(auditLogOf(facts)) : []),
  ...shownAlertIn(facts).flatMap(asShown),
]

export const protect: Operation<'protect'> = {
  id: 'protect',
  guide: protectGuide,
  checks: protectChecks,
  facts: observeProtection,
  plan: planProtection,
  shows,
  picking: { isMissing: () => false, picture },
}
