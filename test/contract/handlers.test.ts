import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { CALLS, readReply } from '#contract/contract.ts'
import { createHandlers } from '#electron/ipc/handlers.ts'
import { TooManyPrograms } from '#electron/ipc/program-limit.ts'
import { verbatim } from '#machines/messages/message.ts'
import { linkAddress, linkOf } from '#machines/procedure/links/links.ts'
import type { Started } from '#node/practice/presenting/staging.ts'
import { english } from '../english.ts'
import { applyingView } from '../renderer/views.ts'

const PORTALS = {
  azure: 'https://portal.azure.com',
  powerPlatformAdminCenter: 'https://admin.example',
  lifecycleServices: 'https://lcs.example',
}

const host = {
  text: english.text,
  view: () => applyingView,
  send: vi.fn(),
  subscribe: vi.fn(),
  formatter: () => english,
  advancePractice: vi.fn(),
  holdSecret: vi.fn(),
  writeScript: vi.fn(),
  searchPeople: vi.fn(),
  openEngagement: vi.fn(),
  removeEngagement: vi.fn(),
  takeOver: vi.fn(),
  changeCustomer: vi.fn(),
  customerList: vi.fn(),
  openCustomerList: vi.fn(),
  board: vi.fn(),
  checkMany: vi.fn(),
  applyChoices: vi.fn(),
  controlCheck: vi.fn(),
  checked: vi.fn(),
  report: vi.fn(),
  reportCopies: { list: vi.fn(), read: vi.fn(), keep: vi.fn() },
  changeRequest: vi.fn(),
  calendar: vi.fn(),
  checkVaultName: vi.fn(),
  removal: vi.fn(),
  removalFile: vi.fn(),
  firstContact: vi.fn(),
  firstContactFile: vi.fn(),
  handOver: vi.fn(),
  openHandOver: vi.fn(),
  openRecording: vi.fn(),
  addressOf: (link: string) => linkAddress(linkOf(link), { portals: PORTALS }),
}
const outside = {
  openExternal: vi.fn(async () => undefined),
  writeClipboard: vi.fn(),
  changeSettings: vi.fn(),
  diagnostics: vi.fn(async () => '{}'),
  licenses: vi.fn(async () => [{ of: 'app' as const, text: 'MIT License' }]),
  openWindow: vi.fn(),
  loadAhead: vi.fn(),
  team: vi.fn(),
  mark: vi.fn(),
  running: vi.fn(async () => undefined),
  startCase: vi.fn(async (): Promise<Started> => ({ ok: true })),
  exercises: Object.assign(vi.fn(), { made: vi.fn() }),
  openPresenter: vi.fn(async () => undefined),
  actOnUpdate: vi.fn(),
  mayStart: () => true,
  askWhereToSave: vi.fn(),
  print: vi.fn(),
  askForFile: vi.fn(),
  brand: vi.fn(),
  certificateFiles: vi.fn(),
  templates: vi.fn(),
}
const handlers = createHandlers(async () => host, outside)

beforeEach(() => vi.clearAllMocks())

it('hands an event to the machine', async () => {
  await handlers['wizard:send']({ type: 'NEXT' })
  expect(host.send).toHaveBeenCalledExactlyOnceWith({ type: 'NEXT' })
})

it('lets a person confirm a finding whose key holds the ID of a resource', () => {
  const hsm = `/subscriptions/${'0'.repeat(36)}/resourceGroups/${'g'.repeat(90)}/providers/Microsoft.KeyVault/managedHSMs/hsm-contoso`
  for (const type of ['ATTEST', 'CHECK_ONE'])
    expect(CALLS['wizard:send'].takes.safeParse({ type, key: `hsm-allowed:${hsm}` }).success, type).toBe(true)
})

it('takes at most ten email addresses for a warning', () => {
  const wished = (count: number) => ({
    type: 'DECIDE',
    decision: { kind: 'wish-protections', locks: [], mail: Array.from({ length: count }, () => 'ada@contoso.example') },
  })
  expect([10, 11].map((count) => CALLS['wizard:send'].takes.safeParse(wished(count)).success)).toEqual([true, false])
})

