import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EngagementRow } from '#messages/view.ts'
import { boardFile, csvOf } from '#node/records/customers/board-file.ts'
import { readCustomerList, withCustomers, writeCustomerList } from '#node/records/customers/customer-list.ts'
import { type CustomersFile, customersFile } from '#node/records/customers/customers-file.ts'
import { english } from '#test/english.ts'
import { whileNothingIsMoved } from '#test/failing-rename.ts'
import { testFolder } from '#test/folder.ts'
import { parsedCsv } from './strict-csv.ts'

const AT = Date.parse('2026-11-26T09:00:00Z')
const CONTOSO = { tenantId: 'tenant-1', name: 'Contoso', groups: ['Wave 1'] }

/** Malicious and unusual names. */
const HOSTILE = [
  `=cmd|' /C calc'!A0`,
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  ' =1+1',
  '\u200f=1+1',
  '＝1+1',
  '\t=1+1',
  'quote " and, comma; semicolon',
  'line\r\nbreak',
  '\u202eright to left',
  'עברית',
  '👩‍💻 emoji',
  "it's <b>html</b> & more",
]

async function folder(): Promise<string> {
  const made = testFolder()
  return made
}

describe('a customer list', () => {
  const read = (content: unknown) => readCustomerList(typeof content === 'string' ? content : JSON.stringify(content), 'list.json')
  const why = (content: unknown) => {
    const outcome = read(content)
    return outcome.ok ? 'nothing' : english.text(outcome.why)
  }

  it('is read as it was written, without marks that turn text around', () => {
    const names = HOSTILE.map((name) => name.replaceAll(/\p{Cc}/gu, '')).map((name) => name.trim())
    const customers = names.map((name, at) => ({ tenantId: `t-${at}`, name, groups: names.slice(0, 3) }))
    const unmarked = (name: string): string => name.replaceAll(/[\u200f\u202e]/g, '')
    expect(read(writeCustomerList(customers))).toEqual({
      ok: true,
      customers: customers.map(({ name, groups, ...rest }) => ({ ...rest, name: unmarked(name), groups: groups.map(unmarked) })),
    })
  })

  it.each<[string, unknown, string]>([
    ['cut', '{"schema": 1, "cust', 'list.json isn’t a customer list: it isn’t complete JSON.'],
    ['of another kind', { name: 'x' }, 'list.json isn’t a customer list: it has no version.'],
    ['newer', { schema: 2, customers: [] }, 'list.json is of version 2. This version of the wizard knows 1. Update the wizard to open it.'],
    ['without customers', { schema: 1 }, 'list.json isn’t a valid customer list: see customers.'],
    [
      'with a number for a name',
      { schema: 1, customers: [CONTOSO, { ...CONTOSO, tenantId: 'b', name: 7 }] },
      'list.json isn’t a valid customer list: see customers[2].name.',
    ],
    [
      'with a secret',
      { schema: 1, customers: [{ ...CONTOSO, password: 'x' }] },
      'list.json isn’t a valid customer list: see customers[1].',
    ],
    [
      'with a control character in a name',
      { schema: 1, customers: [{ ...CONTOSO, name: 'a\u001b[2J' }] },
      'list.json isn’t a valid customer list: see customers[1].name.',
    ],
    [
      'with a member twice, of which the last would count',
      '{"schema": 1, "customers": [{"tenantId": "a", "groups": [], "tenantId": "b"}]}',
      'list.json isn’t a valid customer list: see tenantId.',
    ],
    [
      'with a member twice whose name may be a secret',
      '{"schema": 1, "customers": [], "k3y!": 1, "k3y!": 2}',
      'list.json isn’t a valid customer list: see customers.',
    ],
    [
      'with one tenant twice',
      { schema: 1, customers: [CONTOSO, { ...CONTOSO, tenantId: 'TENANT-1' }] },
      'list.json has tenant TENANT-1 twice.',
    ],
  ])('that is %s is refused by name', (_, content, said) => {
    expect(why(content)).toBe(said)
  })

  it('takes changes in place of what was kept of the same customer, and leaves out one that says nothing', () => {
    const kept = [CONTOSO, { tenantId: 'b', groups: ['Wave 2'] }]
    expect(withCustomers(kept, [{ tenantId: 'Tenant-1', groups: [] }])).toEqual([{ tenantId: 'b', groups: ['Wave 2'] }])
    expect(withCustomers(kept, [{ tenantId: 'b', name: 'B', groups: [] }])).toEqual([CONTOSO, { tenantId: 'b', name: 'B', groups: [] }])
  })
})

