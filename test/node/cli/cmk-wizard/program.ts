import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createSign, randomUUID, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import type { ResultDocument } from '#node/cli/cmk-wizard/results.ts'
import { createClientCertificate, createLoopbackCertificates } from '#node/practice/certificates.ts'
import { createPracticeClock, realTimers } from '#node/practice/clock.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { AUTOMATION } from '#node/practice/people.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { type PracticeServer, type PracticeServerOptions, startPracticeServer } from '#node/practice/server.ts'
import { repositoryRoot } from '../../../../tools/location.mjs'
import { command } from './in-process.ts'

/** `cmk-wizard` against practice tenants that this process serves over HTTPS: by its main function, or as a process of its own. */

const PROGRAM = path.join(repositoryRoot, 'out', 'cmk-wizard', 'index.js')

const BUILD = `const { buildIfStale } = await import(${JSON.stringify(pathToFileURL(path.join(repositoryRoot, 'tools', 'build.mjs')).href)})
await buildIfStale(['cmk-wizard'])`

/** To be called before the first command. Apart from this process: the bundler's memory has no place in it. */
export function buildProgram(): void {
  // The bundler is native code, and it's for the system on which the tests for Windows are bundled: test/windows/main.mjs.
  if (process.env['CMK_WIZARD_IS_BUILT']) return
  const built = spawnSync(process.execPath, ['--input-type=module', '--eval', BUILD], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
}

/** Of this process. */
const folder = path.join(tmpdir(), `cmk-wizard-${process.pid}-${randomUUID()}`)
let servers: PracticeServer[] = []

/** To be called at the top of each file of tests, which may share this module with the next one: what it serves and writes ends with it. */
export function endsWithTheFile(): void {
  vi.setConfig({ testTimeout: 30_000 })
  beforeAll(() => void mkdirSync(folder, { recursive: true, mode: 0o700 }))
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()))
    servers = []
    rmSync(folder, { recursive: true, force: true })
  })
}

export const inFolder = (name: string): string => path.join(folder, name)

export function written(name: string, content: unknown): string {
  const file = inFolder(name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2))
  return file
}

// Made once: drawing keys takes long.
const certificates = createLoopbackCertificates(Date.now())
const client = createClientCertificate(AUTOMATION.displayName, Date.now())
export const clientCertificate = `${client.key}${client.certificate}`

export interface Served {
  readonly server: PracticeServer
  /** As the wizard takes it. */
  readonly cloudFile: string
  readonly tenantId: string
  readonly environmentId: string
  /** Options that sign in by a secret, and the variables that hold it. */
  readonly signedIn: readonly string[]
}

/** A token as a pipeline gives it: one that the practice tenant trusts. */
export function assertion({ server, tenantId }: Served): string {
  const certificate = new X509Certificate(clientCertificate.slice(clientCertificate.indexOf('-----BEGIN CERTIFICATE')))
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const identity = server.addresses().find(({ origin }) => origin === 'https://login.microsoftonline.com')?.address ?? ''
  const header = {
    alg: 'RS256',
    typ: 'JWT',
    'x5t#S256': Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
  }
  const claims = { iss: AUTOMATION.clientId, sub: AUTOMATION.clientId, aud: `${identity}/${tenantId}/oauth2/v2.0/token` }
  const content = `${encoded(header)}.${encoded(claims)}`
  return `${content}.${createSign('sha256').update(content).sign(clientCertificate, 'base64url')}\n`
}

export const SECRET = { AZURE_CLIENT_SECRET: AUTOMATION.secret }

/** Serves a case. @param latency of each answer, in milliseconds */
export async function serve(name: string, wish: Partial<PracticeServerOptions['tenant']> = {}, latency = 0): Promise<Served> {
  const scenario = scenarioByName(name)
  if (!scenario) throw new Error(`There is no scenario ${name}.`)
  const clock = createPracticeClock({ wall: Date.now, timers: realTimers, speed: 1, longest: 0 })
  const tenant = { scenario, clock, random: seededRandom(name), deviceCodeInterval: 0, certificates: [client.certificate], ...wish }
  const server = await startPracticeServer({
    tenant,
    certificates,
    latency,
    port: 0,
    onDefect: (reason) => {
      throw reason
    },
  })
  servers.push(server)
  const place = `${name}-${servers.length}`
  const ca = written(`${place}.pem`, certificates.authority)
  const cloudFile = written(`${place}.json`, practiceCloud(server.addresses(), ca))
  const { tenantId } = server.tenant
  const signedIn = ['--cloud-file', cloudFile, '--tenant', tenantId, '--sign-in', 'secret', '--client-id', AUTOMATION.clientId]
  return { server, cloudFile, tenantId, environmentId: scenario.environmentId, signedIn }
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

type Variables = Readonly<Record<string, string>>

/** No terminal anywhere, and no home with records. */
const surroundings = (variables: Variables) => ({ PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'en_US.UTF-8', ...variables })

/** @param out where its results go: an open file instead of a pipe */
export function start(words: readonly string[], variables: Variables = {}, out: number | 'pipe' = 'pipe'): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...words], { env: surroundings(variables), stdio: ['ignore', out, 'pipe'] })
}

export const run = (words: readonly string[], variables: Variables = {}): Promise<Ended> =>
  command(words, { variables: surroundings(variables), now: Date.now })

/** Runs a command to its end in a process of its own: where the operating system, the environment, or the built program is what counts. */
export async function runApart(words: readonly string[], variables: Variables = {}): Promise<Ended> {
  const child = start(words, variables)
  if (!child.stdout || !child.stderr) throw new Error('It has no pipes.')
  const [out, err, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')])
  return { code, out, err }
}

const schema: AnySchema = JSON.parse(readFileSync(path.join(repositoryRoot, 'docs', 'cmk-wizard.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: false }).compile(schema)
const isResult = (value: unknown): value is ResultDocument => validate(value) === true

/** A result as the published schema describes it. */
export function resultIn({ out, code }: Ended): ResultDocument {
  const result: unknown = JSON.parse(out)
  if (!isResult(result)) throw new Error(JSON.stringify(validate.errors))
  expect(result.exitCode).toBe(code)
  return result
}
