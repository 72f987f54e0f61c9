import { access, constants, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Message } from '#machines/messages/message.ts'
import { SCRIPT_LANGUAGES, type ScriptLanguage } from '#machines/procedure/script-languages.ts'
import { writePlan } from '../../exporters/write-script.ts'
import { createKeysHost, type KeysHost } from '../../host/customer-managed-keys.ts'
import { realTimers } from '../../practice/clock.ts'
import { importEnvironments } from '../../practice/import-environments.ts'
import { openPractice } from '../../practice/open.ts'
import { type End, type Occurrence, walk } from '../../practice/presenting/walk/walk.ts'
import { seededRandom } from '../../practice/random.ts'
import type { Scenario } from '../../practice/scenario.ts'
import { SCENARIOS, scenarioByName } from '../../practice/scenarios.ts'
import { helpText, optionLines } from '../help.ts'
import { messages as fileMessages } from '../practice-tenant/messages.ts'
import { languageOption, openTerminal } from '../terminal.ts'
import { messages, optionMessages } from './messages.ts'
import { firstPlan, inOneText } from './script.ts'
import { inWords } from './telling.ts'

const languages = SCRIPT_LANGUAGES.join(', ')

const { formatter, words } = await openTerminal(process.argv.slice(2), process.env)

const USAGE = helpText(
  formatter,
  [
    'npm run demo -- --scenario NAME [--json] [--report FILE] [--import DIR]',
    'npm run -s demo -- --scenario NAME --script LANGUAGE [--import DIR]',
  ].join('\n'),
  messages.purpose,
  optionLines(formatter, [
    ['--scenario NAME', optionMessages.scenario({ scenarios: SCENARIOS.map((scenario) => scenario.name).join(', ') })],
    ['--json', optionMessages.json],
    ['--report FILE', optionMessages.report],
    ['--script LANGUAGE', optionMessages.script({ languages })],
    ['--import DIR', optionMessages.import],
    languageOption,
  ]),
  messages.exitCodes,
)

const formatOf = (file: string): 'html' | 'json' | undefined =>
  /\.(html|json)$/i.exec(file)?.[1]?.toLowerCase() as 'html' | 'json' | undefined

const argumentsSchema = z.object({
  scenario: z.string(),
  json: z.boolean(),
  script: z.enum(SCRIPT_LANGUAGES, formatter.text(messages.scriptTakes({ languages }))).optional(),
  report: z
    .string()
    .check(z.refine((file) => formatOf(file) !== undefined, formatter.text(messages.reportTakes)))
    .optional(),
  import: z.string().optional(),
  help: z.boolean(),
})

type Options = z.infer<typeof argumentsSchema>

function readArguments(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      scenario: { type: 'string', default: 'ready-to-enable' },
      json: { type: 'boolean', default: false },
      script: { type: 'string' },
      report: { type: 'string' },
      import: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const read = argumentsSchema.safeParse(values)
  if (!read.success) throw new TypeError(read.error.issues.map(({ message }) => message).join(' '))
  return read.data
}

function keepsPromise(end: End, promise: Scenario['promise']): boolean {
  if (promise.end === 'encrypted') return end.end === 'encrypted'
  return end.end === 'refused' && end.step === promise.step && end.findings.includes(promise.finding)
}

const promised = (promise: Scenario['promise']): Message =>
  promise.end === 'encrypted' ? messages.allProved : messages.refused({ step: promise.step, findings: promise.finding })

function reached(end: End): Message {
  if (end.end === 'encrypted') return messages.allProvedWith({ outcome: end.outcome })
  if (end.end === 'lost') return messages.lost({ why: end.why })
  return messages.refused({ step: end.step, findings: end.findings.length === 0 ? messages.noFinding : end.findings.join(', ') })
}

