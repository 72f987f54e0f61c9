import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import type { Check } from '#node/records/customers/check.ts'
import { customersFile } from '#node/records/customers/customers-file.ts'
import { type Directory, notStarted, withDirectory, withoutEnvironment } from '#node/records/customers/directory.ts'
import { newEngagement } from '#node/records/engagement/engagement.ts'
import { boardOf, rowOfNotStarted } from '#node/records/engagement/listing.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { testFolder } from '#test/folder.ts'

const AT = Date.parse('2026-11-26T09:00:00Z')
const named = (id: string) => ({
  id,
  displayName: `name of ${id}`,
  type: 'Production',
  geography: 'europe',
  region: 'westeurope',
  domain: id,
})

const directory = (tenantId: string, environments: readonly string[], more: Partial<Directory> = {}): Directory => ({
  at: AT,
  cloud: { id: 'commercial', name: 'Azure' },
  tenant: { id: tenantId, name: `Tenant ${tenantId}` },
  account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
  signIn: { way: 'browser', tenant: tenantId, cloud: 'commercial' },
  environments: environments.map(named),
  ...more,
})

describe('environments that could be worked on', () => {
  it.each<[string, readonly Directory[], readonly string[], readonly string[]]>([
    ['are all of each tenant', [directory('t1', ['a', 'b']), directory('t2', ['a'])], [], ['t1_a', 't1_b', 't2_a']],
    ['are without those that an engagement is about', [directory('t1', ['a', 'b'])], ['t1_a'], ['t1_b']],
    ['are known by their IDs in any case', [directory('T1', ['A', 'B'])], ['t1_a'], ['t1_b']],
    ['are without those that were taken off the list', [directory('t1', ['a', 'b'], { hidden: ['a'] })], [], ['t1_b']],
  ])('%s', (_, directories, begun, ids) => {
    expect(notStarted(directories, new Set(begun)).map(({ id }) => id)).toEqual(ids)
  })

  const STEP = { readAt: AT + 1, proved: true, planned: 0 }
  const FIRST_ASKS = { ...STEP, proved: false, asks: { state: 'confirm', count: 2, title: verbatim('Licenses'), owner: 'you' } } as const
  const check = (more: Partial<Check>): Check => ({ at: AT + 1, environment: {}, inEffect: false, steps: { policy: STEP }, ...more })
  it.each<[string, Check | undefined, object]>([
    ['are not started', undefined, { state: { kind: 'not-started', listedAt: AT }, steps: [] }],
    [
      'were checked all the same, and what the check found is said',
      check({ key: { readAt: AT + 1, expires: AT }, steps: { integration: FIRST_ASKS, policy: STEP } }),
      {
        state: { kind: 'confirm', step: 1, count: 2, why: verbatim('Licenses'), owner: 'you' },
        steps: ['current', 'verified'],
        checkedAt: AT + 1,
        keyExpires: AT,
        dates: [{ kind: 'expires', at: AT }],
      },
    ],
    ['were found encrypted', check({ inEffect: true }), { state: { kind: 'encrypted' }, steps: ['verified'] }],
    ['were found locked', check({ locked: true }), { state: { kind: 'locked' }, steps: ['verified'] }],
  ])('on the list: %s', (_, found, row) => {
    const [first] = notStarted([directory('t1', ['a'])], new Set())
    expect(first && rowOfNotStarted(LISTED_AS, first, found)).toMatchObject({
      id: 't1_a',
      customer: 'Tenant t1',
      environment: 'name of a',
      environmentType: 'Production',
      tenantId: 't1',
      listedAt: AT,
      ...row,
    })
  })

  it('stand behind those under work, with the names and groups of their customer', () => {
    const { signIn: _, at: __, environments: ___, ...whose } = directory('t1', [])
    const engagement = newEngagement({ ...whose, appVersion: '0', environment: { id: 'a' }, reached: 'integration', steps: {} }, AT)
    const { engagements } = boardOf(LISTED_AS, [{ id: engagementId({ tenantId: 't1', environmentId: 'a' }), ok: true, engagement }], {
      customers: [{ tenantId: 'T1', name: 'Contoso', groups: ['Wave 1'] }],
      directories: [directory('t1', ['a', 'b'])],
    })
    expect(engagements?.map(({ id, customer, groups }) => [id, customer, groups])).toEqual([
      ['t1_a', 'Contoso', ['Wave 1']],
      ['t1_b', 'Contoso', ['Wave 1']],
    ])
  })

  it('say that they are being encrypted where that was begun from another environment of the tenant', () => {
    const { signIn: _, at: __, environments: ___, ...whose } = directory('t1', [])
    const made = newEngagement({ ...whose, appVersion: '0', environment: { id: 'a' }, reached: 'integration', steps: {} }, AT)
    const wait = (environmentId: string) => ({ kind: 'environment-operation', purpose: 'link', environmentId, since: AT })
    const operation = (environmentId: string) => ({ receipts: [], pending: wait(environmentId) })
    const engagement = { ...made, operations: { add: operation('B'), 'add/c': operation('c') } }
    const { engagements } = boardOf(LISTED_AS, [{ id: engagementId({ tenantId: 't1', environmentId: 'a' }), ok: true, engagement }], {
      customers: [],
      directories: [directory('T1', ['a', 'b', 'c', 'd']), directory('t2', ['b'])],
    })
    expect(engagements?.map(({ id, state }) => [id, state.kind])).toEqual([
      ['t1_a', 'linked'],
      ['t1_b', 'encrypting'],
      ['t1_c', 'encrypting'],
      ['t1_d', 'not-started'],
      ['t2_b', 'not-started'],
    ])
  })

  it('are those that were read last, and what was taken off the list stays off it', () => {
    const kept = withoutEnvironment([directory('t1', ['a', 'b']), directory('t2', ['a'])], 'T1', 'a')
    const after = withDirectory(kept, directory('T1', ['a', 'c'], { at: AT + 1 }))
    expect(notStarted(after, new Set()).map(({ id }) => id)).toEqual(['t2_a', 't1_c'])
  })
})

describe('the environments of tenants in the profile', () => {
  async function opened() {
    const folder = testFolder()
    return { folder, file: customersFile(folder, () => AT) }
  }

  it('are kept, in the order of the changes', async () => {
    const { file } = await opened()
    const read = directory('t1', ['a', 'b'])
    await Promise.all([file.keepDirectory(read), file.hide('t1', 'b')])
    expect((await file.read()).directories).toEqual([{ ...read, hidden: ['b'] }])
  })

  it.each<[string, string]>([
    ['that is cut', '{"version": 1, "direc'],
    ['of a newer version', '{"version": 2, "directories": []}'],
    ['with a secret', JSON.stringify({ version: 1, directories: [{ ...directory('t1', ['a']), secret: 'x' }] })],
  ])('are none in a file %s, and the next reading brings them back', async (_, content) => {
    const { folder, file } = await opened()
    await writeFile(path.join(folder, 'directories.json'), content)
    expect((await file.read()).directories).toEqual([])
    await file.keepDirectory(directory('t1', ['a']))
    expect((await file.read()).directories).toHaveLength(1)
    expect((await file.read()).problem).toBeUndefined()
    expect(await readFile(path.join(folder, 'directories.json'), 'utf8')).not.toContain('secret')
  })
})
