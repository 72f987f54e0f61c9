import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, inject, vi } from 'vitest'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import { ORIGINS } from '#node/practice/addresses.ts'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { createPracticeClock, type PracticeClock, realTimers } from '#node/practice/clock.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { practiceCredential } from '#node/practice/http-client.ts'
import { AUTOMATION, TENANT } from '#node/practice/people.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { type PracticeServer, startPracticeServer } from '#node/practice/server.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { repositoryRoot } from '../../tools/location.mjs'
import { findProgram } from '../../tools/system.mjs'

/** True without Azure CLI: the tests are skipped. */
export const azureCliMissing = findProgram('az') === undefined

/**
 * How many times faster than ours the tenant's time runs: fast enough not to wait minutes for a registration, slow enough that
 * Azure CLI still finds a vault without a DNS name and a directory that does not know an identity yet.
 */
const PACE = 100

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Azure CLI with separate settings, signed in to a practice tenant over HTTPS as the service principal. */
export interface Rehearsal {
  readonly server: PracticeServer
  /** For the files of the tests, gone when it is closed. */
  readonly folder: string
  readonly clock: PracticeClock
  /** PEM of the authority to trust. */
  readonly authority: string
  addressOf(origin: string): string
  /** Runs any program with Azure CLI's settings, and its own. */
  run(program: string, words: readonly string[], variables?: Readonly<Record<string, string>>): Promise<Ran>
  /** Runs `az`; its answer as JSON. @throws with what it wrote when it ends with an error */
  az(...words: string[]): Promise<unknown>
  /** Errors inside the tenant; must be empty. */
  readonly defects: readonly unknown[]
  close(): Promise<void>
}

/**
 * Starts a scenario over HTTPS, and signs Azure CLI in to it.
 * @param more `linkDuration`: in milliseconds. Tokens of Azure CLI last for four days of the tenant's time
 */