it('loads ahead for the way that the window names', async () => {
  await handlers['tenant:load-ahead']({ way: 'sign-in' })
  expect(outside.loadAhead).toHaveBeenCalledExactlyOnceWith('sign-in')
})

it('makes the address of a link itself, from the machine’s own context', async () => {
  expect(await handlers['links:open']({ link: 'lifecycle-services' })).toEqual({ ok: true })
  expect(outside.openExternal).toHaveBeenCalledExactlyOnceWith('https://lcs.example/')
})

it('makes the words of a mail itself, for the environment that is open', async () => {
  expect(await handlers['mail:open']({ mail: 'over' })).toEqual({ ok: true })
  expect(outside.openExternal).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^mailto:\?subject=Finance%20and%20operations%20is%20available%20again&.*contoso-prod/),
  )
})

it.each([
  ['at once, as Electron 33 does', () => undefined],
  ['with a promise, as later ones do', async () => undefined],
])('waits for the clipboard that writes %s', async (_how, write) => {
  outside.writeClipboard.mockImplementationOnce(write)
  await handlers['clipboard:write']({ text: 'F-401' })
  expect(outside.writeClipboard).toHaveBeenCalledExactlyOnceWith('F-401')
})

it('opens another window, and passes on why it could not', async () => {
  outside.openWindow.mockResolvedValueOnce({ ok: false, why: 'No.' })
  expect(await handlers['window:open']({ profile: 'contoso' })).toEqual({ ok: false, why: 'No.' })
  expect(outside.openWindow).toHaveBeenCalledExactlyOnceWith('contoso')
})

it('lets time pass and sets marks', async () => {
  await handlers['practice:advance']({ hours: 24 })
  await handlers['marks:report']({ mark: 'firstStepInteractive' })
  expect(host.advancePractice).toHaveBeenCalledExactlyOnceWith(24)
  expect(outside.mark).toHaveBeenCalledExactlyOnceWith('firstStepInteractive')
})

it('changes settings, and passes on why they were not saved', async () => {
  outside.changeSettings.mockResolvedValueOnce({ ok: false, why: 'The disk is full.' })
  expect(await handlers['settings:change']({ language: 'en' })).toEqual({ ok: false, why: 'The disk is full.' })
  expect(outside.changeSettings).toHaveBeenCalledExactlyOnceWith({ language: 'en' })
})

it('says what the app is made of, from the lockfile and this process', async () => {
  const reply = readReply('about:read', await handlers['about:read']({}))
  if (!reply?.ok) throw new Error('It says what it is.')
  expect(reply.value).toMatchObject({ version: expect.stringMatching(/^\d/), license: 'MIT', node: process.versions.node })
  expect(reply.value.packages).toContainEqual({ name: 'react', version: expect.any(String), license: 'MIT' })
})

it('saves of first contact only what was compared', async () => {
  expect(await handlers['first-contact:save']({})).toEqual({ ok: false, why: 'Nothing was compared yet.' })
  host.firstContactFile.mockReturnValueOnce({ name: 'cmk-wizard-recording.json', content: '{}' })
  outside.askWhereToSave.mockResolvedValueOnce({ canceled: true })
  expect(await handlers['first-contact:save']({})).toEqual({ ok: true, value: {} })
})

it('saves of a removal only the script that was read last', async () => {
  expect(await handlers['removal:save']({})).toEqual({ ok: false, why: 'Nothing was read that can be removed.' })
  host.removalFile.mockReturnValueOnce({ name: 'remove-cmk.sh', content: '#!/usr/bin/env bash' })
  outside.askWhereToSave.mockResolvedValueOnce({ canceled: true })
  expect(await handlers['removal:save']({})).toEqual({ ok: true, value: {} })
})

it('gives diagnostics that main has made, and the license texts', async () => {
  expect(await handlers['diagnostics:read']({})).toEqual({ ok: true, value: '{}' })
  expect(await handlers['licenses:read']({})).toEqual({ ok: true, value: [{ of: 'app', text: 'MIT License' }] })
})

