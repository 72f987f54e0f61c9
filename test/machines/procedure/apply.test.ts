import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../machines/engine/answer.ts'
import { type Action, type ActionKind, describeAction, wishOf } from '../../../machines/procedure/action.ts'
import { ALL_ACTIONS, actions } from '../../../machines/procedure/actions/registry.ts'
import { apply } from '../../../machines/procedure/apply.ts'
import {
  absent,
  encrypted,
  environment,
  key,
  NOW,
  OTHER_POLICY_ID,
  ok,
  operation,
  policy,
  REASONS,
  REFUSALS,
  refused,
  runningOperation,
  vault,
  without,
} from '../facts.ts'
import { type Answers, says } from './actions/case.ts'
import { ACTIONS, cases } from './actions/every.ts'
import { type Recording, servicesThat } from './services.ts'

const carriedOut = async (action: Action, recording: Recording) =>
  apply(action, recording.services, () => NOW, new AbortController().signal)

describe('carrying out an action', () => {
  it.each(cases.map((each) => [each.kind, each.when, each] as const))('%s when %s', async (kind, _, each) => {
    const recording = servicesThat(each.answers)
    const action: Action = { ...ACTIONS[kind], ...each.of }
    const applied = await carriedOut(action, recording)
    expect(applied).toEqual({
      ok: true,
      receipt: {
        kind,
        title: describeAction(action).title,
        resourceId: each.resourceId,
        at: NOW,
        written: each.writes.length > 0,
        wish: wishOf(action),
        ...(each.pending ? { pending: each.pending } : {}),
      },
    })
    expect(recording.writes().map((call) => [call.port, ...call.arguments])).toEqual(each.writes)
    expect(recording.ports().slice(0, each.reads.length)).toEqual(each.reads)
    expect(recording.ports()).toHaveLength(each.reads.length + each.writes.length)
  })

  it('has a case that writes and one that finds nothing to write, for every kind of action', () => {
    for (const kind of Object.keys(ACTIONS)) {
      const ofKind = cases.filter((each) => each.kind === kind)
      expect(
        ofKind.some((each) => each.writes.length > 0),
        kind,
      ).toBe(true)
      expect(
        ofKind.some((each) => each.writes.length === 0),
        kind,
      ).toBe(true)
    }
  })

  it('waits for an identity that the policy does not name yet', async () => {
    const recording = servicesThat({ readPolicy: says(ok(without(policy(), 'principalId'))), readVault: says(ok(vault())) })
    expect(await carriedOut(ACTIONS['grant-key-access'], recording)).toMatchObject({
      ok: false,
      refusal: { reason: 'not-ready', retryAfterSeconds: 15 },
    })
    expect(recording.writes()).toEqual([])
  })

  it('does not move an environment out of another policy that it was put into meanwhile', async () => {
    const recording = servicesThat({
      readEnvironment: says(ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } }))),
    })
    expect(await carriedOut(ACTIONS['link-environment'], recording)).toMatchObject({
      ok: false,
      refusal: { reason: 'conflict', message: { values: { policy: expect.stringContaining(OTHER_POLICY_ID) } } },
    })
    expect(recording.writes()).toEqual([])
  })
})

it('does not take an environment out of another policy than the one that was confirmed', async () => {
  const recording = servicesThat({
    readEnvironment: says(ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } }))),
  })
  expect(await carriedOut(ACTIONS['unlink-environment'], recording)).toMatchObject({ ok: false, refusal: { reason: 'conflict' } })
  expect(recording.writes()).toEqual([])
})

describe('a key in a vault whose network keeps this computer out', () => {
  const action = { ...ACTIONS['create-key'], throughAzure: true as const }
  const place = { subscriptionId: action.subscriptionId, resourceGroup: action.vaultResourceGroup, name: action.vaultName }

  it('is created through Azure Resource Manager, and no one asks the vault itself', async () => {
    const recording = servicesThat({
      readKeyResource: says(absent),
      createKeyResource: says(ok({ key: key(), rotation: { rotates: false } })),
    })
    expect(await carriedOut(action, recording)).toMatchObject({ ok: true, receipt: { resourceId: key().id, written: true } })
    expect(recording.calls.map(({ port, arguments: given }) => [port, ...given])).toEqual([
      ['readKeyResource', place, action.name],
      ['createKeyResource', place, action.name, action.size],
    ])
  })

  it('is left as it is where it exists, and not created where that couldn’t be read', async () => {
    const present = servicesThat({ readKeyResource: says(ok({ key: key(), rotation: { rotates: false } })) })
    expect(await carriedOut(action, present)).toMatchObject({ ok: true, receipt: { written: false } })
    const unread = servicesThat({ readKeyResource: says(refused(REFUSALS.unavailable)) })
    expect(await carriedOut(action, unread)).toEqual({ ok: false, refusal: REFUSALS.unavailable })
    expect([...present.writes(), ...unread.writes()]).toEqual([])
  })
})

