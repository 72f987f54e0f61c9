import { writeFile } from 'node:fs/promises'
import { HELP, type PracticeServerArguments, readArguments } from './arguments.ts'
import { createLoopbackCertificates } from './certificates.ts'
import { createPracticeClock, realTimers } from './clock.ts'
import { importEnvironments } from './import-environments.ts'
import { type PracticeServer, startPracticeServer } from './server.ts'
import { AUTOMATION, SUBSCRIPTION } from './world.ts'

/** `npm run practice-tenant`: the practice tenant over HTTPS on this machine, until it is told to stop. */

const reading = readArguments(process.argv.slice(2))
if (reading.kind === 'help') {
  process.stdout.write(HELP)
} else if (reading.kind === 'refused') {
  process.stderr.write(`${reading.why}\nAdd --help to see what can be asked for.\n`)
  process.exitCode = 2
} else {
  await serve(reading.with).catch((reason: unknown) => {
    process.stderr.write(`${explain(reason, reading.with)}\n`)
    process.exitCode = 1
  })
}

async function serve(asked: PracticeServerArguments): Promise<void> {
  const imported = asked.importFrom === undefined ? undefined : await importEnvironments(asked.importFrom)
  for (const { file, why } of imported?.refused ?? []) process.stderr.write(`Not imported: ${file} ${why}.\n`)
  for (const { file, what } of imported?.notices ?? []) process.stderr.write(`${file}: ${what}.\n`)

  const certificates = createLoopbackCertificates(Date.now())
  if (asked.caOut !== undefined) await writeFile(asked.caOut, certificates.authority)
  const began = Date.now()
  const clock = createPracticeClock({
    wall: () => began + (Date.now() - began) * asked.speed,
    timers: realTimers,
    speed: 1,
    longest: Number.POSITIVE_INFINITY,
  })
  const server = await startPracticeServer({
    tenant: { scenario: asked.scenario, clock, random: Math.random, environments: imported?.environments ?? [], pace: asked.speed },
    certificates,
    port: asked.port,
    onDefect: (reason) => process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`),
  })
  process.stdout.write(asked.json ? `${JSON.stringify(summary(server, asked))}\n` : text(server, asked))
  const stop = (): void => void server.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  stopWithNpm(stop)
}

/** npm does not hand a SIGTERM on to what it runs, which would then keep the port: so it stops when its parent is gone. */
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

function summary({ tenant, addresses }: PracticeServer, asked: PracticeServerArguments) {
  return {
    scenario: asked.scenario.name,
    tenantId: tenant.tenantId,
    subscriptionId: SUBSCRIPTION.id,
    addresses: Object.fromEntries(addresses().map(({ origin, address }) => [origin, address])),
    clientId: AUTOMATION.clientId,
    clientSecret: AUTOMATION.secret,
    people: tenant.inspect().people.map(({ id, userName, objectId }) => ({ id, userName, objectId })),
    signedIn: asked.scenario.person,
    environmentId: asked.scenario.environmentId,
    ...(asked.caOut === undefined ? {} : { caFile: asked.caOut }),
  }
}

function text(server: PracticeServer, asked: PracticeServerArguments): string {
  const { scenario, tenantId, people } = summary(server, asked)
  return [
    `Practice tenant, scenario ${scenario}: ${asked.scenario.story}`,
    '',
    ...server.addresses().map(({ origin, address }) => `  ${address}  ${origin}`),
    '',
    `  Tenant         ${tenantId}`,
    `  Subscription   ${SUBSCRIPTION.id}  ${SUBSCRIPTION.name}`,
    `  Client         ${AUTOMATION.clientId}  secret ${AUTOMATION.secret}`,
    `  People         ${people.map(({ userName }) => userName).join(', ')}`,
    ...(asked.caOut === undefined ? [] : [`  Authority      ${asked.caOut}`]),
    '',
    'Further vaults take the next ports when they are created. Press Ctrl+C to stop.',
    '',
  ].join('\n')
}

/** What went wrong at the start, and what the person can do about it. */
function explain(reason: unknown, { port, caOut }: PracticeServerArguments): string {
  const code = reason instanceof Error && 'code' in reason ? reason.code : undefined
  const message = reason instanceof Error ? reason.message : String(reason)
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with --port, or 0 for any that is free. (${message})`
  if (code === 'EACCES' && caOut === undefined)
    return `Port ${port} may not be opened by this account. Choose one above 1023 with --port. (${message})`
  if (caOut !== undefined && (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR'))
    return `The certificate authority cannot be written to ${caOut}. Name a file in a folder that exists and may be written to. (${message})`
  return message
}
