import { parseArgs } from 'node:util'
import * as z from 'zod'
import { realTimers } from '../practice/clock.ts'
import { importEnvironments } from '../practice/import-environments.ts'
import { openPractice } from '../practice/open.ts'
import { seededRandom } from '../practice/random.ts'
import type { Scenario } from '../practice/scenario.ts'
import { SCENARIOS, scenarioByName } from '../practice/scenarios.ts'
import { createWizardHost } from '../wizard-host.ts'
import { inWords } from './telling.ts'
import { type End, type Occurrence, walk } from './walk.ts'

const USAGE = `npm run demo -- --scenario NAME [--json] [--import DIR]

Walks one scenario of the practice tenant to its end, without a window.
  --scenario NAME  one of: ${SCENARIOS.map((scenario) => scenario.name).join(', ')}
  --json           prints one JSON document at the end instead of lines
  --import DIR     adds the environments of a folder (the admin API's own JSON) to the tenant

Exit code 0 when the end is the one the scenario promises, 1 when it is not, 2 when the command could not be understood.`

const argumentsSchema = z.object({ scenario: z.string(), json: z.boolean(), import: z.string().optional(), help: z.boolean() })

function readArguments(argv: readonly string[]): z.infer<typeof argumentsSchema> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      scenario: { type: 'string', default: 'ready-to-enable' },
      json: { type: 'boolean', default: false },
      import: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return argumentsSchema.parse(values)
}

/** True when the walk ended as the scenario says it does. */
function keepsPromise(end: End, promise: Scenario['promise']): boolean {
  if (promise.end === 'encrypted') return end.end === 'encrypted'
  return end.end === 'refused' && end.step === promise.step && end.findings.includes(promise.finding)
}

const promised = (promise: Scenario['promise']): string =>
  promise.end === 'encrypted' ? 'the environment is encrypted' : `refused in step “${promise.step}” with ${promise.finding}`

function reached(end: End): string {
  if (end.end === 'encrypted') return 'the environment is encrypted'
  return end.end === 'refused' ? `refused in step “${end.step}” with ${end.findings.join(', ') || 'no finding'}` : `lost: ${end.why}`
}

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2))
  if (options.help) {
    console.log(USAGE)
    return 0
  }
  const scenario = scenarioByName(options.scenario)
  if (!scenario) {
    console.error(`There is no scenario “${options.scenario}”.\n\n${USAGE}`)
    return 2
  }
  const environments = options.import === undefined ? [] : await imported(options.import)
  if (environments === undefined) return 2
  const opened: { practice?: ReturnType<typeof openPractice>['practice'] } = {}
  const host = createWizardHost({
    wall: Date.now,
    scenarios: [],
    openPractice: async (name) => {
      const tenant = openPractice(name, {
        wall: Date.now,
        timers: realTimers,
        speed: Number.POSITIVE_INFINITY,
        longest: 0,
        random: seededRandom(name),
        environments,
      })
      opened.practice = tenant.practice
      return tenant
    },
  })
  const occurrences: Occurrence[] = []
  if (!options.json) console.log(`PRACTICE TENANT: nothing here is real.\n${scenario.title}. ${scenario.story}\n`)
  const end = await walk(host, {
    scenario: scenario.name,
    environmentId: scenario.environmentId,
    choices: scenario.choices,
    tell: (occurrence) => {
      occurrences.push(occurrence)
      if (!options.json) console.log(inWords(occurrence))
    },
  })
  host.stop()
  const kept = keepsPromise(end, scenario.promise)
  const writes = opened.practice?.writes().length ?? 0
  if (options.json)
    console.log(JSON.stringify({ scenario: scenario.name, promise: scenario.promise, end, kept, writes, occurrences }, undefined, 2))
  else
    console.log(
      `\nEnd: ${reached(end)}. Promised: ${promised(scenario.promise)}. ${kept ? 'As promised.' : 'NOT as promised.'} Writes accepted by the services: ${writes}.`,
    )
  return kept ? 0 : 1
}

async function imported(folder: string) {
  const { environments, refused } = await importEnvironments(folder)
  for (const { file, why } of refused) console.error(`Not imported: ${file}: ${why}`)
  if (environments.length === 0) {
    console.error(`No environment could be imported from ${folder}.`)
    return undefined
  }
  console.error(`Imported from ${folder}: ${environments.map((environment) => environment.properties.displayName).join(', ')}.`)
  return environments
}

// A reader that has seen enough (`| head`) closes the pipe: that is no error of the walk.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof TypeError || error instanceof RangeError ? `${error.message}\n\n${USAGE}` : error)
  process.exitCode = 2
}
