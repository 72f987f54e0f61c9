import { oneOf, type Stored, text } from '#machines/engine/stored.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { IN_SECONDS } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { done, idOf } from '../writing.ts'
import { forbidsDeleting, LOCK_NAME, LOCK_NOTES, LOCKED, lockScope } from './lock.ts'
import { messages } from './messages.ts'

const stored = {
  of: oneOf(...LOCKED),
  subscriptionId: text,
  resourceGroup: text,
  name: text,
}

export type CreateLock = Stored<'create-lock', typeof stored>

export const createLock: Definition<CreateLock> = {
  kind: 'create-lock',
  stored,
  why: { text: messages.why, source: 'resource-locks', heading: '' },
  part: 'vault',
  describe: ({ of, name }) => ({
    title: messages.title({ of, name }),
    resource: verbatim('Microsoft.Authorization/locks'),
    before: messages.before,
    after: messages.after,
    reversible: 'yes',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields: (action) => created(lockScope(action), [`locks.${LOCK_NAME}`, 'CanNotDelete']),
  /** Skips the write if another lock, here or above, already protects it. */
  async apply(action, { azure }, _now, signal) {
    const scope = lockScope(action)
    const existing = await azure.listLocks(scope, signal)
    if (!existing.ok) return existing
    const found = existing.value.find(forbidsDeleting)
    if (found) return { ok: true, resourceId: found.id, written: false }
    return done(await azure.createLock({ scope, name: LOCK_NAME, notes: LOCK_NOTES }, signal), idOf, true)
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(known('F-A13', isForbidden, { meaning: messages.mayNotMeaning, remedy: messages.mayNotRemedy })),
}
