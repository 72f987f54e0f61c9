import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { engagementId } from '#node/records/engagement/store.ts'
import { digestOf } from '#node/services/canonical-json.ts'
import { testFolder } from '#test/folder.ts'
import { command } from './in-process.ts'
import { CASE, keptCase } from './kept-record.ts'
import { openCase, practiceIdentity } from './practice-identity.ts'

const TENANT = '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90'
const ENVIRONMENT = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'
const SIGN_IN = ['--sign-in', 'secret', '--client-id', TENANT]
const identity = practiceIdentity({ [TENANT]: () => openCase(CASE) })

const PIPE = 'It’s a pipe, a socket, or a device. Save its content in a file, and name that file.'

const run = (...words: readonly string[]) => command(words, { variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' }, identity })

const list = (customers: readonly object[]): string => JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers })

describe('a list of customers', () => {
  it.each<[what: string, content: string | Buffer, told: string]>([
    ['in UTF-16', Buffer.from(`\uFEFF${list([])}`, 'utf16le'), 'list.json isn’t a UTF-8 text file.'],
    ['without a customer', list([]), 'list.json, line 1: customers: is empty'],
    ['of the window without a customer', JSON.stringify({ schema: 1, customers: [] }), 'list.json has no customers.'],
  ])('says what is wrong %s', async (_what, content, told) => {
    const file = path.join(testFolder({ 'list.json': content }), 'list.json')
    const { code, err } = await run('environments', '--customers', file, ...SIGN_IN)
    expect([code, err]).toEqual([2, expect.stringContaining(told)])
  })

  it.each<[what: string, content: string, line: number]>([
    ['its own form', list([]).replace('[]', '[{\n"name": "A", "tenant": "a.example",\n"tenant": "b.example"}]'), 3],
    ['the window’s', '{"schema": 1,\n"customers": [{"tenantId": "a", "groups": [],\n"tenantId": "b"}]}', 3],
  ])('in %s names a property that is there twice, of which the last would count', async (_what, content, line) => {
    const file = path.join(testFolder({ 'list.json': content }), 'list.json')
    const { code, err } = await run('environments', '--customers', file, ...SIGN_IN)
    expect([code, err]).toEqual([2, expect.stringMatching(new RegExp(`list\\.json, line ${line}: tenant(?:Id)?: is used twice`))])
  })

  it.each([[[ENVIRONMENT, ENVIRONMENT]], [[ENVIRONMENT, ENVIRONMENT.toUpperCase()]], [['contoso-prod', ENVIRONMENT]]])(
    'has an environment read once: %j',
    async (environments) => {
      const file = path.join(testFolder({ 'list.json': list([{ name: 'A', tenant: TENANT, environments }]) }), 'list.json')
      const { out } = await run('check', '--customers', file, ...SIGN_IN, '--json')
      expect(JSON.parse(out).customers[0].environments).toHaveLength(1)
    },
  )
})

describe('verify', () => {
  it.each<[what: string, content: string | Buffer]>([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe])],
    ['text', 'root:x:0:0:'],
  ])('says of %s that it’s no report, and nothing of what is in it', async (_what, content) => {
    const file = path.join(testFolder({ file: content }), 'file')
    const { code, err } = await run('verify', file)
    expect([code, err]).toEqual([1, `${file} isn’t valid. It isn’t a report of the wizard.\n`])
  })

  it.skipIf(process.platform === 'win32')('reads no more than a report can have', async () => {
    const { code, err } = await run('verify', '/dev/zero')
    expect([code, err]).toEqual([3, `Couldn’t read /dev/zero: ${PIPE}\n`])
  })
})

