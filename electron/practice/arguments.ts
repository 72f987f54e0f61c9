import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Scenario } from './scenario.ts'
import { SCENARIOS, scenarioByName } from './scenarios.ts'

export interface PracticeServerArguments {
  readonly port: number
  readonly scenario: Scenario
  /** Where the certificate authority is written, for tools to trust. */
  readonly caOut?: string
  /** Folder with environments in the admin API's own JSON. */
  readonly importFrom?: string
  /** How many times faster than real time the tenant lives. */
  readonly speed: number
  readonly json: boolean
}

/** What the command line asked for: to serve, to show help, or something that cannot be done. */
export type Reading =
  | { readonly kind: 'serve'; readonly with: PracticeServerArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly why: string }

const options = {
  port: { type: 'string', default: '9443' },
  scenario: { type: 'string', default: 'ready-to-enable' },
  'ca-out': { type: 'string' },
  import: { type: 'string' },
  speed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const

const values = z.object({
  port: z.coerce
    .number('--port takes a whole number')
    .int('--port takes a whole number')
    .min(0, '--port starts at 0, for any free port')
    .max(65_000, '--port goes up to 65000: further services take the ports after it'),
  speed: z.coerce
    .number('--speed takes a number')
    .min(1, '--speed is at least 1: the tenant cannot live more slowly than you')
    .max(100_000, '--speed is at most 100000'),
  'ca-out': z.string().min(1, '--ca-out takes a file').optional(),
  import: z.string().min(1, '--import takes a folder').optional(),
})

export const HELP = `Serves the practice tenant over HTTPS on this machine.

  --port N         of Resource Manager, identity and Power Platform; further services take the ports after it (9443; 0: any)
  --scenario NAME  what the tenant holds (ready-to-enable)
  --ca-out FILE    writes the certificate authority there, for tools to trust; it is made anew at each start
  --import DIR     adds the environments in DIR/*.json, in the admin API's own JSON
  --speed N        lets the tenant's time run N times as fast as yours (1)
  --json           prints the addresses as one line of JSON
  --help           prints this

Scenarios:
${SCENARIOS.map(({ name, story }) => `  ${name.padEnd(32)}${story}`).join('\n')}
`

/** @param words of the command line, after the program's name */
export function readArguments(words: readonly string[]): Reading {
  let given: ReturnType<typeof parse>
  try {
    given = parse(words)
  } catch (reason) {
    return { kind: 'refused', why: reason instanceof Error ? reason.message : String(reason) }
  }
  if (given.help) return { kind: 'help' }
  const parsed = values.safeParse(given)
  if (!parsed.success) return { kind: 'refused', why: parsed.error.issues.map(({ message }) => message).join('. ') }
  const scenario = scenarioByName(given.scenario)
  if (!scenario)
    return { kind: 'refused', why: `There is no scenario '${given.scenario}'. There are ${SCENARIOS.map(({ name }) => name).join(', ')}.` }
  const { port, speed, 'ca-out': caOut, import: importFrom } = parsed.data
  return {
    kind: 'serve',
    with: { port, speed, scenario, json: given.json, ...(caOut ? { caOut } : {}), ...(importFrom ? { importFrom } : {}) },
  }
}

const parse = (words: readonly string[]) => parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values
