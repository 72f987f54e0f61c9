import { oneOf, optional, type Stored, type StoredAs, text, time } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { inStore, readStore } from '../../key-store.ts'
import { PICKED_UP_IN } from '../../waits.ts'
import { anotherVersion } from '../another-version.ts'
import type { Definition } from '../definition.ts'
import { keyId } from '../fields.ts'
import { inAzure } from '../refusals.ts'
import { waitedOut } from '../timed-wait.ts'

const stored = {
  ...inStore,
  name: text,
  size: oneOf(2048, 3072),
  /** The key and its new version are in a hardware security module. */
  inHardware: optional(oneOf(true)),
  /** The latest version when planned: a later one means that the key was rotated meanwhile. */
  after: text,
}

export type RotateKey = Stored<'rotate-key', typeof stored>

/** Services pick up a new version within a day. No service can tell, so the day is waited out. */
const rotation = { kind: 'rotation', fields: { since: time, until: time } } as const

export type Rotation = StoredAs<typeof rotation>

const messages = defineMessages('action.rotateKey', {
  why: {
    id: 'scripts.reason.rotateKey',
    defaultMessage:
      'A new version renews the key without downtime. It is in use within 24 hours, and the previous version stays enabled for 30 days.',
  },
  title: 'Create a new version of the key {name} in {vaultName}',
  before: 'The latest version is {after}',
  after: 'A new RSA {size}-bit version, enabled, no expiration date; the previous version stays enabled',
  undo: 'Only before it’s in use. After that, create another version, and keep the previous one enabled for 30 days',
  takes: 'Up to 24 hours to take effect',
  waitShort: { id: 'action.rotateKey.waitShort', defaultMessage: 'Rotating, no downtime', description: 'Of the key, in the list of steps' },
  waitTitle: 'The new key version is taking effect',
  waitRange: 'This takes up to 24 hours in the background. No service reports the progress.',
  pickedUp: 'The new version is taking effect',
})

export const rotateKey: Definition<RotateKey, Rotation> = {
  kind: 'rotate-key',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: "Rotate the environment's encryption key with a new key version" },
  part: 'key',
  describe: ({ name, vaultName, keyStore, after, size }) => ({
    title: messages.title({ name, vaultName }),
    resource: verbatim(keyStore ? 'Microsoft.KeyVault/managedHSMs/keys/versions' : 'Microsoft.KeyVault/vaults/keys/versions'),
    before: messages.before({ after }),
    after: messages.after({ size }),
    undo: messages.undo,
    reversible: 'while-unused',
    usersCutOff: false,
    takes: messages.takes,
    owner: 'key-vault-administrator',
  }),
  fields: (action) => [
    {
      resourceId: keyId(action, action.name),
      field: 'properties.keyUriWithVersion',
      before: action.after,
      after: null,
      chosenByService: true,
    },
  ],
  /** Adds a version unless the key has a newer one than planned: safe to repeat. */
  async apply(action, { azure }, now, signal) {
    const { name, size, inHardware, after } = action
    const vault = await readStore(azure, action, signal)
    if (!vault.ok) return vault
    const { vaultUri } = vault.value
    const existing = await azure.readKey(vaultUri, name, signal)
    if (!existing.ok) return existing
    if (existing.value.version !== after) return { ok: true, resourceId: existing.value.id, written: false }
    const made = await azure.createKeyVersion(vaultUri, name, { size, inHardware: inHardware === true }, signal)
    if (!made.ok) return made
    return { ok: true, resourceId: made.value.id, written: true, pending: { kind: 'rotation', since: now, until: now + PICKED_UP_IN } }
  },
  details: ({ after }) => [after],
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(),
  createsAnother: anotherVersion,
  wait: {
    stored: rotation,
    follows: (pending) => pending.kind === 'rotation',
    isOf: () => true,
    title: messages.waitTitle,
    short: messages.waitShort,
    range: messages.waitRange,
    takesDays: true,
    takesUpTo: PICKED_UP_IN,
    unsettles: false,
    poll: async (pending, _services, now) => waitedOut(pending, messages.pickedUp, now),
  },
}
