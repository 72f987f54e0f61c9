import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { get } from 'node:http'
import { request } from 'node:https'
import { onTestFinished } from 'vitest'
import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { ListedTenants } from '#machines/engine/step/ports.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import type { SignInProgress, SignInRequest, TenantListRequest } from '#machines/sign-in/sign-in.ts'
import type { Formatted } from '#messages/formatter.ts'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { createPracticeClock, realTimers } from '#node/practice/clock.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { type PracticeServer, type PracticeServerOptions, startPracticeServer } from '#node/practice/server.ts'
import { TENANT } from '#node/practice/world.ts'
import { createIdentity } from '#node/services/identity/identity.ts'
import type { IdentityOptions } from '#node/services/identity/identity-options.ts'
import type { Keyring } from '#node/services/identity/keyring.ts'
import type { Files } from '#node/services/identity/sealed-files.ts'
import type { OpenBrowser } from '#node/services/identity/system-browser.ts'
import type { Identity, SignInOutcome } from '#node/services/open-tenant.ts'
import { english } from '#test/english.ts'

/** Made once: drawing keys takes longer than everything else here. */
export const certificates = createLoopbackCertificates(Date.now())

/** The practice tenant over HTTPS until the test ends, and the same as a cloud to sign in to. */
export async function servePractice(
  wish: Partial<PracticeServerOptions['tenant']> = {},
  name = 'ready-to-enable',
  others: readonly Partial<PracticeServerOptions['tenant']>[] = [],
): Promise<{ server: PracticeServer; cloud: Cloud }> {
  const scenario = scenarioByName(name)
  if (!scenario) throw new Error(`There is no scenario ${name}.`)
  const clock = createPracticeClock({ wall: Date.now, timers: realTimers, speed: 1, longest: 0 })
  const server = await startPracticeServer({
    tenant: { scenario, clock, random: seededRandom(name), deviceCodeInterval: 0, ...wish },
    others: others.map((other) => ({ scenario, clock, random: seededRandom(other.company?.name ?? name), ...other })),
    certificates,
    port: 0,
    onDefect: (reason) => {
      throw reason
    },
  })
  onTestFinished(() => server.close())
  return { server, cloud: practiceCloud(server.addresses()) }
}

export interface Answered {
  readonly status: number
  readonly location?: string
  readonly body: string
}

/** One request of a browser that trusts the practice authority. */
export function browse(address: string, form?: Readonly<Record<string, string>>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      agent: false,
      ca: certificates.authority,
      method: form ? 'POST' : 'GET',
      headers: form ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
    })
    asked.on('error', reject)
    asked.on('response', (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk
      })
      response.on('end', () => {
        const { location } = response.headers
        resolve({ status: response.statusCode ?? 0, body, ...(location === undefined ? {} : { location }) })
      })
    })
    asked.end(form && new URLSearchParams(form).toString())
  })
}

/** The browser goes back to the app, which answers with its own page. */
export const goBack = (address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(address, { agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk
      })
      response.on('end', () => resolve(body))
    }).on('error', reject)
  })

/** A person in front of the browser: chooses who signs in, and follows the way back. */
export const personChoosing =
  (person: string, decision = 'accept'): OpenBrowser =>
  async (address) => {
    const { location } = await browse(address, { person, decision })
    if (location === undefined) throw new Error('The page did not lead back to the app.')
    await goBack(location)
  }

/** The code is entered on another device. */
export const enterCode = (verificationUri: string, code: string, person: string, decision = 'accept'): Promise<Answered> =>
  browse(verificationUri, { code, person, decision })

export function fakeKeyring(safe = true): Keyring {
  const key = randomBytes(32)
  return {
    isSafe: () => safe,
    seal(text) {
      const iv = randomBytes(16)
      const cipher = createCipheriv('aes-256-ctr', key, iv)
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()])
    },
    unseal(content) {
      const cipher = createDecipheriv('aes-256-ctr', key, content.subarray(0, 16))
      return Buffer.concat([cipher.update(content.subarray(16)), cipher.final()]).toString('utf8')
    },
  }
}

