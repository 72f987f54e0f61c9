import { type Stored, text } from '#machines/engine/stored.ts'
import { verbatim } from '#machines/messages/message.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import { inStore, storeId } from '../../key-store.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { IN_SECONDS } from '../messages.ts'
import { inAzure } from '../refusals.ts'
import { done, idOf } from '../writing.ts'
import { AUDIT_LOG_NAME } from './audit-log.ts'
import { messages } from './messages.ts'

const stored = {
  ...inStore,
  workspaceId: text,
}

export type SendAuditLog = Stored<'send-audit-log', typeof stored>

export const sendAuditLog: Definition<SendAuditLog> = {
  kind: 'send-audit-log',
  stored,
  why: { text: messages.why, source: 'vault-logging', heading: '' },
  part: 'vault',
  describe: ({ vaultName, workspaceId }) => ({
    title: messages.title({ vaultName, workspace: parseResourceId(workspaceId)?.name ?? workspaceId }),
    resource: verbatim('Microsoft.Insights/diagnosticSettings'),
    before: messages.before,
    after: messages.after,
    reversible: 'yes',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields: ({ workspaceId, ...place }) => created(storeId(place), [`diagnosticSettings.${AUDIT_LOG_NAME}`, workspaceId]),
  async apply({ workspaceId, ...place }, { azure }, _now, signal) {
    const resourceId = storeId(place)
    const existing = await azure.listDiagnosticSettings(resourceId, signal)
    if (!existing.ok) return existing
    const found = existing.value.find((each) => each.audits && sameId(each.workspaceId, workspaceId))
    if (found) return { ok: true, resourceId: found.id, written: false }
    return done(await azure.sendAuditLog({ resourceId, name: AUDIT_LOG_NAME, workspaceId }, signal), idOf, true)
  },
  details: ({ workspaceId }) => [workspaceId],
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(),
}
