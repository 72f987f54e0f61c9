import { describe, expect, it } from 'vitest'
import { wishOf } from '#machines/engine/action.ts'
import { type Action, type ActionKind, describeAction } from '#machines/procedure/action.ts'
import { ALL_ACTIONS, actions } from '#machines/procedure/actions/registry.ts'
import { apply } from '#machines/procedure/apply.ts'
import {
  absent,
  encrypted,
  environment,
  key,
  NOW,
  OTHER_POLICY_ID,
  operation,
  policy,
  REASONS,
  REFUSALS,
  refused,
  runningOperation,
  vault,
  without,
} from '../facts.ts'
import { ACTIONS, cases } from './actions/every.ts'
import { isWrite, type Recording, type Said, servicesThatSay } from './services.ts'

const carriedOut = async (action: Action, { services }: Recording) => apply(action, services, () => NOW, new AbortController().signal)

const named = (all: typeof cases) => all.map((each) => [each.kind, each.when, each] as const)
const writing = cases.filter(({ written }) => written)
const firstWriting = (kind: ActionKind) => writing.find((each) => each.kind === kind)

describe('carrying out an action', () => {
  it.each(named(cases))('%s when %s', async (kind, _, { of, said, written, resourceId, pending }) => {
    const recording = servicesThatSay(said)
    const action: Action = { ...ACTIONS[kind], ...of }
    expect(await carriedOut(action, recording)).toEqual({
      ok: true,
      receipt: {
        kind,
        title: describeAction(action).title,
        resourceId,
        at: NOW,
        written: written !== undefined,
        wish: wishOf(actions, action),
        ...(pending ? { pending } : {}),
      },
    })
    expect(recording.ports()).toEqual(Object.keys(said))
    expect(recording.writes().map((call) => call.arguments)).toEqual(written ? [written] : [])
  })

  it.each(Object.values(ACTIONS))('has a case that writes and one that finds nothing to write: $kind', ({ kind }) => {
    expect(new Set(cases.filter((each) => each.kind === kind).map(({ written }) => written === undefined))).toEqual(new Set([true, false]))
  })

  const inOther = { readEnvironment: encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } }) }

  it.each<readonly [string, ActionKind, Said, object]>([
    [
      'waits for an identity that the policy does not name yet',
      'grant-key-access',
      { readPolicy: without(policy(), 'principalId'), readVault: vault() },
      { reason: 'not-ready', retryAfterSeconds: 15 },
    ],
    [
      'does not move an environment out of another policy that it was put into meanwhile',
      'link-environment',
      inOther,
      { reason: 'conflict', message: { values: { policy: expect.stringContaining(OTHER_POLICY_ID) } } },
    ],
    [
      'does not take an environment out of another policy than the one that was confirmed',
      'unlink-environment',
      inOther,
      { reason: 'conflict' },
    ],
  ])('%s', async (_, kind, said, refusal) => {
    const recording = servicesThatSay(said)
    expect(await carriedOut(ACTIONS[kind], recording)).toMatchObject({ ok: false, refusal })
    expect(recording.writes()).toEqual([])
  })
})

describe('a key in a vault whose network keeps this computer out', () => {
  const action = { ...ACTIONS['create-key'], throughAzure: true as const }
  const place = { subscriptionId: action.subscriptionId, resourceGroup: action.vaultResourceGroup, name: action.vaultName }
  const found = { key: key(), rotation: { rotates: false } }

  it('is created through Azure Resource Manager, and no one asks the vault itself', async () => {
    const recording = servicesThatSay({ readKeyResource: absent, createKeyResource: found })
    expect(await carriedOut(action, recording)).toMatchObject({ ok: true, receipt: { resourceId: key().id, written: true } })
    expect(recording.calls.map(({ port, arguments: given }) => [port, ...given])).toEqual([
      ['readKeyResource', place, action.name],
      ['createKeyResource', place, action.name, action.size],
    ])
  })

  it('is left as it is where it exists, and not created where that couldn’t be read', async () => {
    const existing = servicesThatSay({ readKeyResource: found })
    expect(await carriedOut(action, existing)).toMatchObject({ ok: true, receipt: { written: false } })
    const unread = servicesThatSay({ readKeyResource: refused(REFUSALS.unavailable) })
    expect(await carriedOut(action, unread)).toEqual({ ok: false, refusal: REFUSALS.unavailable })
    expect([...existing.writes(), ...unread.writes()]).toEqual([])
  })
})