/** Files in memory. */
export function fakeFiles(): Files & { readonly contents: Map<string, Uint8Array> } {
  const contents = new Map<string, Uint8Array>()
  return {
    contents,
    list: async () => [...contents.keys()],
    read: async (name) => contents.get(name),
    async write(name, content) {
      contents.set(name, content)
    },
    async remove(name) {
      contents.delete(name)
    },
    async rename(name, to) {
      const content = contents.get(name)
      contents.delete(name)
      if (content) contents.set(to, content)
    },
  }
}

/** Time that never passes; every wait lasts until it is canceled. */
export const standingClock: Clock = {
  now: Date.now,
  sleep: (_, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
}

type DeviceCode = Extract<SignInProgress, { kind: 'device-code' }>

export interface Entrance {
  readonly identity: Identity
  readonly logged: string[]
  readonly reported: SignInProgress[]
  readonly codeShown: Promise<DeviceCode>
  readonly opened: string[]
  readonly files: ReturnType<typeof fakeFiles>
  /** Signs in to the practice tenant. */
  enter(request?: Partial<SignInRequest>, signal?: AbortSignal): Promise<SignInOutcome>
  /** Lists the tenants of the account. */
  list(way?: TenantListRequest['way'], signal?: AbortSignal): Promise<ListedTenants>
}

/** Options for a sign-in to a cloud on this machine. */
export const optionsOf = (cloud: Cloud): IdentityOptions => ({
  customCloud: { cloud, authorities: [certificates.authority] },
  authorities: async () => [],
  words: english,
  proxyFor: async () => undefined,
  openBrowser: personChoosing('ada'),
  keyring: fakeKeyring(),
  files: fakeFiles(),
  isChosenFile: async () => true,
  readFile: () => Promise.reject(new Error('No file is read here.')),
  clock: standingClock,
  random: Math.random,
  log: () => undefined,
})

/** A door to real tenants, in front of a cloud on this machine. */
export function entrance(cloud: Cloud, options: Partial<IdentityOptions> = {}): Entrance {
  const logged: string[] = []
  const reported: SignInProgress[] = []
  let showCode: (code: DeviceCode) => void = () => undefined
  const codeShown = new Promise<DeviceCode>((resolve) => {
    showCode = resolve
  })
  const report = (progress: SignInProgress): void => {
    reported.push(progress)
    if (progress.kind === 'device-code') showCode(progress)
  }
  const opened: string[] = []
  const files = fakeFiles()
  const openBrowser = options.openBrowser ?? personChoosing('ada')
  const identity = createIdentity({
    ...optionsOf(cloud),
    files,
    log: (line) => logged.push(line),
    ...options,
    openBrowser: async (address) => {
      opened.push(address)
      // As the real one: the app continues when the browser was started, not when the person is done with it.
      void openBrowser(address).catch((error: unknown) => logged.push(`The browser: ${error}`))
    },
  })
  return {
    identity,
    logged,
    reported,
    codeShown,
    opened,
    files,
    enter: (request, signal = new AbortController().signal) =>
      identity.signIn({ way: 'browser', tenant: TENANT.id, cloud: cloud.id, ...request }, report, signal),
    list: (way = 'browser', signal = new AbortController().signal) => identity.listTenants({ way, cloud: cloud.id }, report, signal),
  }
}

/** The practice tenant, and the way in to it. */
export async function practiceEntrance(wish: Parameters<typeof servePractice>[0] = {}, options: Partial<IdentityOptions> = {}) {
  const served = await servePractice(wish)
  return { ...served, ...entrance(served.cloud, options) }
}

/** Each page that opens is met by the next person, the last one meets all that follow. */
export const inTurn = (...people: readonly OpenBrowser[]): OpenBrowser => {
  let pages = 0
  return async (address) => people[Math.min(pages++, people.length - 1)]?.(address)
}

export function problemOf(outcome: SignInOutcome): Formatted<Problem> {
  if (outcome.ok) throw new Error('The sign-in was expected to be refused.')
  return english.all(outcome.problem)
}

export function openOf(outcome: SignInOutcome) {
  if (!outcome.ok) throw new Error(`The sign-in was refused: ${JSON.stringify(outcome.problem)}`)
  return { ...outcome.open, tenant: english.all(outcome.open.tenant) }
}