describe('a refusal', () => {
  const writing = cases.filter((each) => each.writes.length > 0)

  it.each(writing.map((each) => [each.kind, each.when, each] as const))(
    'of the write of %s, when %s, is passed on as it came',
    async (kind, _, each) => {
      for (const reason of REASONS) {
        const [port] = each.writes[0] ?? ['']
        const unread = says(refused(REFUSALS.unavailable))
        const recording = servicesThat({ ...each.answers, listOperations: unread, [port]: says(refused(REFUSALS[reason])) })
        const action: Action = { ...ACTIONS[kind], ...each.of }
        expect(await carriedOut(action, recording)).toEqual({ ok: false, refusal: REFUSALS[reason] })
      }
    },
  )

  it.each([
    ['enable-managed-environment', 'enableManagedEnvironment', environment({ protectionLevel: 'Basic' })],
    ['link-environment', 'linkEncryptionPolicy', environment()],
    ['unlink-environment', 'unlinkEncryptionPolicy', encrypted()],
  ] as const)('of %s because the environment is busy names what runs, where that can be read', async (kind, port, found) => {
    const busy = says(refused(REFUSALS.busy))
    const backup = runningOperation({ type: 'Backup', typeDisplayName: 'Back up' })
    const operations = says(ok([operation(), backup]))
    const recording = servicesThat({ readEnvironment: says(ok(found)), listOperations: operations, [port]: busy })
    expect(await carriedOut(ACTIONS[kind], recording)).toEqual({
      ok: false,
      refusal: { ...REFUSALS.busy, running: { type: 'Backup', name: 'Back up', since: backup.createdAt } },
    })
  })

  /** Reading decides what is written. Where it failed for another reason than absence, a write could replace what exists. */
  const decisive = {
    'create-resource-group': 'readResourceGroup',
    'create-vault': 'readVault',
    'create-key': 'readKey',
    'create-policy': 'readPolicy',
    'enable-managed-environment': 'readEnvironment',
    'link-environment': 'readEnvironment',
    'rotate-key': 'readKey',
    'unlink-environment': 'readEnvironment',
  } as const satisfies Partial<Record<ActionKind, keyof Answers>>
  const reasons = REASONS.filter((reason) => reason !== 'not-found')

  it.each(Object.entries(decisive))('of the reading before %s keeps the write from happening', async (kind, port) => {
    const each = writing.find((candidate) => candidate.kind === kind)
    for (const reason of reasons) {
      const recording = servicesThat({ ...each?.answers, [port]: says(refused(REFUSALS[reason])) })
      const action: Action | undefined = Object.values(ACTIONS).find((candidate) => candidate.kind === kind)
      expect(action && (await carriedOut(action, recording))).toEqual({ ok: false, refusal: REFUSALS[reason] })
      expect(recording.writes()).toEqual([])
    }
  })

  it.each([
    ['create-key', 'readVault'],
    ['grant-key-access', 'readPolicy'],
    ['grant-key-access', 'readVault'],
    ['turn-on-purge-protection', 'readVault'],
    ['grant-key-access', 'listRoleAssignments'],
    ['grant-reader', 'listRoleAssignments'],
    ['register-provider', 'readProvider'],
  ] as const)('of what %s depends on (%s) is passed on, with any reason', async (kind, port) => {
    const each = writing.find((candidate) => candidate.kind === kind)
    const seen: Refusal[] = []
    for (const reason of REASONS) {
      const recording = servicesThat({ ...each?.answers, [port]: says(refused(REFUSALS[reason])) })
      const applied = await carriedOut(ACTIONS[kind], recording)
      if (!applied.ok) seen.push(applied.refusal)
      expect(recording.writes()).toEqual([])
    }
    expect(seen).toEqual(REASONS.map((reason) => REFUSALS[reason]))
  })
})

describe('actions', () => {
  it('are each carried out by the object of their kind', () => {
    const kinds = ALL_ACTIONS.map(({ kind }) => kind)
    expect(kinds).toEqual([...new Set(kinds)])
    for (const each of ALL_ACTIONS) expect(actions.definitionOf({ kind: each.kind })).toBe(each)
  })
})