describe('the customer list in the profile', () => {
  it('keeps what was changed, in the order of the changes', async () => {
    const file = customersFile(path.join(await folder(), 'profile'), () => AT)
    expect(await file.read()).toEqual({ customers: [], checks: {}, directories: [] })
    await Promise.all([file.change([CONTOSO]), file.change([{ tenantId: 'b', groups: ['x'] }]), file.change([{ ...CONTOSO, groups: [] }])])
    expect(await file.read()).toEqual({
      customers: [
        { tenantId: 'b', groups: ['x'] },
        { ...CONTOSO, groups: [] },
      ],
      checks: {},
      directories: [],
    })
  })

  it('says so where it cannot be read, and keeps the damaged file when something is changed', async () => {
    const place = await folder()
    const file = customersFile(place, () => AT)
    await writeFile(path.join(place, 'customers.json'), '{"schema": 1, "cust')
    await utimes(path.join(place, 'customers.json'), AT / 1000, AT / 1000)
    const { problem } = await file.read()
    expect(problem && english.text(problem)).toContain('customers.unreadable-2026-11-26T09-00-00-000Z.json')
    expect(await file.change([CONTOSO])).toEqual({ ok: true })
    expect(await readdir(place)).toEqual(['customers.json', 'customers.unreadable-2026-11-26T09-00-00-000Z.json'])
    expect(await readFile(path.join(place, 'customers.unreadable-2026-11-26T09-00-00-000Z.json'), 'utf8')).toBe('{"schema": 1, "cust')
    expect(await file.read()).toEqual({ customers: [CONTOSO], checks: {}, directories: [] })
  })

  const check = { at: AT, environment: {}, inEffect: true, steps: {} }

  it('opens the checks of an older version, and keeps what they read where a later check couldn’t', async () => {
    const place = await folder()
    const first = { ...check, locked: true, keyExpires: AT + 1, steps: { policy: { readAt: AT, proved: true, planned: 0 } } }
    await writeFile(path.join(place, 'checks.json'), JSON.stringify({ version: 1, checks: { a: first, b: check } }))
    const file = customersFile(place, () => AT)
    const { keyExpires: expires, ...others } = first
    const migrated = { ...others, key: { readAt: AT, expires } }
    expect(await file.read()).toMatchObject({ checks: { a: migrated, b: check } })
    await file.keepChecks({ a: { ...check, at: AT + 1 } })
    expect(await file.read()).toEqual({ customers: [], checks: { a: { ...migrated, at: AT + 1 }, b: check }, directories: [] })
  })

  it.each(['checks', 'directories'])('logs of %s in another form one line, with nothing that is in them', async (name) => {
    const place = await folder()
    const members = Array.from({ length: 1000 }, (_, at) => [`\u009b31m\u202esecret-${at}`, at])
    await writeFile(path.join(place, `${name}.json`), JSON.stringify({ version: 1, ...Object.fromEntries(members) }))
    const lines: string[] = []
    const { problem } = await customersFile(
      place,
      () => AT,
      (line) => lines.push(line),
    ).read()
    expect(problem).toBeDefined()
    expect(lines).toEqual([`${name}.json could not be read: other-form`])
  })

  it.each<[file: string, change: (file: CustomersFile) => Promise<void>, told: string]>([
    ['checks', (file) => file.keepChecks({ a: check }), 'Couldn’t read the results of your last checks'],
    ['directories', (file) => file.hide('tenant-1', 'a'), 'Couldn’t read the list of environments'],
  ])('names the %s that nest without end, opens, and keeps them when something is written', async (name, change, told) => {
    const place = await folder()
    const content = '['.repeat(10 * 1024 * 1024)
    await writeFile(path.join(place, `${name}.json`), content)
    await utimes(path.join(place, `${name}.json`), AT / 1000, AT / 1000)
    const file = customersFile(place, () => AT)
    const { problem, ...rest } = await file.read()
    expect(rest).toEqual({ customers: [], checks: {}, directories: [] })
    const aside = `${name}.unreadable-2026-11-26T09-00-00-000Z.json`
    expect(problem && english.text(problem)).toMatch(new RegExp(`^${told}.* as ${aside}`))
    await change(file)
    expect(await readdir(place)).toEqual([`${name}.json`, aside])
    expect((await readFile(path.join(place, aside), 'utf8')) === content).toBe(true)
    expect((await file.read()).problem).toBeUndefined()
  })

  it.each<[file: string, change: (file: CustomersFile) => Promise<unknown>, told: string]>([
    ['customers', (file) => file.change([CONTOSO]), 'your customer list'],
    ['checks', (file) => file.keepChecks({ a: check }), 'the results of your last checks'],
    ['directories', (file) => file.hide('tenant-1', 'a'), 'the list of environments from your last sign-ins'],
  ])('says that a newer version saved the %s, and keeps them by the name that it tells', async (name, change, told) => {
    const place = await folder()
    const content = JSON.stringify({ version: 3, schema: 2, [name]: [] })
    await writeFile(path.join(place, `${name}.json`), content)
    let time = AT
    const file = customersFile(place, () => time++)
    const { problem } = await file.read()
    const words = problem ? english.text(problem) : ''
    expect(words).toContain(`A newer version of the wizard saved ${told}`)
    await change(file)
    const aside = (await readdir(place)).find((each) => each.startsWith(`${name}.newer-`)) ?? 'none'
    expect(words).toContain(` as ${aside}.`)
    expect(await readFile(path.join(place, aside), 'utf8')).toBe(content)
    expect((await file.read()).problem).toBeUndefined()
  })

  it('refuses by its code where nothing can be written', async () => {
    const place = await folder()
    const outcome = await whileNothingIsMoved('EROFS', () => customersFile(place, () => AT).change([CONTOSO]))
    expect(!outcome.ok && english.text(outcome.why)).toBe('Couldn’t save the customer list (EROFS).')
  })
})