describe('a refusal', () => {
  it.each(named(writing))('of the write of %s, when %s, is passed on as it came', async (kind, _, { of, said }) => {
    const port = Object.keys(said).find(isWrite) ?? ''
    for (const reason of REASONS) {
      const recording = servicesThatSay({ ...said, listOperations: refused(REFUSALS.unavailable), [port]: refused(REFUSALS[reason]) })
      expect(await carriedOut({ ...ACTIONS[kind], ...of }, recording)).toEqual({ ok: false, refusal: REFUSALS[reason] })
    }
  })

  it.each([
    ['enable-managed-environment', 'enableManagedEnvironment', environment({ protectionLevel: 'Basic' })],
    ['link-environment', 'linkEncryptionPolicy', environment()],
    ['unlink-environment', 'unlinkEncryptionPolicy', encrypted()],
  ] as const)('of %s because the environment is busy names what runs, where that can be read', async (kind, port, found) => {
    const backup = runningOperation({ type: 'Backup', typeDisplayName: 'Back up' })
    const said = { readEnvironment: found, listOperations: [operation(), backup], [port]: refused(REFUSALS.busy) }
    expect(await carriedOut(ACTIONS[kind], servicesThatSay(said))).toEqual({
      ok: false,
      refusal: { ...REFUSALS.busy, running: { type: 'Backup', name: 'Back up', since: backup.createdAt } },
    })
  })

  /** Reading decides what is written. Where it failed, a write could replace what exists; that it doesn't exist is why most are written. */
  it.each([
    ['create-resource-group', 'readResourceGroup', 'can’t be read'],
    ['create-vault', 'readVault', 'can’t be read'],
    ['create-key', 'readKey', 'can’t be read'],
    ['create-key', 'readVault', 'isn’t there or can’t be read'],
    ['create-policy', 'readPolicy', 'can’t be read'],
    ['enable-managed-environment', 'readEnvironment', 'can’t be read'],
    ['link-environment', 'readEnvironment', 'can’t be read'],
    ['rotate-key', 'readKey', 'can’t be read'],
    ['unlink-environment', 'readEnvironment', 'can’t be read'],
    ['grant-key-access', 'readPolicy', 'isn’t there or can’t be read'],
    ['grant-key-access', 'readVault', 'isn’t there or can’t be read'],
    ['grant-key-access', 'listRoleAssignments', 'isn’t there or can’t be read'],
    ['turn-on-purge-protection', 'readVault', 'isn’t there or can’t be read'],
    ['grant-reader', 'listRoleAssignments', 'isn’t there or can’t be read'],
    ['register-provider', 'readProvider', 'isn’t there or can’t be read'],
  ] as const)('of what %s depends on, %s, keeps the write from happening where it %s', async (kind, port, failing) => {
    for (const reason of REASONS.filter((each) => each !== 'not-found' || failing.startsWith('isn’t there'))) {
      const recording = servicesThatSay({ ...firstWriting(kind)?.said, [port]: refused(REFUSALS[reason]) })
      expect(await carriedOut(ACTIONS[kind], recording)).toEqual({ ok: false, refusal: REFUSALS[reason] })
      expect(recording.writes()).toEqual([])
    }
  })
})

describe('actions', () => {
  it('are each carried out by the object of their kind', () => {
    const kinds = ALL_ACTIONS.map(({ kind }) => kind)
    expect(kinds).toEqual([...new Set(kinds)])
    for (const each of ALL_ACTIONS) expect(actions.definitionOf({ kind: each.kind })).toBe(each)
  })
})