async function main(): Promise<number> {
  const options = readArguments(words)
  if (options.help) {
    console.log(USAGE)
    return 0
  }
  const scenario = scenarioByName(options.scenario)
  if (!scenario) {
    console.error(`${formatter.text(messages.noScenario({ name: options.scenario }))}\n\n${USAGE}`)
    return 2
  }
  const refused = options.report === undefined ? undefined : await whyUnwritable(options.report)
  if (refused) {
    console.error(formatter.text(refused))
    return 2
  }
  const environments = options.import === undefined ? [] : await imported(options.import)
  if (environments === undefined) return 2
  const tenant = openPractice(scenario.name, {
    wall: Date.now,
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(scenario.name),
    environments,
  })
  return options.script === undefined ? walked(scenario, tenant, options) : written(scenario, tenant, options.script)
}

const unwritable = (file: string, error: unknown): Message =>
  fileMessages.unwritable({ file, error: error instanceof Error ? error.message : String(error) })

/** Checked before the walk: afterwards its evidence would be lost. */
async function whyUnwritable(file: string): Promise<Message | undefined> {
  try {
    await access(path.dirname(path.resolve(file)), constants.W_OK)
    return undefined
  } catch (error) {
    return unwritable(file, error)
  }
}

type PracticeTenant = ReturnType<typeof openPractice>

const introduction = ({ title, story }: Scenario): string =>
  [messages.practice, messages.scenario({ title, story })].map(formatter.text).join('\n')

async function written(scenario: Scenario, tenant: PracticeTenant, language: ScriptLanguage): Promise<number> {
  const plan = await firstPlan(tenant, scenario.choices)
  console.error(`${introduction(scenario)}\n${formatter.text(messages.changes({ count: plan.length }))}`)
  if (scenario.promise.end === 'refused') console.error(formatter.text(messages.wouldStop(scenario.promise)))
  process.stdout.write(inOneText(writePlan(tenant, plan, language)))
  return 0
}

async function walked(scenario: Scenario, tenant: PracticeTenant, { json: asJson, report }: Options): Promise<number> {
  const host = createKeysHost({ wall: Date.now, scenarios: [], openPractice: async () => tenant, formatter })
  const occurrences: Occurrence[] = []
  if (!asJson) console.log(`${introduction(scenario)}\n`)
  const end = await walk(host, {
    scenario: scenario.name,
    environmentId: scenario.environmentId,
    choices: scenario.choices,
    comesBack: scenario.comesBack,
    tell: (occurrence) => {
      occurrences.push(occurrence)
      if (!asJson) console.log(inWords(formatter, occurrence))
    },
  })
  const lost = report === undefined ? undefined : await writeReportTo(host, report)
  await host.stop()
  const kept = keepsPromise(end, scenario.promise)
  const writes = tenant.practice.writes().length
  if (asJson)
    console.log(JSON.stringify({ scenario: scenario.name, promise: scenario.promise, end, kept, writes, occurrences }, undefined, 2))
  else
    console.log(
      `\n${formatter.text(messages.end({ reached: reached(end), promised: promised(scenario.promise), kept: kept ? 'yes' : 'no', writes }))}`,
    )
  if (lost) console.error(formatter.text(lost))
  return kept && !lost ? 0 : 1
}

/** @returns the error, if any */
async function writeReportTo(host: KeysHost, file: string): Promise<Message | undefined> {
  const format = formatOf(file)
  const written = format && (await host.report({ format }, () => Promise.reject(new Error('Only the window prints.'))))
  if (!written) return messages.noJournal
  try {
    await writeFile(file, written.content)
  } catch (error) {
    return unwritable(file, error)
  }
  console.error(formatter.text(messages.report({ file })))
  return undefined
}

async function imported(folder: string) {
  const { environments, refused } = await importEnvironments(folder)
  for (const { file, why } of refused) console.error(formatter.text(messages.notImported({ file, why })))
  if (environments.length === 0) {
    console.error(formatter.text(messages.nothingImported({ folder })))
    return undefined
  }
  const names = environments.map((environment) => environment.properties.displayName).join(', ')
  console.error(formatter.text(messages.imported({ folder, names })))
  return environments
}

// A reader such as `| head` closes the pipe early: no error, no different exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof TypeError || error instanceof RangeError ? `${error.message}\n\n${USAGE}` : error)
  process.exitCode = 2
}
