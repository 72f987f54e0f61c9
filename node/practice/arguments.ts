import { parseArgs } from 'node:util'
import * as z from 'zod'
import { MINUTE } from '#machines/engine/durations.ts'
import { type DisplayText, defineMessages, type Message, verbatim } from '#machines/messages/message.ts'
import type { ServiceName } from './addresses.ts'
import { type FaultRule, readFaultRule } from './faults.ts'
import type { Scenario } from './scenario.ts'
import { SCENARIOS, scenarioByName } from './scenarios.ts'

export interface PracticeServerArguments {
  readonly port: number
  readonly scenario: Scenario
  readonly caOut?: string
  /** A file of `first-contact`, served instead of a scenario. */
  readonly recording?: string
  /** Folder with environments as JSON of the admin API. */
  readonly importFrom?: string
  /** Output file for the wizard's `--cloud-file`. */
  readonly cloudOut?: string
  /** Output file with a certificate and key for the service principal. */
  readonly clientCertificateOut?: string
  readonly withoutConsent: readonly ServiceName[]
  readonly conditionalAccess: readonly ServiceName[]
  /** Delay of every answer in milliseconds. */
  readonly latency: number
  /** Speed of time relative to real time. */
  readonly speed: number
  readonly faults: readonly FaultRule[]
  readonly json: boolean
}

export type Reading =
  | { readonly kind: 'serve'; readonly with: PracticeServerArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly why: readonly DisplayText[] }

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
  recording: { type: 'string' },
  speed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const

const SERVICES = ['resource-manager', 'key-vault', 'power-platform', 'dataverse'] as const

const messages = defineMessages('practiceTenant', {
  noScenario: 'There’s no scenario ‘{name}’. The scenarios are {scenarios}.',
  wholeNumber: '{option} takes a whole number',
  number: '{option} takes a number',
  portLeast: '--port must be at least 0, for any free port',
  portMost: '--port must be at most 65000: other services use the ports after it',
  speedLeast: '--speed must be at least 1: the tenant can’t run slower than you',
  speedMost: '--speed must be at most 100000',
  latencyLeast: '--latency must be at least 0',
  latencyMost: '--latency must be at most 60000 milliseconds',
  fault: '--fault takes ‘METHOD PATH-PATTERN [nth] FAULT’, not ‘{given}’',
  service: '{option} takes one of {services}',
  file: '{option} takes a file',
  folder: '{option} takes a folder',
})

/** Message for an invalid option value, by the schema's error key. */
const PROBLEMS: Readonly<Record<string, (option: string, given: string) => Message>> = {
  wholeNumber: (option) => messages.wholeNumber({ option }),
  number: (option) => messages.number({ option }),
  portLeast: () => messages.portLeast,
  portMost: () => messages.portMost,
  speedLeast: () => messages.speedLeast,
  speedMost: () => messages.speedMost,
  latencyLeast: () => messages.latencyLeast,
  latencyMost: () => messages.latencyMost,
  fault: (_, given) => messages.fault({ given }),
  service: (option) => messages.service({ option, services: SERVICES.join(', ') }),
  file: (option) => messages.file({ option }),
  folder: (option) => messages.folder({ option }),
}

const services = z.array(z.enum(SERVICES, 'service')).default([])

const file = z.string().min(1, 'file').optional()

const values = z.object({
  port: z.coerce.number('wholeNumber').int('wholeNumber').min(0, 'portLeast').max(65_000, 'portMost'),
  speed: z.coerce.number('number').min(1, 'speedLeast').max(100_000, 'speedMost'),
  latency: z.coerce.number('number').min(0, 'latencyLeast').max(MINUTE, 'latencyMost'),
  fault: z
    .array(
      z.string().transform((text, context) => {
        const rule = readFaultRule(text)
        if (!rule) context.addIssue('fault')
        return rule ?? z.NEVER
      }),
    )
    .default([]),
  'no-consent': services,
  'conditional-access': services,
  'ca-out': file,
  'cloud-out': file,
  'client-certificate-out': file,
  recording: file,
  import: z.string().min(1, 'folder').optional(),
})

export function readArguments(words: readonly string[]): Reading {
  let given: ReturnType<typeof parse>
  try {
    given = parse(words)
  } catch (reason) {
    return { kind: 'refused', why: [verbatim(reason instanceof Error ? reason.message : String(reason))] }
  }
  if (given.help) return { kind: 'help' }
  const parsed = values.safeParse(given)
  if (!parsed.success) return { kind: 'refused', why: parsed.error.issues.map((issue) => problemOf(issue, given)) }
  const scenario = scenarioByName(given.scenario)
  if (!scenario)
    return {
      kind: 'refused',
      why: [messages.noScenario({ name: given.scenario, scenarios: SCENARIOS.map(({ name }) => name).join(', ') })],
    }
  return { kind: 'serve', with: { scenario, json: given.json, ...wished(parsed.data) } }
}

function problemOf({ path: [option = '', index], message }: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): DisplayText {
  const written = given[String(option)]
  const value = Array.isArray(written) && typeof index === 'number' ? written[index] : written
  return PROBLEMS[message]?.(`--${String(option)}`, String(value)) ?? verbatim(message)
}

function wished(given: z.infer<typeof values>): Omit<PracticeServerArguments, 'scenario' | 'json'> {
  const { port, speed, latency } = given
  const [caOut, cloudOut, clientCertificateOut] = [given['ca-out'], given['cloud-out'], given['client-certificate-out']]
  return {
    port,
    speed,
    latency,
    faults: given.fault,
    withoutConsent: given['no-consent'],
    conditionalAccess: given['conditional-access'],
    ...(caOut ? { caOut } : {}),
    ...(cloudOut ? { cloudOut } : {}),
    ...(clientCertificateOut ? { clientCertificateOut } : {}),
    ...(given.recording ? { recording: given.recording } : {}),
    ...(given.import ? { importFrom: given.import } : {}),
  }
}

const parse = (words: readonly string[]) => parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values