const row = (name: string): EngagementRow => ({
  id: name,
  customer: name,
  environment: name,
  environmentId: 'environment-1',
  tenantId: 'tenant-1',
  cloud: 'Azure',
  account: 'ada@contoso.example',
  savedAt: AT,
  checkedAt: AT,
  keyExpires: AT,
  groups: [name, 'Wave 1'],
  environmentType: 'Production',
  steps: ['verified', 'verified', 'action-required', 'open'],
  state: { kind: 'action-required', step: 3, count: 2, findings: 3, why: name, owner: 'key-vault-administrator' },
})

describe('the list of environments as a file', () => {
  const text = (format: 'csv' | 'json', ...names: readonly string[]) => String(boardFile(names.map(row), format, AT).content)

  it('is data for a program in JSON, whatever the names', () => {
    const written = JSON.parse(text('json', ...HOSTILE))
    expect(written).toMatchObject({ schema: 2, madeAt: '2026-11-26T09:00:00.000Z' })
    expect(written.environments.map(({ customer }: { readonly customer: string }) => customer)).toEqual(HOSTILE)
    expect(written.environments[0]).toEqual({
      customer: HOSTILE[0],
      tenantName: HOSTILE[0],
      tenantId: 'tenant-1',
      groups: [HOSTILE[0], 'Wave 1'],
      environment: HOSTILE[0],
      environmentId: 'environment-1',
      type: 'Production',
      cloud: 'Azure',
      stepsVerified: 2,
      steps: 4,
      state: 'action-required',
      owner: 'key-vault-administrator',
      findings: 3,
      why: HOSTILE[0],
      keyExpires: '2026-11-26T09:00:00.000Z',
      lastChecked: '2026-11-26T09:00:00.000Z',
      account: 'ada@contoso.example',
    })
  })

  it('is one line a row in CSV, and no cell begins like a formula', () => {
    const [heads, ...rows] = parsedCsv(text('csv', ...HOSTILE))
    expect(heads?.slice(0, 4)).toEqual(['customer', 'groups', 'environment', 'type'])
    expect(rows).toHaveLength(HOSTILE.length)
    for (const each of rows) {
      expect(each).toHaveLength(heads?.length ?? 0)
      for (const cell of each) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
    }
    expect(rows.map(([customer]) => customer?.replace(/^'/, ''))).toEqual(HOSTILE.map((name) => name.replaceAll(/\p{Cc}+/gu, ' ')))
  })

  it.each([
    ['en', ','],
    ['ja', ','],
    ['de', ';'],
    ['fr', ';'],
    ['pt-BR', ';'],
  ])('separates its cells as a spreadsheet in %s expects', (locale, separator) => {
    expect(String(boardFile([], 'csv', AT, locale).content)).toContain(`"customer"${separator}"groups"`)
  })

  it('is named after its day', () => {
    expect(boardFile([], 'csv', AT).name).toBe('customers-2026-11-26.csv')
    expect(csvOf([['a', '']])).toBe('\uFEFF"a",""\r\n')
  })
})
