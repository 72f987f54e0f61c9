import type { IpcMainInvokeEvent } from 'electron'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CALL, GET_VIEW } from '#contract/channels.ts'
import { CALLS, type CallName, readReply } from '#contract/contract.ts'
import { TooManyPrograms } from '#electron/ipc/program-limit.ts'
import { type CallHandlers, type InvokeRegistry, registerCalls } from '#electron/ipc/registrar.ts'
import type { Message } from '#machines/messages/message.ts'
import { english } from '../../english.ts'

const OWN = { sender: { id: 1 } } as IpcMainInvokeEvent
const STRANGER = { sender: { id: 2 } } as IpcMainInvokeEvent

/** For each call an argument that parses. */
const GOOD: Readonly<Record<CallName, unknown>> = {
  'wizard:send': { type: 'NEXT' },
  'tenant:load-ahead': { way: 'practice' },
  'links:open': { link: 'azure-vaults' },
  'mail:open': { mail: 'outage', start: 1, end: 2 },
  'identity:hold-secret': { secret: 'typed-by-a-person-too' },
  'people:search': { text: 'Ada' },
  'vault-name:check': { subscriptionId: '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24', name: 'kv' },
  'clipboard:write': { text: 'secret-typed-by-a-person' },
  'script:write': { language: 'azure-cli', of: 'step' },
  'script:save': { script: { language: 'arm', of: 'whole', action: 'a-key' }, file: 'README.txt' },
  'engagements:open': { id: 'tenant_environment' },
  'engagements:remove': { id: 'tenant_environment' },
  'engagements:take-over': {},
  'customers:change': { tenantId: 'tenant-1', name: 'Contoso', groups: ['Wave 1'] },
  'customers:save': {},
  'customers:open': {},
  'board:save': { format: 'csv', ids: ['tenant_environment'] },
  'choices:apply': { pilot: 'tenant_environment', ids: ['tenant_other'], policy: 'same', keep: false },
  'check:start': { ids: ['tenant_environment'] },
  'check:control': { wanted: 'pause' },
  'check:read': {},
  'report:save': { format: 'pdf' },
  'report:list': {},
  'report:copy': { name: 'report-2026-11-24T09-00-00-000Z.pdf' },
  'change-request:save': { format: 'pdf' },
  'calendar:save': {},
  'certificate:choose': {},
  'brand:read': {},
  'brand:change': { name: 'Fabrikam' },
  'brand:choose-logo': {},
  'templates:read': {},
  'templates:change': { list: [] },
  'templates:save': {},
  'templates:open': {},
  'hand-over:save': { purpose: 'ask', step: 'policy', note: 'You own the vault.' },
  'hand-over:open': {},
  'practice:advance': { hours: 24 },
  'exercises:read': { onlyUnderWay: false },
  'exercises:start': { name: 'purge-protection' },
  'exercises:open': {},
  'exercises:sheet': {},
  'practice:start': { scenario: 'ready-to-enable', at: 'step-3' },
  'recording:open': {},
  'presenter:open': { scenario: 'ready-to-enable' },
  'settings:change': { language: 'system', textSize: 1.25 },
  'team:read': {},
  'team:connect': { address: 'https://contoso.blob.core.windows.net/records', tenant: 'contoso.example' },
  'team:repair': {},
  'team:leave': {},
  'team:move': { to: 'store' },
  'updates:act': { act: 'check' },
  'removal:read': {},
  'removal:save': {},
  'first-contact:make': {},
  'first-contact:save': {},
  'about:read': {},
  'licenses:read': {},
  'diagnostics:read': {},
  'window:open': { profile: 'contoso' },
  'marks:report': { mark: 'firstPageInteractive' },
}