it('passes a secret only to the holder for the next sign-in', async () => {
  await handlers['identity:hold-secret']({ secret: 'typed-by-a-person' })
  expect(host.holdSecret).toHaveBeenCalledExactlyOnceWith('typed-by-a-person')
  expect(host.send).not.toHaveBeenCalled()
})

it('opens, takes off the list and takes over by what main knows, never by what the window says of it', async () => {
  host.openEngagement.mockResolvedValueOnce({ ok: false, why: 'It is no longer on the list.' })
  expect(await handlers['engagements:open']({ id: 'a_b' })).toEqual({ ok: false, why: 'It is no longer on the list.' })
  await handlers['engagements:remove']({ id: 'a_b' })
  await handlers['engagements:take-over']({})
  expect(host.removeEngagement).toHaveBeenCalledExactlyOnceWith('a_b')
  expect(host.takeOver).toHaveBeenCalledExactlyOnceWith()
})

it('says that there is no journal while no environment is chosen, and asks for no place', async () => {
  host.report.mockResolvedValueOnce(undefined)
  expect(await handlers['report:save']({ format: 'html' })).toEqual({ ok: false, why: expect.stringContaining('No log yet') })
  expect(outside.askWhereToSave).not.toHaveBeenCalled()
})

it('asks the person where a change request goes, and says where there is no plan to approve, or why its start can’t be planned', async () => {
  const file = { name: 'cmk-change-request-contoso-prod.html', content: '<!doctype html>' }
  host.changeRequest.mockResolvedValueOnce({ ok: true, file })
  outside.askWhereToSave.mockResolvedValueOnce({ canceled: true })
  expect(await handlers['change-request:save']({ format: 'html' })).toEqual({ ok: true, value: {} })
  expect(outside.askWhereToSave).toHaveBeenCalledExactlyOnceWith({ defaultPath: 'cmk-change-request-contoso-prod.html' })
  host.changeRequest.mockResolvedValueOnce(undefined)
  const refused = { ok: false, why: expect.stringContaining('No plan is on screen') }
  expect(await handlers['change-request:save']({ format: 'pdf' })).toEqual(refused)
  const past = { ok: false, why: 'This start time has passed.' }
  host.changeRequest.mockResolvedValueOnce(past)
  expect(await handlers['change-request:save']({ format: 'pdf' })).toEqual(past)
  expect(outside.askWhereToSave).toHaveBeenCalledOnce()
})

it('says that no dates are known yet, and asks for no place', async () => {
  host.calendar.mockResolvedValueOnce(undefined)
  expect(await handlers['calendar:save']({})).toEqual({ ok: false, why: expect.stringContaining('No dates') })
  expect(outside.askWhereToSave).not.toHaveBeenCalled()
})

it('asks the person where a calendar file goes', async () => {
  host.calendar.mockResolvedValueOnce({ name: 'cmk-dates-contoso-prod.ics', content: 'BEGIN:VCALENDAR' })
  outside.askWhereToSave.mockResolvedValueOnce({ canceled: true })
  expect(await handlers['calendar:save']({})).toEqual({ ok: true, value: {} })
  expect(outside.askWhereToSave).toHaveBeenCalledExactlyOnceWith({ defaultPath: 'cmk-dates-contoso-prod.ics' })
})

it('asks the person where a report goes, and writes nothing when they call it off', async () => {
  host.report.mockResolvedValueOnce({ name: 'cmk-evidence.json', content: '{}' })
  outside.askWhereToSave.mockResolvedValueOnce({ canceled: true })
  expect(await handlers['report:save']({ format: 'json', language: 'en' })).toEqual({ ok: true, value: {} })
  expect(outside.askWhereToSave).toHaveBeenCalledExactlyOnceWith({ defaultPath: 'cmk-evidence.json' })
  expect(host.report).toHaveBeenCalledExactlyOnceWith({ format: 'json', language: 'en' }, expect.any(Function))
  expect(host.reportCopies.keep).not.toHaveBeenCalled()
})