export async function rehearse(scenarioName: string, more: { readonly linkDuration?: number } = {}): Promise<Rehearsal> {
  const scenario = scenarioByName(scenarioName)
  if (!scenario) throw new Error(`No scenario is called ${scenarioName}.`)
  const folder = await mkdtemp(path.join(tmpdir(), 'azure-cli-'))
  const certificates = createLoopbackCertificates(Date.now())
  const authorityFile = path.join(folder, 'authority.pem')
  await writeFile(authorityFile, certificates.authority)
  const began = Date.now()
  const clock = createPracticeClock({
    wall: () => began + (Date.now() - began) * PACE,
    timers: realTimers,
    speed: 1,
    longest: Number.POSITIVE_INFINITY,
  })
  const defects: unknown[] = []
  const server = await startPracticeServer({
    tenant: { scenario, clock, random: seededRandom(scenarioName), pace: PACE, ...more },
    certificates,
    port: 0,
    onDefect: (reason) => defects.push(reason),
  })
  // A test that gave up must not leave a script running that waits for a tenant which is gone.
  const ending = new AbortController()
  const environment = isolated(folder, authorityFile)
  const run: Rehearsal['run'] = (program, words, variables) => runProgram(program, words, { ...environment, ...variables }, ending.signal)
  const addressOf = (origin: string): string => {
    const found = server.addresses().find((entry) => entry.origin === origin)
    if (!found) throw new Error(`Nothing is served for ${origin}.`)
    return found.address
  }
  const rehearsal: Rehearsal = {
    server,
    folder,
    clock,
    authority: certificates.authority,
    addressOf,
    run,
    defects,
    async az(...words) {
      const { status, stdout, stderr } = await run('az', [...words, '--only-show-errors', '--output', 'json'])
      if (status !== 0) throw new Error(`az ${words.join(' ')} ended with ${status}:\n${stderr}`)
      return stdout.trim() === '' ? undefined : JSON.parse(stdout)
    },
    async close() {
      ending.abort()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await startSettings(folder)
  await signIn(rehearsal)
  return rehearsal
}

/** A rehearsal for all tests of a block, closed after the last one. @param prepare is done before the first one */
export function rehearsing(
  scenarioName: string,
  prepare: (rehearsal: Rehearsal) => Promise<void> = async () => undefined,
  more: Parameters<typeof rehearse>[1] = {},
): () => Rehearsal {
  let rehearsal: Rehearsal | undefined
  beforeAll(async () => {
    rehearsal = await rehearse(scenarioName, more)
    await prepare(rehearsal)
  })
  afterAll(() => rehearsal?.close())
  return () => {
    if (!rehearsal) throw new Error('A rehearsal is there in tests alone.')
    return rehearsal
  }
}

/** Prints a scenario's script as a person would: the program prints it, the shell keeps it. */
export async function printScript({ run, folder }: Rehearsal, scenario: string): Promise<string> {
  const demo = path.join(repositoryRoot, 'out', 'demo', 'index.js')
  const printed = await run(process.execPath, [demo, '--scenario', scenario, '--script', 'azure-cli'])
  if (printed.status !== 0) throw new Error(printed.stderr)
  const script = path.join(folder, 'enable.sh')
  await writeFile(script, printed.stdout)
  return script
}

/** Rehearsals wait less: practice time runs ahead. */
const WAITS = { CMK_ACCESS_WAIT_SECONDS: '1', CMK_POLL_SECONDS: '0.5' }

const HOUR = 3_600_000

/** Runs a script by bash and real `az`. What takes days is skipped hour by hour as soon as it has begun. */
export async function runScript(rehearsal: Rehearsal, script: string, mode: '--show' | '--yes'): Promise<Ran> {
  const { tenant } = rehearsal.server
  const takesDays = () => tenant.inspect().operations.some(({ purpose, settled }) => ['link', 'unlink'].includes(purpose.kind) && !settled)
  const hurry = setInterval(() => {
    if (takesDays()) rehearsal.clock.advance(HOUR)
  }, 100)
  try {
    return await rehearsal.run('bash', [script, mode], { ...WAITS, CMK_POWER_PLATFORM_URL: rehearsal.addressOf(ORIGINS.powerPlatform) })
  } finally {
    clearInterval(hurry)
  }
}

/** Addresses that were asked by a version that the app itself does not use, from now on. */
export function strangersAsked({ server }: Rehearsal): () => readonly string[] {
  const known: ReadonlySet<string> = new Set(Object.values(API_VERSIONS))
  const asked = vi.spyOn(server.tenant, 'handle')
  return () => {
    const addresses = asked.mock.calls
      .map(([{ url }]) => new URL(url))
      .filter(({ pathname }) => /^\/+(?:subscriptions|providers\/Microsoft\.BusinessAppPlatform)\//.test(pathname))
    if (addresses.length === 0) throw new Error('Nothing was asked.')
    return addresses
      .filter(({ pathname, searchParams }) => {
        const version = searchParams.get('api-version') ?? ''
        const ofKeyVault = /\/Microsoft\.KeyVault\/(?!.*\/providers\/)/i.test(pathname)
        return ofKeyVault ? version !== API_VERSIONS.keyVault : !known.has(version)
      })
      .map(({ pathname, search }) => pathname + search)
  }
}

/** The wizard's own clients over HTTPS, as the scenario's person: they see what a script has left. */
export const servicesOf = ({ server, clock, authority }: Rehearsal): Services =>
  connectServices({
    cloud: practiceCloud(server.addresses()),
    account: server.tenant.account(server.tenant.scenario.person),
    credential: practiceCredential(server.tenant, server.tenant.scenario.person),
    clock,
    random: seededRandom('observer'),
    tlsOptions: { ca: authority },
  })

/** Without an index of its commands, the first command of new settings loads every part of Azure CLI. */
async function startSettings(folder: string): Promise<void> {
  const index = inject('commandIndex')
  await mkdir(settingsIn(folder))
  if (index !== undefined) await copyFile(index, path.join(settingsIn(folder), path.basename(index)))
}

async function signIn({ az, addressOf }: Rehearsal): Promise<void> {
  // Discovery would ask Microsoft about an authority that it cannot know.
  await az('config', 'set', 'core.instance_discovery=false', 'core.collect_telemetry=false')
  await az('cloud', 'register', '--name', 'Practice', '--endpoint-resource-manager', addressOf(ORIGINS.resourceManager))
  await az('cloud', 'set', '--name', 'Practice')
  await az(
    'login',
    '--service-principal',
    ...['--username', AUTOMATION.clientId],
    ...['--password', AUTOMATION.secret],
    ...['--tenant', TENANT.id],
  )
}

const settingsIn = (folder: string): string => path.join(folder, 'settings')

/** The person's own Azure CLI, with its accounts, is left alone; a proxy is not asked for what is on this machine. */
function isolated(folder: string, authorityFile: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AZURE_CONFIG_DIR: settingsIn(folder),
    REQUESTS_CA_BUNDLE: authorityFile,
    CURL_CA_BUNDLE: authorityFile,
    NO_PROXY: 'localhost,127.0.0.1',
    no_proxy: 'localhost,127.0.0.1',
    // Debian's build warns about Python on every call.
    PYTHONWARNINGS: 'ignore',
  }
}

function runProgram(program: string, words: readonly string[], environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'], signal })
    const written = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        written[stream] += text
      })
    child.once('error', reject)
    child.once('close', (code) => resolve({ status: code ?? 1, ...written }))
  })
}
