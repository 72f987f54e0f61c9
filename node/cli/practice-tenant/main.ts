import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { Message } from '#machines/messages/message.ts'
import type { Recording } from '#machines/procedure/first-contact/recording.ts'
import { type FirstContact, firstContactOf } from '#machines/procedure/first-contact/told.ts'
import { type PracticeServerArguments, readArguments } from '../../practice/arguments.ts'
import { createClientCertificate, createLoopbackCertificates } from '../../practice/certificates.ts'
import { createPracticeClock, realTimers } from '../../practice/clock.ts'
import { type PracticeCloud, practiceCloud } from '../../practice/cloud-file.ts'
import { importEnvironments } from '../../practice/import-environments.ts'
import { AUTOMATION, SUBSCRIPTION } from '../../practice/people.ts'
import { servedRecording } from '../../practice/recorded.ts'
import { type PracticeServer, startPracticeServer } from '../../practice/server.ts'
import { known } from '../../services/first-contact/known.ts'
import { LARGEST_RECORDING, readRecording } from '../../services/first-contact/read-recording.ts'
import { readRegularText } from '../../services/regular-file.ts'
import { openTerminal } from '../terminal.ts'
import { help } from './help.ts'
import { messages } from './messages.ts'

/** `npm run practice-tenant`: serves the practice tenant over HTTPS on this machine. */

const { formatter, words } = await openTerminal(process.argv.slice(2), process.env)
// Who closed the pipe doesn't know the addresses: in one line, instead of where in Node.js it failed.
process.stdout.on('error', (error) => process.stderr.write(`${error.message}\n`, () => process.exit(1)))
process.stderr.on('error', () => undefined)

const reading = readArguments(words)
if (reading.kind === 'help') {
  process.stdout.write(help(formatter))
} else if (reading.kind === 'refused') {
  process.stderr.write(`${[...reading.why, messages.seeHelp].map(formatter.text).join('\n')}\n`)
  process.exitCode = 2
} else {
  await serve(reading.with).catch((reason: unknown) => {
    process.stderr.write(`${explain(reason, reading.with)}\n`)
    process.exitCode = 1
  })
}

async function recordingIn({ recording: file }: PracticeServerArguments): Promise<Recording | undefined> {
  if (file === undefined) return undefined
  const recording = await readRegularText(file, LARGEST_RECORDING).then(readRecording, () => undefined)
  if (!recording) throw new Error(formatter.text(messages.noRecording))
  if (recording.cloud !== CLOUDS.commercial.id) throw new Error(formatter.text(messages.otherCloud))
  return recording
}