/** For each call that gives something, an answer that parses. */
const VALUES: Partial<Readonly<Record<CallName, unknown>>> = {
  'vault-name:check': { is: 'free', text: 'Available.' },
  'people:search': { kind: 'people', people: [{ id: 'a', displayName: 'Ada', userName: 'ada@contoso.example' }] },
  'script:write': { kind: 'files', files: [{ name: 'enable-cmk.sh', text: '#!/usr/bin/env bash' }] },
  'script:save': { savedAs: 'enable-cmk.sh' },
  'customers:save': { savedAs: 'customers.json' },
  'licenses:read': [{ of: 'app', text: 'MIT License' }],
  'diagnostics:read': '{}',
  'board:save': { savedAs: 'customers.csv' },
  'choices:apply': { rows: [] },
  'check:read': {},
  'report:save': { savedAs: 'cmk-evidence.pdf', isInStore: true },
  'report:list': [{ name: 'report-2026-11-24T09-00-00-000Z.pdf', at: 0, format: 'pdf', size: 6 }],
  'report:copy': { savedAs: 'report-2026-11-24T09-00-00-000Z.pdf' },
  'change-request:save': { savedAs: 'cmk-change-request.html' },
  'calendar:save': { savedAs: 'cmk-dates.ics' },
  'exercises:read': { exercises: [] },
  'exercises:sheet': { savedAs: 'class-sheet.html' },
  'team:read': { state: 'none', here: 0 },
  'team:connect': { state: 'not-ready', here: 2, why: 'It isn’t there.' },
  'team:repair': { state: 'not-ready', here: 0, why: 'It isn’t there.', repair: 'mark' },
  'team:leave': { state: 'none', here: 0 },
  'team:move': { moved: 2, stays: { open: 1 } },
  'certificate:choose': { file: '/home/ada/wizard.pem' },
  'brand:read': { name: '' },
  'templates:read': { list: [] },
  'templates:change': { list: [] },
  'templates:save': { savedAs: 'cmk-templates.json' },
  'templates:open': { list: [] },
  'brand:change': { name: 'Fabrikam' },
  'brand:choose-logo': { name: 'Fabrikam', logo: 'data:image/png;base64,AAAA' },
  'removal:read': { remove: [], stays: [], gone: [] },
  'removal:save': { savedAs: 'remove-cmk.sh' },
  'first-contact:make': { summary: '1 answer compared.', differences: [], refused: [], settled: [], held: [], file: '{}' },
  'first-contact:save': { savedAs: 'cmk-wizard-recording.json' },
  'about:read': {
    version: '1.0.0',
    license: 'MIT',
    electron: '45.4.1',
    chromium: '142',
    node: '22',
    packages: [{ name: 'react', version: '19', license: 'MIT' }],
  },
  'hand-over:save': { savedAs: 'cmk-hand-over.json', sha256: 'd'.repeat(64) },
}
const done = (name: CallName) => (name in VALUES ? { ok: true, value: VALUES[name] } : { ok: true })

/** Electron throws where a frame is asked that has just gone. */
const DISPOSED = Object.defineProperty({}, 'sender', {
  get() {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  },
}) as IpcMainInvokeEvent

const NAMES = Object.keys(CALLS) as readonly CallName[]

let handlers: { [Name in CallName]: ReturnType<typeof vi.fn> }
let logged: string[]
let now: number
let view: () => unknown
let text: (message: Message) => Promise<string>
let ask: (channel: string, argument: unknown, event?: IpcMainInvokeEvent) => unknown

beforeEach(() => {
  handlers = Object.fromEntries(NAMES.map((name) => [name, vi.fn(() => (name in VALUES ? done(name) : undefined))])) as typeof handlers
  logged = []
  now = 0
  view = () => ({ revision: 1 })
  text = async (message) => english.text(message)
  const registered = new Map<string, Parameters<InvokeRegistry['handle']>[1]>()
  registerCalls({
    registry: { handle: (channel, listener) => registered.set(channel, listener) },
    isTrusted: (event) => event.sender.id === 1,
    handlers: handlers as CallHandlers,
    view: () => view(),
    text: (message) => text(message),
    log: (line) => logged.push(line),
    now: () => now,
  })
  ask = (name, argument, event = OWN) =>
    name === GET_VIEW ? registered.get(GET_VIEW)?.(event) : registered.get(CALL)?.(event, name, argument)
})