describe.skipIf(process.platform === 'win32')('a pipe that no one writes to is refused in words, without waiting', () => {
  it.each<[option: string, words: (pipe: string) => readonly string[], code: number]>([
    ['verify', (pipe) => ['verify', pipe], 3],
    ['--cloud-file', (pipe) => ['environments', '--cloud-file', pipe, '--tenant', TENANT, ...SIGN_IN], 2],
    ['--customers', (pipe) => ['environments', '--customers', pipe, ...SIGN_IN], 2],
  ])('%s', async (_option, words, expected) => {
    const pipe = path.join(testFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    const { code, err } = await run(...words(pipe))
    expect([code, err]).toEqual([expected, expect.stringContaining(`${pipe}: ${PIPE}`)])
  })

  it('--recording', async () => {
    const pipe = path.join(testFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    const { code, err } = await run('check', '--recording', pipe)
    expect([code, err]).toEqual([2, expect.stringContaining(`${pipe}: ${PIPE}`)])
  })
})

describe('a cloud file', () => {
  it('that is no JSON is named without a character of it', async () => {
    const file = path.join(testFolder({ 'cloud.json': 'root:x' }), 'cloud.json')
    const { code, err } = await run('environments', '--cloud-file', file, '--tenant', TENANT, ...SIGN_IN)
    expect(code).toBe(2)
    expect(err).not.toMatch(/['"“]r/)
  })
})

describe('a plan as a script of several files', () => {
  it('is written to a folder', async () => {
    const folder = path.join(testFolder(), 'script')
    const { code, out } = await run('plan', '--practice', 'ready-to-enable', '--script', 'bicep', '--out', folder)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(readdirSync(folder).length).toBeGreaterThan(1)
  })

  it.each([
    ['where there is no script', ['--out', 'x'], 2, '--out needs --script LANGUAGE.'],
    ['where it can’t be written', ['--script', 'bicep', '--out', '/dev/null/x'], 3, 'Couldn’t save /dev/null/x'],
  ])('says %s', async (_what, words, code, told) => {
    expect(await run('plan', '--practice', 'ready-to-enable', ...words)).toMatchObject({ code, err: expect.stringContaining(told) })
  })

  it.runIf(process.platform === 'linux')('says so where the system lets no one create a folder', async () => {
    expect(await run('plan', '--practice', 'ready-to-enable', '--script', 'bicep', '--out', '/proc/x/y')).toMatchObject({
      code: 3,
      err: expect.stringContaining('Couldn’t save /proc/x/y'),
    })
  })
})

describe('drift', () => {
  it('says what was and what is on a line each', async () => {
    const { folder } = await keptCase()
    const disabled = practiceIdentity({ [TENANT]: () => openCase(CASE, [{ method: 'GET', path: '/keys/**', fault: '403' }]) })
    const { out } = await command(['drift', '--tenant', TENANT, ...SIGN_IN, '--folder', folder], {
      variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' },
      identity: disabled,
    })
    expect(out).toMatch(/\n {4}was: .*\n {4}is: .*\n/)
    expect(out).not.toContain('. Is:')
  })
})

describe('status', () => {
  it('lists every record, also beside one whose message this version says with other values', async () => {
    const golden = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../records/engagement/golden/engagement-7.json'), 'utf8'))
    const { digest: _, ...body } = golden
    const files = ['aaaa', 'bbbb'].map((start, at) => {
      const environment = { ...body.environment, id: `${start}4b8e-1111-4222-8333-444455556666`, displayName: start }
      const { policy } = body.steps
      const title = at === 0 ? policy.asks.title : { messageId: 'mail.over.body' }
      const record = { ...body, environment, steps: { ...body.steps, policy: { ...policy, asks: { ...policy.asks, title } } } }
      const content = JSON.stringify({ ...record, digest: digestOf(record) })
      return [`${engagementId({ tenantId: body.tenant.id, environmentId: environment.id })}/engagement.json`, content]
    })
    const { code, out } = await command(['status', '--folder', testFolder(Object.fromEntries(files)), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out).records).toMatchObject([
      { environment: { name: 'aaaa' } },
      { environment: { name: 'bbbb' }, why: 'mail.over.body' },
    ])
  })

  it.each(['checks.json', 'directories.json'])('says of a damaged %s in its own words alone', async (name) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => said.mockRestore())
    const profile = 'CMK Enablement Wizard'
    const folder = testFolder(
      Object.fromEntries(['', 'Library/Application Support/'].map((before) => [`${before}${profile}/${name}`, '{"version":1,"secret":1}'])),
    )
    const variables = { LANG: 'en_US.UTF-8', XDG_CONFIG_HOME: folder, APPDATA: folder, HOME: folder }
    const { code, err } = await command(['status'], { variables })
    expect([code, said.mock.calls]).toEqual([3, []])
    expect(err).toMatch(/^ {2}✕ Couldn’t read .+\n$/)
    expect(err).not.toContain('secret')
  })
})