async function serve(asked: PracticeServerArguments): Promise<void> {
  const recording = await recordingIn(asked)
  const found = recording && firstContactOf(recording, known)
  const imported = asked.importFrom === undefined ? undefined : await importEnvironments(asked.importFrom)
  for (const { file, why } of imported?.refused ?? []) process.stderr.write(`${formatter.text(messages.notImported({ file, why }))}\n`)
  for (const { file, what } of imported?.notices ?? []) process.stderr.write(`${formatter.text(messages.notice({ file, what }))}\n`)

  const certificates = createLoopbackCertificates(Date.now())
  if (asked.caOut !== undefined) await write(asked.caOut, certificates.authority)
  const clientCertificates = await clientCertificatesFor(asked)
  const began = Date.now()
  const clock = createPracticeClock({
    wall: () => began + (Date.now() - began) * asked.speed,
    timers: realTimers,
    speed: 1,
    longest: Number.POSITIVE_INFINITY,
  })
  const server = await startPracticeServer({
    tenant: {
      scenario: asked.scenario,
      clock,
      random: Math.random,
      environments: imported?.environments ?? [],
      pace: asked.speed,
      ...(recording ? servedRecording(recording, clock.now()) : {}),
      withoutConsent: asked.withoutConsent,
      conditionalAccess: asked.conditionalAccess,
      certificates: clientCertificates,
      faults: asked.faults,
    },
    certificates,
    port: asked.port,
    latency: asked.latency,
    onDefect: (reason) => process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`),
  })
  try {
    if (asked.cloudOut !== undefined) await write(asked.cloudOut, `${JSON.stringify(servedCloud(server, asked), undefined, 2)}\n`)
  } catch (reason) {
    await server.close()
    throw reason
  }
  process.stdout.write(asked.json ? `${JSON.stringify(summary(server, asked, found))}\n` : text(server, asked, found))
  const stop = (): void => void server.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  stopWithNpm(stop)
}

/** Absolute path of the authority, because the wizard may start in another folder. */
function servedCloud(server: PracticeServer, { caOut }: PracticeServerArguments): PracticeCloud {
  return practiceCloud(server.addresses(), caOut === undefined ? undefined : path.resolve(caOut))
}

async function clientCertificatesFor({ clientCertificateOut }: PracticeServerArguments): Promise<readonly string[]> {
  if (clientCertificateOut === undefined) return []
  const { certificate, key } = createClientCertificate(AUTOMATION.displayName, Date.now())
  await write(clientCertificateOut, `${key}${certificate}`, 0o600)
  return [certificate]
}

async function write(file: string, content: string, mode = 0o644): Promise<void> {
  try {
    await writeFile(file, content, { mode })
  } catch (reason) {
    const error = reason instanceof Error ? reason.message : String(reason)
    throw new Error(formatter.text(messages.unwritable({ file, error })))
  }
}

/** npm doesn't forward SIGTERM to its child, which would keep the port: exits when the parent is gone. */
function stopWithNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    stop()
  }, 500)
  look.unref()
}

function summary({ tenant, addresses }: PracticeServer, asked: PracticeServerArguments, found: FirstContact | undefined) {
  const { scenario } = tenant
  return {
    scenario: scenario.name,
    tenantId: tenant.tenantId,
    subscriptionId: (found && scenario.choices.policy?.subscriptionId) ?? SUBSCRIPTION.id,
    addresses: Object.fromEntries(addresses().map(({ origin, address }) => [origin, address])),
    clientId: AUTOMATION.clientId,
    clientSecret: AUTOMATION.secret,
    people: tenant.inspect().people.map(({ id, userName, objectId, standing }) => ({ id, userName, objectId, standing })),
    signedIn: scenario.person,
    environmentId: scenario.environmentId,
    ...defined({ caFile: asked.caOut, cloudFile: asked.cloudOut, clientCertificateFile: asked.clientCertificateOut }),
    ...defined({ differences: found?.differences.map(told) }),
  }
}

function told({ title, meaning, operation }: FirstContact['differences'][number]): string {
  return formatter.text(messages.differs({ title, meaning, operation }))
}

function text(server: PracticeServer, asked: PracticeServerArguments, found: FirstContact | undefined): string {
  const { scenario, tenantId, subscriptionId, people, differences } = summary(server, asked, found)
  const facts: readonly (readonly [Message, string])[] = [
    [messages.tenant, tenantId],
    [messages.subscription, found ? subscriptionId : `${SUBSCRIPTION.id}  ${SUBSCRIPTION.name}`],
    [messages.client, formatter.text(messages.secret({ id: AUTOMATION.clientId, secret: AUTOMATION.secret }))],
    [messages.people, people.map(({ userName }) => userName).join(', ')],
    ...(asked.caOut === undefined ? [] : [[messages.authority, asked.caOut] as const]),
    ...(asked.cloudOut === undefined ? [] : [[messages.cloudFile, asked.cloudOut] as const]),
  ]
  const rows = facts.map(([name, value]) => [formatter.text(name), value] as const)
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return [
    formatter.text(messages.serving({ scenario, story: server.tenant.scenario.story })),
    '',
    ...server.addresses().map(({ origin, address }) => `  ${address}  ${origin}`),
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}${value}`),
    '',
    ...(found && differences ? [formatter.text(found.summary), ...differences.map((each) => `  ${each}`), ''] : []),
    formatter.text(messages.furtherVaults),
    '',
  ].join('\n')
}

function explain(reason: unknown, { port }: PracticeServerArguments): string {
  const code = reason instanceof Error && 'code' in reason ? reason.code : undefined
  const error = reason instanceof Error ? reason.message : String(reason)
  if (code === 'EADDRINUSE') return formatter.text(messages.portInUse({ port: String(port), error }))
  return code === 'EACCES' ? formatter.text(messages.portForbidden({ port: String(port), error })) : error
}
