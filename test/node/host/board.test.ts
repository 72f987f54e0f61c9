import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { Board } from '#node/host/board.ts'
import type { CustomersFile } from '#node/records/customers/customers-file.ts'
import { type Directory, withDirectory, withoutEnvironment } from '#node/records/customers/directory.ts'
import { NEVER_READ, newEngagement } from '#node/records/engagement/engagement.ts'
import type { OpenedTenant } from '#node/records/engagement/record.ts'
import type { EngagementStore, Listed } from '#node/records/engagement/store.ts'

const AT = Date.parse('2026-11-26T09:00:00Z')
const HOUR = 3_600_000
const ACCOUNT = { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' }
const SIGN_IN = { way: 'browser', tenant: 't1', cloud: 'commercial' } as const
const environment = (id: string) => ({ id, displayName: `name of ${id}`, type: 'Sandbox', geography: 'europe' })

const opened = (more: Pick<Partial<OpenedTenant['tenant']>, 'practice'> = {}): OpenedTenant => {
  const account = { ...ACCOUNT, tenantId: 't1', tenantName: 'Contoso' }
  return {
    tenant: { cloud: verbatim('Azure'), account, ...more },
    services: { account },
    clock: { now: () => AT },
    cloud: { id: 'commercial', name: 'Azure' },
    request: SIGN_IN,
  }
}

function board(listed: readonly Listed[], begun: readonly Directory[] = []) {
  let directories = begun
  let written = 0
  const removed: string[] = []
  const customers: CustomersFile = {
    read: async () => ({ customers: [], directories }),
    change: async () => ({ ok: true }),
    keepChecks: async () => undefined,
    async keepDirectory(read) {
      written += 1
      directories = withDirectory(directories, read)
    },
    async hide(tenantId, environmentId) {
      directories = withoutEnvironment(directories, tenantId, environmentId)
    },
  }
  const unused = () => Promise.reject(new Error('A board opens nothing.'))
  const store: EngagementStore = {
    journal: unused,
    open: unused,
    breakLock: unused,
    reports: unused,
    report: unused,
    keepReport: unused,
    list: async () => listed,
    remove: async (id) => void removed.push(id),
  }
  const made = new Board({
    listedAs: LISTED_AS,
    store,
    customers,
    begun: undefined,
    release: async () => undefined,
    changed: () => undefined,
    procedure: CUSTOMER_MANAGED_KEYS,
    before: { appVersion: '0', reached: 'integration', steps: { integration: NEVER_READ } },
  })
  return { board: made, removed, written: () => written, ids: () => made.shown().engagements?.map(({ id }) => id) }
}

const READ = { at: AT, environments: ['a', 'b'].map(environment) }

const begunWith = (id: string): Listed => {
  const whose = { appVersion: '0', cloud: { id: 'commercial', name: 'Azure' }, tenant: { id: 't1', name: 'Contoso' }, account: ACCOUNT }
  return { id: `t1_${id}`, ok: true, engagement: newEngagement({ ...whose, environment: { id }, reached: 'integration', steps: {} }, AT) }
}

describe('environments that no one has worked on', () => {
  it('are on the board behind those under work, and can be opened and checked as if they were', async () => {
    const { board: made, ids } = board([begunWith('a')])
    made.keepDirectory(opened(), READ)
    await made.list()
    expect(ids()).toEqual(['t1_a', 't1_b'])
    expect(made.find('t1_b')).toMatchObject({
      ok: true,
      engagement: {
        tenant: { id: 't1' },
        environment: { id: 'b', displayName: 'name of b' },
        signIn: SIGN_IN,
        choices: { environmentId: 'b' },
        steps: { integration: NEVER_READ },
      },
    })
    expect(made.find('t1_c')).toBeUndefined()
  })

  it('are taken off the list alone, while an engagement is removed from its store', async () => {
    const { board: made, removed, ids } = board([begunWith('a')])
    made.keepDirectory(opened(), READ)
    await made.list()
    await made.remove('t1_b')
    expect([removed, ids()]).toEqual([[], ['t1_a']])
    await made.remove('t1_a')
    expect(removed).toEqual(['t1_a'])
  })

  it.each<[string, OpenedTenant, readonly (typeof READ)[], number]>([
    ['once, however often they are read', opened(), [READ, { ...READ, at: AT + 1 }], 1],
    ['again where others are there', opened(), [READ, { ...READ, environments: [environment('c')] }], 2],
    ['again when they were seen an hour later', opened(), [READ, { ...READ, at: AT + HOUR }], 2],
    ['not at all in the practice tenant', opened({ practice: { scenario: 's', title: verbatim('t'), story: verbatim('s') } }), [READ], 0],
  ])('are kept %s', (_, tenant, read, times) => {
    const { board: made, written } = board([])
    for (const each of read) made.keepDirectory(tenant, each)
    expect(written()).toBe(times)
  })
})

const closed = (id: string): Listed => ({ id, ok: false, why: verbatim('') })

it('shows no list that was asked for before something was opened', async () => {
  const answers: ((listed: readonly Listed[]) => void)[] = []
  const list = () => new Promise<readonly Listed[]>((resolve) => answers.push(resolve))
  const never = () => Promise.reject(new Error('Not here.'))
  const store: EngagementStore = {
    list,
    journal: never,
    open: never,
    breakLock: never,
    remove: never,
    reports: never,
    report: never,
    keepReport: never,
  }
  const made = new Board({
    store,
    customers: undefined,
    begun: { listed: [closed('before')] },
    listedAs: LISTED_AS,
    release: async () => undefined,
    changed: () => undefined,
    procedure: CUSTOMER_MANAGED_KEYS,
    before: { appVersion: '0', reached: 'integration', steps: {} },
  })
  const refreshing = made.refresh()
  made.forget()
  answers[0]?.([closed('meanwhile')])
  await refreshing
  expect(made.find('meanwhile')).toBeUndefined()
  const listing = made.list()
  await Promise.resolve()
  await Promise.resolve()
  answers[1]?.([closed('after')])
  await listing
  expect(made.find('after')).toBeDefined()
})
