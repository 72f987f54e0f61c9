import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { ServiceName } from './addresses.ts'
import { FAULTS, type FaultRule, readFaultRule } from './faults.ts'
import type { Scenario } from './scenario.ts'
import { SCENARIOS, scenarioByName } from './scenarios.ts'

export interface PracticeServerArguments {
  readonly port: number
  readonly scenario: Scenario
  /** Where the certificate authority is written, for tools to trust. */
  readonly caOut?: string
  /** Folder with environments in the admin API's own JSON. */
  readonly importFrom?: string
  /** Where the description of the served cloud is written, for the wizard's `--cloud-file`. */
  readonly cloudOut?: string
  /** Where a certificate with its key is written, by which the service principal can sign in. */
  readonly clientCertificateOut?: string
  /** Services without consent for the app. */
  readonly withoutConsent: readonly ServiceName[]
  /** Services that conditional access keeps people from. */
  readonly conditionalAccess: readonly ServiceName[]
  /** Milliseconds that every answer is held back. */
  readonly latency: number
  /** How many times faster than real time the tenant lives. */
  readonly speed: number
  /** What goes wrong, from the beginning. */
  readonly faults: readonly FaultRule[]
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
  'cloud-out': { type: 'string' },
  'client-certificate-out': { type: 'string' },
  'no-consent': { type: 'string', multiple: true },
  'conditional-access': { type: 'string', multiple: true },
  latency: { type: 'string', default: '0' },
  fault: { type: 'string', multiple: true },
  import: { type: 'string' },
  speed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const

/** The services that tokens are for. */
const SERVICES = ['resource-manager', 'key-vault', 'power-platform', 'dataverse'] as const

const services = (option: string) => z.array(z.enum(SERVICES, `${option} takes one of ${SERVICES.join(', ')}`)).default([])

const file = (option: string) => z.string().min(1, `${option} takes a file`).optional()

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
  latency: z.coerce
    .number('--latency takes a number')
    .min(0, '--latency is at least 0')
    .max(60_000, '--latency is at most 60000 milliseconds'),
  fault: z
    .array(
      z.string().transform((text, context) => {
        const rule = readFaultRule(text)
        if (!rule) context.addIssue(`--fault takes 'METHOD PATH-PATTERN [nth] FAULT', not '${text}'`)
        return rule ?? z.NEVER
      }),
    )
    .default([]),
  'no-consent': services('--no-consent'),
  'conditional-access': services('--conditional-access'),
  'ca-out': file('--ca-out'),
  'cloud-out': file('--cloud-out'),
  'client-certificate-out': file('--client-certificate-out'),
  import: z.string().min(1, '--import takes a folder').optional(),
})

export const HELP = `Serves the practice tenant over HTTPS on this machine.

  --port N         of Resource Manager, identity and Power Platform; further services take the ports after it (9443; 0: any)
  --scenario NAME  what the tenant holds (ready-to-enable)
  --ca-out FILE    writes the certificate authority there, for tools to trust; it is made anew at each start
  --cloud-out FILE writes what the wizard's --cloud-file takes there: the addresses of all services; with --ca-out it trusts them
  --import DIR     adds the environments in DIR/*.json, in the admin API's own JSON
  --speed N        lets the tenant's time run N times as fast as yours (1)
  --latency MS     holds every answer back so long (0)
  --fault 'METHOD PATH-PATTERN [nth] FAULT'
                   lets calls go wrong: * is any method or a part of a path, ** any parts; with a number only the call of that
                   number; may be repeated. For example --fault 'POST /**/link 1 time-out-after'
  --no-consent SERVICE, --conditional-access SERVICE
                   refuses people a token for resource-manager, key-vault, power-platform or dataverse, as where nobody has
                   consented, or a policy forbids it; may be repeated
  --client-certificate-out FILE
                   writes a certificate with its key there, by which the service principal may sign in
  --json           prints the addresses as one line of JSON
  --help           prints this

Faults:
${FAULTS.map((fault) => `  ${fault}`).join('\n')}

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
  return { kind: 'serve', with: { scenario, json: given.json, ...wished(parsed.data) } }
}

function wished(given: z.infer<typeof values>): Omit<PracticeServerArguments, 'scenario' | 'json'> {
  const { port, speed, latency } = given
  const [caOut, cloudOut, clientCertificateOut] = [given['ca-out'], given['cloud-out'], given['client-certificate-out']]
  return {
    ...{ port, speed, latency, faults: given.fault, withoutConsent: given['no-consent'], conditionalAccess: given['conditional-access'] },
    ...(caOut ? { caOut } : {}),
    ...(cloudOut ? { cloudOut } : {}),
    ...(clientCertificateOut ? { clientCertificateOut } : {}),
    ...(given.import ? { importFrom: given.import } : {}),
  }
}

const parse = (words: readonly string[]) => parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values
