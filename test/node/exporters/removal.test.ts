import { afterEach, describe, expect, it, vi } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import type { RemovalEntry } from '#machines/procedure/removal/removal.ts'
import { removalScript } from '#node/exporters/azure-cli/write-removal.ts'
import { type FakeCloud, fakeCloud, isRead, type State } from './run-bash.ts'
import { context, POLICY, SUBSCRIPTION, VAULT } from './samples.ts'

// A run is dozens of processes: half a second alone on a core, several on a busy one.
vi.setConfig({ testTimeout: 30_000 })

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-new`
const ACCESS = `${VAULT}/providers/Microsoft.Authorization/roleAssignments/a`

const entry = (kind: string, id: string, over: Partial<RemovalEntry> = {}): RemovalEntry => ({
  kind,
  id,
  title: verbatim(`Title of ${kind}`),
  happens: verbatim('It goes.'),
  back: verbatim('Make it again.'),
  reasons: [],
  ...over,
})

const REMOVE = [
  entry('create-policy', POLICY),
  entry('grant-key-access', ACCESS),
  entry('create-vault', VAULT, { keys: ['cmk'] }),
  entry('create-resource-group', GROUP),
]
const written = (remove: readonly RemovalEntry[] = REMOVE, writtenAt = Date.now()) =>
  removalScript({ remove, stays: [], gone: [] }, { ...context, writtenAt }) ?? ''

const inFile = (id: string): string => id.replaceAll('/', '_')
const things = (...ids: readonly string[]): State => Object.fromEntries(ids.map((id) => [`thing${inFile(id)}`, '']))
const listed = (list: string, ...names: readonly string[]): State => ({ [`list${inFile(list)}`]: `${names.join('\n')}\n` })
const THERE = { ...things(POLICY, ACCESS, VAULT, GROUP), ...listed(`${VAULT}/keys`, 'cmk') }

const clouds: FakeCloud[] = []
async function cloud(state: State): Promise<FakeCloud> {
  const made = await fakeCloud(state)
  clouds.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(clouds.splice(0).map((each) => each.close()))
})

const deletedBy = (calls: readonly (readonly string[])[]) =>
  calls.filter((call) => !isRead(call)).map((call) => call.find((word) => word.startsWith('--url='))?.slice('--url='.length))

describe('the script that removes what was created', () => {
  it('deletes each thing in its order, and nothing when it is run again', async () => {
    const made = await cloud(THERE)
    const first = await made.run(written())
    expect([first.status, first.errors]).toEqual([0, ''])
    expect(deletedBy(first.calls)).toEqual([
      `${POLICY}?api-version=2020-10-30`,
      `${ACCESS}?api-version=2022-04-01`,
      `${VAULT}?api-version=2026-02-01`,
      `${GROUP}?api-version=2025-04-01`,
    ])
    const again = await made.run(written())
    expect([again.status, deletedBy(again.calls)]).toEqual([0, []])
  })

  it('only shows what it would delete where that is asked for', async () => {
    const { status, output, calls } = await (await cloud(THERE)).run(written(), ['--show'])
    expect([status, deletedBy(calls)]).toEqual([0, []])
    expect(output).toContain('to do   Title of create-vault')
    expect(output).toContain('It goes. Way back: Make it again.')
  })

  it.each([
    ['a key that it doesn’t know', listed(`${VAULT}/keys`, 'cmk', 'tde'), 'tde'],
    ['a secret', listed(`${VAULT}/secrets`, 'password'), 'password'],
  ])('stops before a key vault that holds %s', async (_, state, name) => {
    const { status, errors, calls } = await (await cloud({ ...THERE, ...state })).run(written())
    expect(status).toBe(1)
    expect(errors).toContain(`it holds ${name}`)
    expect(deletedBy(calls)).not.toContain(`${VAULT}?api-version=2026-02-01`)
  })

  it('stops before a resource group that holds something', async () => {
    const { status, errors, calls } = await (await cloud({ ...THERE, ...listed(`${GROUP}/resources`, 'other') })).run(written())
    expect(status).toBe(1)
    expect(errors).toContain('it holds other')
    expect(deletedBy(calls)).not.toContain(`${GROUP}?api-version=2025-04-01`)
  })

  it('stops a day after it was written: what it deletes may be in use by then', async () => {
    const { status, errors, calls } = await (await cloud(THERE)).run(written(REMOVE, Date.now() - 25 * 3_600_000))
    expect(status).toBe(1)
    expect(errors).toContain('older than a day')
    expect(deletedBy(calls)).toEqual([])
  })

  it('takes no subscription that can’t be seen for one in which all is gone', async () => {
    const { status, errors, calls } = await (await cloud({ ...THERE, 'hides-subscription': '' })).run(written())
    expect([status, deletedBy(calls)]).toEqual([1, []])
    expect(errors).toContain('SubscriptionNotFound')
  })

  it('stops in another tenant', async () => {
    const { status, calls } = await (await cloud({ ...THERE, tenant: 'another' })).run(written())
    expect([status, deletedBy(calls)]).toEqual([1, []])
  })

  it('leaves to the person what is no resource, and says so', () => {
    const text = written([
      ...REMOVE,
      entry('grant-key-access', `${VAULT}/accessPolicies/principal`, { title: verbatim('An access policy') }),
    ])
    expect(text).toMatch(/# Not in this script, to be deleted by hand:\n# {3}An access policy/)
  })

  it('isn’t written where nothing is to be removed, or a name can’t be carried safely', () => {
    expect(removalScript({ remove: [], stays: [], gone: [] }, context)).toBeUndefined()
    expect(written([entry('create-vault', VAULT, { keys: ['a\u202eb'] })])).toBe('')
  })
})