it.each([
  [{ copy: 'kept' }, { isInStore: true }],
  [{ copy: 'failed', why: verbatim('It can’t be reached.') }, { notInStore: 'It can’t be reached.' }],
  [{ copy: 'none' }, {}],
])('gives the team’s store a copy of a report once it is saved, and says what became of it: %j', async (kept, said) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handlers-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  host.report.mockResolvedValueOnce({ name: 'cmk-evidence.json', content: '{}' })
  outside.askWhereToSave.mockResolvedValueOnce({ canceled: false, filePath: path.join(folder, 'mine.json') })
  host.reportCopies.keep.mockResolvedValueOnce(kept)
  expect(await handlers['report:save']({ format: 'json' })).toEqual({ ok: true, value: { savedAs: 'mine.json', ...said } })
  expect(host.reportCopies.keep).toHaveBeenCalledExactlyOnceWith('json', '{}')
})

it.each([
  [
    { copy: 'read', content: Buffer.from('<p>theirs</p>') },
    { ok: true, value: { savedAs: 'theirs.html' } },
  ],
  [
    { copy: 'failed', why: verbatim('It can’t be reached.') },
    { ok: false, why: 'It can’t be reached.' },
  ],
  [{ copy: 'none' }, { ok: false, why: 'This report isn’t in the team store anymore.' }],
])('saves a copy of a report that the team keeps, or says why it can’t', async (read, said) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handlers-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const name = 'report-2026-11-24T09-00-00-000Z.html'
  outside.askWhereToSave.mockReset()
  onTestFinished(() => void outside.askWhereToSave.mockReset())
  outside.askWhereToSave.mockResolvedValueOnce({ canceled: false, filePath: path.join(folder, 'theirs.html') })
  host.reportCopies.read.mockResolvedValueOnce(read)
  expect(await handlers['report:copy']({ name })).toEqual(said)
  expect(host.reportCopies.read).toHaveBeenLastCalledWith(name)
  if (said.ok) expect(outside.askWhereToSave).toHaveBeenCalledExactlyOnceWith({ defaultPath: name })
  else expect(outside.askWhereToSave).not.toHaveBeenCalled()
})

it('loads no machine to say that none checks anything: the first page asks that at once', async () => {
  const load = vi.fn(async () => host)
  const unloaded = createHandlers(load, outside)
  expect(await unloaded['check:read']({})).toEqual({ ok: true, value: {} })
  expect(load).not.toHaveBeenCalled()
})

it('loads no exercises to say that none is under way: every page of a practice tenant asks that', async () => {
  expect(await handlers['exercises:read']({ onlyUnderWay: true })).toEqual({ ok: true, value: { exercises: [] } })
  expect(outside.exercises).not.toHaveBeenCalled()
})

it('says which exercise is under way once they are loaded, without the others', async () => {
  const value = { exercises: [{ name: 'a' }], underWay: { name: 'a', hints: [] } }
  const exercises = { read: () => value }
  outside.exercises.made.mockResolvedValueOnce(exercises)
  expect(await handlers['exercises:read']({ onlyUnderWay: true })).toEqual({ ok: true, value: { ...value, exercises: [] } })
  outside.exercises.mockResolvedValueOnce(exercises)
  expect(await handlers['exercises:read']({ onlyUnderWay: false })).toEqual({ ok: true, value })
})

it('asks the machine’s own tenant for people', async () => {
  const found = { kind: 'people', people: [{ id: 'a', displayName: 'Ada', userName: 'ada@contoso.example' }] }
  host.searchPeople.mockResolvedValueOnce(found)
  expect(await handlers['people:search']({ text: 'ad' })).toEqual({ ok: true, value: found })
  expect(host.searchPeople).toHaveBeenCalledExactlyOnceWith('ad')
})

it('lets a call that comes before the machine is there wait for it', async () => {
  let arrive: (value: typeof host) => void = () => undefined
  const waiting = createHandlers(() => new Promise<typeof host>((resolve) => (arrive = resolve)), outside)
  const sent = waiting['wizard:send']({ type: 'BACK' })
  expect(host.send).not.toHaveBeenCalled()
  arrive(host)
  await sent
  expect(host.send).toHaveBeenCalledExactlyOnceWith({ type: 'BACK' })
})

