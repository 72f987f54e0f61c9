import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { IpcMainInvokeEvent } from 'electron'
import { CALL } from '#contract/channels.ts'
import { CALLS } from '#contract/contract.ts'
import { createHandlers } from '#electron/ipc/handlers.ts'
import { registerCalls } from '#electron/ipc/registrar.ts'
import { isOwnPage } from '#electron/ipc/sender.ts'
import { answerPresenter } from '#electron/presenter/answer.ts'
import { verbatim } from '#machines/messages/message.ts'
import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import { realTimers } from '#node/practice/clock.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { openPractice } from '#node/practice/open.ts'
import { createBackstage } from '#node/practice/presenting/backstage.ts'
import { createExercises } from '#node/practice/presenting/exercises/exercises.ts'
import { createPresenting } from '#node/practice/presenting/presenting.ts'
import { type Random, seededRandom } from '#node/practice/random.ts'
import { brandFile } from '#node/records/brand/brand.ts'
import { certificateFiles } from '#node/records/certificate-files.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { templatesFile } from '#node/records/templates/templates-file.ts'
import { lazily } from '#node/services/azure/lazily.ts'
import type { Identity } from '#node/services/open-tenant.ts'
import { holding } from '../corrupt/fixture.ts'
import { deskWith } from '../node/practice/presenting/desk.ts'
import { OWN, TRAINER } from './senders.ts'

type Listener = (event: IpcMainInvokeEvent, ...sent: readonly unknown[]) => unknown

/** Main without Electron, with a trainer's window beside the class's: its registrar, its handlers and its machine, and what a message leads to outside of it. */
export interface Office {
  readonly host: KeysHost
  readonly channels: readonly string[]
  readonly log: string[]
  call(channel: string, event: IpcMainInvokeEvent, argument: unknown): unknown
  close(): Promise<void>
}

/** What a picked file holds. */
function contentOf(drawn: number): string {
  if (drawn < 0.4) return '{}'
  if (drawn < 0.6) return '\uFEFF{"schema":1,"customers":[]}'
  if (drawn < 0.8) return '['.repeat(200_000)
  return drawn < 0.97 ? 'no JSON' : '['.repeat(20 * 1024 * 1024)
}

/** A pipe that no one writes to; a folder on Windows, which has none among its files. */
function pipeIn(folder: string): string {
  if (process.platform === 'win32') return folder
  const pipe = path.join(folder, 'pipe.json')
  execFileSync('mkfifo', [pipe])
  return pipe
}

/** @param folder for engagements and for what is saved */
export async function officeIn(folder: string, random: Random): Promise<Office> {
  const listeners = new Map<string, Listener>()
  const log: string[] = []
  const backstage = createBackstage({ speed: 60_000, longest: 20 })
  const practise = async (scenario: string) => {
    const open = openPractice(scenario, {
      wall: Date.now,
      timers: realTimers,
      speed: 60_000,
      longest: 20,
      watch: backstage.watch,
      random: seededRandom(scenario),
      linkDuration: 5 * 60_000,
    })
    backstage.opened(open.practice)
    return open
  }
  const host = createKeysHost({
    wall: Date.now,
    scenarios: practiceCases,
    clouds: [],
    inspect: backstage.inspect,
    openPractice: practise,
    identity: signsInTo(() => practise('ready-to-enable'), random),
    store: engagementStore(path.join(folder, 'engagements'), holding(), Date.now),
  })
  const fails = <T>(value: T): Promise<T> => (random() < 0.2 ? Promise.reject(new Error('The desktop refuses.')) : Promise.resolve(value))
  const picked = path.join(folder, 'picked.json')
  const pipe = pipeIn(folder)
  const exercises = createExercises(backstage)
  const registry = { handle: (channel: string, listener: Listener) => void listeners.set(channel, listener) }
  const directed = { ...host, stage: () => undefined, resizeText: () => undefined, bringToFront: () => undefined }
  const desk = deskWith()
  const presenting = createPresenting({
    notes: await desk.last('en'),
    scenario: 'ready-to-enable',
    desk,
    wizard: directed,
    backstage,
    now: Date.now,
  })
  answerPresenter({ registry, isTrusted: (event) => isOwnPage(event, TRAINER), presenting, log: (line) => log.push(line) })
  registerCalls({
    registry,
    isTrusted: (event) => isOwnPage(event, OWN),
    handlers: createHandlers(async () => host, {
      mayStart: () => random() < 0.9,
      openExternal: () => fails(undefined),
      writeClipboard: () => fails(undefined),
      askWhereToSave: ({ defaultPath }) =>
        fails(random() < 0.3 ? { canceled: true } : { canceled: false, filePath: path.join(folder, defaultPath) }),
      print: () => fails(new Uint8Array([0x25, 0x50, 0x44, 0x46])),
      async askForFile() {
        if (random() < 0.3) return fails({ canceled: true, filePaths: [] })
        await writeFile(picked, contentOf(random()))
        return { canceled: false, filePaths: [random() < 0.6 ? picked : random() < 0.5 ? folder : pipe] }
      },
      team: () => Promise.reject(new Error('There is no team here.')),
      diagnostics: () => fails('{}'),
      licenses: () => fails([]),
      changeSettings: () => fails({ ok: true } as const),
      openWindow: () => fails({ ok: true } as const),
      loadAhead: () => undefined,
      certificateFiles: async () => certificateFiles(path.join(folder, 'certificate-files.json')),
      templates: async () => templatesFile(path.join(folder, 'templates.json'), Date.now),
      brand: async () => brandFile(path.join(folder, 'brand.json')),
      mark: () => undefined,
      running: async () => host,
      startCase: async () => ({ ok: true }),
      exercises: lazily(async () => exercises),
      actOnUpdate: () => undefined,
      openPresenter: async () => undefined,
    }),
    view: async () => host.view(),
    text: async (text) => host.text(text),
    log: (line) => log.push(line),
  })
  return {
    host,
    log,
    channels: [...listeners.keys()].flatMap((channel) => (channel === CALL ? Object.keys(CALLS) : channel)),
    call: (channel, event, argument) =>
      channel in CALLS ? listeners.get(CALL)?.(event, channel, argument) : listeners.get(channel)?.(event, argument),
    async close() {
      presenting.end()
      await host.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A sign-in service that sometimes refuses, never answers until canceled, or is broken itself. */
function signsInTo(open: () => ReturnType<typeof openPractice> | Promise<ReturnType<typeof openPractice>>, random: Random): Identity {
  return {
    async signIn(request, report, signal) {
      report({ kind: 'browser' })
      const chance = random()
      if (chance < 0.1) throw new Error('The door is broken.')
      if (chance < 0.2)
        return {
          ok: false,
          problem: {
            title: verbatim('Refused'),
            meaning: verbatim('The account can’t sign in.'),
            remedy: verbatim('Ask its administrator.'),
            owner: 'you',
          },
        }
      if (chance < 0.3)
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
      const { tenant, ...tenantOpen } = await open()
      const { practice: _, ...rest } = tenant
      return { ok: true, open: { ...tenantOpen, tenant: rest, request } }
    },
    async listTenants(_request, report) {
      report({ kind: 'browser' })
      if (random() < 0.1) throw new Error('The door is broken.')
      const { account } = (await open()).tenant
      const others = ['Fabrikam', 'Tailspin'].slice(Math.floor(random() * 3))
      return { ok: true, tenants: [{ id: account.tenantId, name: account.tenantName }, ...others.map((name) => ({ id: name, name }))] }
    },
    signOut: async () => undefined,
    holdSecret: () => undefined,
  }
}
