import { defined } from '#machines/defined.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import type { ProposedProtections } from '../../picture.ts'
import { namesOf, orNothing, type ProtectionDefaults } from '../../templates/protections.ts'
import type { OperationFacts } from '../facts.ts'
import { mailedBy, unreadIn } from './alerts.ts'
import { messages } from './messages.ts'
import { isLocked } from './plan.ts'
import type { ProposedFacts, ProtectionFacts } from './protection.ts'

const isAuditLogOpen = ({ auditLog }: ProtectionFacts): boolean =>
  auditLog !== undefined && auditLog.wanted === undefined && valueIn(auditLog.settings)?.some(({ audits }) => audits) === false

const isAlertOpen = ({ alert }: ProtectionFacts): boolean =>
  alert !== undefined && alert.wanted === undefined && !unreadIn(alert) && mailedBy(alert).length === 0

/** Proposals that are neither present nor requested, and possible here. */
function openOf(
  { protection: defaults }: ProposedFacts,
  facts: ProtectionFacts,
  keyShutOut: OperationFacts['keyShutOut'],
): ProtectionDefaults | undefined {
  const { locks, rotation } = facts
  // If Key Vault's own versions may not come from the customer's HSM, a person decides.
  const rotates =
    rotation && !rotation.wanted && rotation.origin === undefined && !keyShutOut ? valueIn(rotation.found)?.rotates : undefined
  return orNothing({
    locks: defaults.locks.filter((of) => locks.some((each) => each.wish === of && !each.wanted && isLocked(each) === false)),
    ...(defaults.rotation && rotates === false ? { rotation: true } : {}),
    ...(defaults.auditLog && isAuditLogOpen(facts) ? { auditLog: true } : {}),
    ...(defaults.expiryAlert && isAlertOpen(facts) ? { expiryAlert: true } : {}),
  })
}

/**
 * Protections proposed here: those that can be planned at once, and those that need a choice because they belong to
 * this tenant. A pilot's workspace counts only if it was listed here.
 */
export function proposedIn({ keyShutOut, protection: facts }: OperationFacts): ProposedProtections | undefined {
  const { proposed } = facts ?? {}
  const open = facts && proposed && openOf(proposed, facts, keyShutOut)
  if (!facts || !proposed || !open) return undefined
  const { by, from, isElsewhere } = proposed
  const workspace = open.auditLog && valueIn(facts.auditLog?.workspaces)?.find(({ id }) => sameId(id, proposed.auditLog))
  const mail = open.expiryAlert && proposed.mail
  const { auditLog: _, expiryAlert: _alert, ...plain } = open
  const what: readonly DisplayText[] = [
    ...namesOf(plain),
    ...(workspace ? [messages.proposed.auditLog({ workspace: parseResourceId(workspace.id)?.name ?? workspace.name })] : []),
    ...(mail ? [messages.proposed.mail({ emails: [...mail] })] : []),
  ]
  const carried = { what: isElsewhere ? 'elsewhere' : 'open' }
  return {
    from: messages.proposed.from({ by, from }),
    what,
    toChoose: [
      ...(open.auditLog && !workspace
        ? [messages.proposed.chooseWorkspace({ ...carried, here: valueIn(facts.auditLog?.workspaces)?.length === 0 ? 'none' : 'some' })]
        : []),
      ...(open.expiryAlert && !mail ? [messages.proposed.enterEmails(carried)] : []),
    ],
    ...(what.length > 0 ? { decision: { kind: 'wish-protections', ...plain, ...defined({ auditLog: workspace?.id, mail }) } } : {}),
  }
}