describe('a script of the plan', () => {
  const script = { language: 'azure-cli', of: 'step' } as const
  const files = [{ name: 'enable-cmk.sh', text: '#!/usr/bin/env bash' }]

  it('is written by the machine’s own plan', async () => {
    host.writeScript.mockResolvedValueOnce({ kind: 'files', files })
    expect(await handlers['script:write'](script)).toEqual({ ok: true, value: { kind: 'files', files } })
    expect(host.writeScript).toHaveBeenCalledExactlyOnceWith(script)
  })

  it('is saved as it would be written now, under a name that the person is asked for', async () => {
    host.writeScript.mockResolvedValueOnce({ kind: 'files', files })
    outside.askWhereToSave.mockResolvedValueOnce({ canceled: true })
    expect(await handlers['script:save']({ script, file: 'enable-cmk.sh' })).toEqual({ ok: true, value: {} })
    expect(outside.askWhereToSave).toHaveBeenCalledExactlyOnceWith({ defaultPath: 'enable-cmk.sh' })
  })

  it.each([
    ['a file that the script does not have', { kind: 'files', files }],
    ['a script of a plan that is gone', { kind: 'nothing-planned' }],
  ])('is not saved as %s', async (_what, written) => {
    host.writeScript.mockResolvedValueOnce(written)
    expect(await handlers['script:save']({ script, file: '.bashrc' })).toMatchObject({ ok: false })
    expect(outside.askWhereToSave).not.toHaveBeenCalled()
  })
})

it('starts no program for a page that has started too many', async () => {
  const flooded = createHandlers(async () => host, { ...outside, mayStart: () => false })
  host.report.mockImplementation(async (_wanted: unknown, print: (html: string) => Promise<Uint8Array>) => ({
    name: 'report.pdf',
    content: await print('<p>'),
  }))
  const request = { way: 'azure-cli', tenant: 'contoso.example', cloud: 'commercial' } as const
  const starts: readonly (() => unknown)[] = [
    () => flooded['links:open']({ link: 'lifecycle-services' }),
    () => flooded['mail:open']({ mail: 'outage', start: 1, end: 2 }),
    () => flooded['window:open']({ profile: 'contoso' }),
    () => flooded['presenter:open']({ scenario: 'ready-to-enable' }),
    () => flooded['updates:act']({ act: 'notes' }),
    () => flooded['updates:act']({ act: 'install' }),
    () => flooded['report:save']({ format: 'pdf' }),
    () => flooded['hand-over:open']({}),
    () => flooded['brand:choose-logo']({}),
    () => flooded['customers:open']({}),
    () => flooded['exercises:open']({}),
    () => flooded['engagements:open']({ id: 'a' }),
    () => flooded['wizard:send']({ type: 'SIGN_IN', request }),
    () => flooded['wizard:send']({ type: 'LIST_TENANTS', request: { way: 'azure-powershell', cloud: 'commercial' } }),
    () => flooded['wizard:send']({ type: 'SIGN_IN_AGAIN' }),
  ]
  outside.exercises.mockResolvedValue({})
  outside.brand.mockResolvedValue({})
  for (const start of starts) await expect((async () => start())(), String(start)).rejects.toThrow(TooManyPrograms)
  const { openExternal, openWindow, openPresenter, actOnUpdate, askForFile, askWhereToSave, print } = outside
  for (const started of [openExternal, openWindow, openPresenter, actOnUpdate, askForFile, askWhereToSave, print, host.send])
    expect(started).not.toHaveBeenCalled()
  expect(host.openEngagement).not.toHaveBeenCalled()
})

it('lets a page go on that has started too many', async () => {
  const flooded = createHandlers(async () => host, { ...outside, mayStart: () => false })
  await flooded['wizard:send']({ type: 'NEXT' })
  await flooded['wizard:send']({ type: 'SIGN_IN', request: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } })
  expect(host.send).toHaveBeenCalledTimes(2)
})
