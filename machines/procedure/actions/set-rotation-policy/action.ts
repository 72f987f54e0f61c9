import { type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { inVault } from '../../key-store.ts'
import type { Definition } from '../definition.ts'
import { created, keyId } from '../fields.ts'
import { IN_SECONDS } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { ROTATION_POLICY } from './rotation-policy.ts'

const stored = {
  ...inVault,
  name: text,
}

export type SetRotationPolicy = Stored<'set-rotation-policy', typeof stored>

const messages = defineMessages('action.setRotationPolicy', {
  why: {
    id: 'scripts.reason.setRotationPolicy',
    defaultMessage: 'The key is renewed by itself every 18 months. A version lasts 2 years, so the old one stays valid long enough.',
  },
  title: 'Add a rotation policy to the key {name} in {vaultName}',
  before: 'No automatic rotation',
  after: 'Renewed after 18 months; new versions expire after 2 years, with an event 30 days before',
  undo: 'Yes, any time; versions made by then keep their expiration date',
  mayNotMeaning: 'The account can’t set the key’s rotation policy.',
  mayNotRemedy: 'Ask for Key Vault Crypto Officer on the key vault, or the key permission Set Rotation Policy. Then check again.',
})

export const setRotationPolicy: Definition<SetRotationPolicy> = {
  kind: 'set-rotation-policy',
  stored,
  why: { text: messages.why, source: 'key-rotation', heading: '' },
  part: 'key',
  describe: ({ name, vaultName }) => ({
    title: messages.title({ name, vaultName }),
    resource: verbatim('Microsoft.KeyVault/vaults/keys/rotationpolicy'),
    before: messages.before,
    after: messages.after,
    reversible: 'yes',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields: ({ subscriptionId, vaultResourceGroup, vaultName, name }) =>
    created(keyId({ subscriptionId, vaultResourceGroup, vaultName }, name), ['rotationPolicy.rotateAfter', ROTATION_POLICY.rotateAfter], {
      'rotationPolicy.notifyBefore': ROTATION_POLICY.notifyBefore,
      'rotationPolicy.newVersionsLast': ROTATION_POLICY.newVersionsLast,
    }),
  /** Never replaces a policy that renews the key. */
  async apply({ subscriptionId, vaultResourceGroup, vaultName, name }, { azure }, _now, signal) {
    const vault = await azure.readVault(subscriptionId, vaultResourceGroup, vaultName, signal)
    if (!vault.ok) return vault
    const { vaultUri } = vault.value
    const existing = await azure.readKeyRotation(vaultUri, name, signal)
    if (!existing.ok) return existing
    const resourceId = `${vaultUri.replace(/\/+$/, '')}/keys/${name}/rotationpolicy`
    if (existing.value.rotates) return { ok: true, resourceId, written: false }
    const set = await azure.setKeyRotation(vaultUri, name, ROTATION_POLICY, signal)
    return set.ok ? { ok: true, resourceId, written: true } : set
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(known('F-402', isForbidden, { meaning: messages.mayNotMeaning, remedy: messages.mayNotRemedy })),
}