describe.each(NAMES)('%s', (name) => {
  it('does what is asked in the agreed form, and says so', async () => {
    expect(await ask(name, GOOD[name])).toEqual(done(name))
    expect(handlers[name]).toHaveBeenCalledExactlyOnceWith(GOOD[name])
    expect(logged).toEqual([])
  })

  it('refuses a stranger without looking at what it asks', async () => {
    expect(await ask(name, GOOD[name], STRANGER)).toEqual({ ok: false, why: 'The sender is not the wizard’s own page.' })
    expect(handlers[name]).not.toHaveBeenCalled()
    expect(logged).toEqual([`Refused ${name}: The sender is not the wizard’s own page.`])
  })

  it('refuses a frame that is gone before it can be looked at', async () => {
    expect(await ask(name, GOOD[name], DISPOSED)).toEqual({ ok: false, why: 'The sender is not the wizard’s own page.' })
    expect(handlers[name]).not.toHaveBeenCalled()
  })

  it('refuses what does not parse, and logs the call and the reason but nothing of the message', async () => {
    expect(await ask(name, { ...Object(GOOD[name]), more: 'secret-typed-by-a-person' })).toMatchObject({ ok: false })
    expect(handlers[name]).not.toHaveBeenCalled()
    expect(logged).toEqual([`Refused ${name}: The message doesn’t have the expected format.`])
  })

  it('turns a handler that fails into a refusal, and continues', async () => {
    handlers[name].mockRejectedValueOnce(new RangeError('secret-typed-by-a-person'))
    expect(await ask(name, GOOD[name])).toEqual({ ok: false, why: 'Something went wrong in the wizard (RangeError).' })
    expect(logged.join()).not.toContain('secret-typed-by-a-person')
    expect(await ask(name, GOOD[name])).toEqual(done(name))
  })

  it('answers any JSON with a typed reply, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue({ maxDepth: 4 }),
          fc.object({ key: fc.constantFrom('type', 'text', 'link', 'hours', '__proto__', 'constructor') }),
        ),
        async (argument) => {
          const answer = await ask(name, argument)
          expect(readReply(name, answer)?.ok).toBe(CALLS[name].takes.safeParse(argument).success)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the view', () => {
  it('is given to our own page', async () => {
    expect(await ask(GET_VIEW, undefined)).toEqual({ revision: 1 })
  })

  it.each([STRANGER, DISPOSED])('is not given to a stranger', async (event) => {
    expect(await ask(GET_VIEW, undefined, event)).toMatchObject({ ok: false })
  })

  it('that cannot be made is a refusal, and nothing is thrown', async () => {
    view = () => Promise.reject(new RangeError('secret-typed-by-a-person'))
    expect(await ask(GET_VIEW, undefined)).toEqual({ ok: false, why: 'Something went wrong in the wizard (RangeError).' })
    expect(logged).toEqual(['Refused wizard:get: Something went wrong in the wizard (RangeError).'])
  })
})

it('says why in the language of the wizard, and in English where there is no wizard', async () => {
  text = async ({ messageId }) => `→ ${messageId}`
  expect(await ask('links:open', {})).toEqual({ ok: false, why: '→ start.call.malformed' })
  text = () => Promise.reject(new Error('It could not be opened.'))
  handlers['links:open'].mockRejectedValueOnce(new Error('It could not be opened.'))
  expect(await ask('links:open', GOOD['links:open'])).toEqual({ ok: false, why: 'Something went wrong in the wizard (Error).' })
})

it('passes a refusal of a handler on, and logs it', async () => {
  handlers['links:open'].mockResolvedValueOnce({ ok: false, why: 'No browser.' })
  expect(await ask('links:open', GOOD['links:open'])).toEqual({ ok: false, why: 'No browser.' })
  expect(logged).toEqual(['Refused links:open: No browser.'])
})

it('says that too much was started', async () => {
  handlers['updates:act'].mockRejectedValueOnce(new TooManyPrograms())
  expect(await ask('updates:act', GOOD['updates:act'])).toEqual({
    ok: false,
    why: 'Too much was opened in a minute. Wait a minute, then try again.',
  })
})

it('logs what is refused once a minute for each call, and then how much was', async () => {
  for (let time = 0; time < 1000; time++) await ask('links:open', {})
  await ask('mail:open', {})
  now = 59_999
  await ask('links:open', {})
  const why = 'The message doesn’t have the expected format.'
  expect(logged).toEqual([`Refused links:open: ${why}`, `Refused mail:open: ${why}`])
  now = 60_000
  await ask('links:open', {})
  expect(logged.slice(2)).toEqual([`Refused links:open: ${why} (+1000)`])
})

it('bounds every text a page may send', () => {
  expect(CALLS['clipboard:write'].takes.safeParse({ text: 'x'.repeat(200_001) }).success).toBe(false)
  expect(CALLS['wizard:send'].takes.safeParse({ type: 'CONFIRM', typedName: 'x'.repeat(257) }).success).toBe(false)
})
