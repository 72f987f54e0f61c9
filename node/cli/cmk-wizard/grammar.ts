import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { PIPELINE_WAYS, SIGN_IN_WAYS } from '#machines/sign-in/sign-in.ts'
import { OFFERED } from '#messages/languages.ts'
import { optionMessages as practice } from '../practice-tenant/messages.ts'
import { languageOption } from '../terminal.ts'
import { optionMessages as does, verbMessages as verbs } from './grammar-messages.ts'

/** In help order. */
export const VERBS = [
  'environments',
  'check',
  'plan',
  'drift',
  'first-contact',
  'status',
  'report',
  'verify',
  'schema',
  'completion',
  'help',
] as const
export type Verb = (typeof VERBS)[number]

export const isVerb = (word: string): word is Verb => VERBS.some((verb) => verb === word)

/** Commands can't open a browser. */
export const WAYS = [...SIGN_IN_WAYS.filter((way) => way !== 'browser'), ...PIPELINE_WAYS]
export type Way = Exclude<(typeof WAYS)[number], 'browser'>

export const isWay = (word: string): word is Way => WAYS.some((way) => way === word)

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof SHELLS)[number]

export const SECRET_VARIABLES = { secret: 'AZURE_CLIENT_SECRET', certificate: 'AZURE_CLIENT_CERTIFICATE_PASSWORD' } as const
export const TOKEN_FILE_VARIABLE = 'AZURE_FEDERATED_TOKEN_FILE'

const REPORTS = ['html', 'json'] as const
const TEST_RESULTS = ['junit'] as const

export interface OptionDefinition {
  readonly takes?: string
  readonly choices?: readonly string[]
  readonly repeats?: true
  readonly short?: string
  readonly does: DisplayText
}

export const OPTIONS = {
  tenant: { takes: 'TENANT', does: does.tenant },
  'sign-in': { takes: 'WAY', choices: WAYS, does: does.signIn({ ways: WAYS.join(', ') }) },
  'client-id': { takes: 'ID', does: does.clientId },
  certificate: { takes: 'FILE', does: does.certificate({ variable: SECRET_VARIABLES.certificate }) },
  'secret-variable': { takes: 'NAME', does: does.secretVariable({ variable: SECRET_VARIABLES.secret }) },
  'token-file': { takes: 'FILE', does: does.tokenFile({ variable: TOKEN_FILE_VARIABLE }) },
  cloud: { takes: 'CLOUD', does: does.cloud({ clouds: Object.keys(CLOUDS).join(', ') }) },
  'cloud-file': { takes: 'FILE', does: does.cloudFile },
  'ca-file': { takes: 'FILE', does: does.caFile },
  practice: { takes: 'CASE', does: does.practice },
  recording: { takes: 'FILE', does: does.recording },
  customers: { takes: 'FILE', does: does.customers },
  group: { takes: 'GROUP', does: does.group },
  'at-once': { takes: 'N', does: does.atOnce },
  timeout: { takes: 'SECONDS', does: does.timeout },
  environment: { takes: 'ENVIRONMENT', repeats: true, does: does.environment },
  all: { does: does.all },
  subscription: { takes: 'ID', does: does.subscription },
  vault: { takes: 'NAME', does: does.vault },
  key: { takes: 'NAME', does: does.key },
  policy: { takes: 'NAME', does: does.policy },
  folder: { takes: 'FOLDER', does: does.folder },
  script: { takes: 'LANGUAGE', choices: SCRIPT_LANGUAGES, does: does.script({ languages: SCRIPT_LANGUAGES.join(', ') }) },
  format: { takes: 'FORMAT', choices: REPORTS, does: does.format },
  out: { takes: 'FILE', does: does.out },
  json: { does: does.json },
  quiet: { short: 'q', does: does.quiet },
  language: { takes: 'LANGUAGE', choices: OFFERED, does: languageOption[1] },
  help: { short: 'h', does: practice.help },
} as const satisfies Readonly<Record<string, OptionDefinition>>

export type OptionName = keyof typeof OPTIONS

export const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name)
/** @param verb with its own definitions; absent: general */
export const definitionOf = (name: OptionName, verb?: Verb): OptionDefinition =>
  (verb === undefined ? undefined : GRAMMAR[verb].own?.[name]) ?? OPTIONS[name]

const SIGNING_IN = [
  ...(['tenant', 'sign-in', 'client-id', 'certificate', 'secret-variable', 'token-file'] as const),
  ...(['cloud', 'cloud-file', 'ca-file', 'practice', 'recording', 'customers', 'group', 'at-once', 'timeout'] as const),
] as const
/** What can't be suggested without asking. */
export const OF_THE_KEY = ['subscription', 'vault', 'key', 'policy'] as const
const OF_MANY: readonly string[] = ['customers', 'group', 'at-once']
const ALWAYS = ['json', 'quiet', 'language', 'help'] as const

interface VerbDefinition {
  readonly does: DisplayText
  readonly options: readonly OptionName[]
  readonly own?: Readonly<Partial<Record<OptionName, OptionDefinition>>>
  readonly words?: { readonly called: string; readonly choices?: readonly string[]; readonly most: number; readonly least: number }
  readonly examples: readonly (readonly [written: string, does: DisplayText])[]
}

const AS_TESTS = { format: { takes: 'FORMAT', choices: TEST_RESULTS, does: does.junit } } as const

const MANY = Number.POSITIVE_INFINITY

export const GRAMMAR: Readonly<Record<Verb, VerbDefinition>> = {
  environments: {
    does: verbs.environments,
    options: [...SIGNING_IN, ...ALWAYS],
    examples: [
      ['environments --tenant contoso.com --sign-in azure-cli', verbs.exampleEnvironments],
      ['environments --practice ready-to-enable', verbs.examplePractice],
    ],
  },
  check: {
    does: verbs.check,
    options: ['environment', 'all', ...OF_THE_KEY, ...SIGNING_IN, 'folder', 'format', ...ALWAYS],
    own: AS_TESTS,
    examples: [
      ['check --tenant contoso.com --sign-in azure-cli --environment "Contoso PROD"', verbs.exampleCheck],
      ['check --customers customers.json --group europe --json', verbs.exampleCustomers],
    ],
  },
  plan: {
    does: verbs.plan,
    options: ['environment', 'all', ...OF_THE_KEY, ...SIGNING_IN, 'folder', 'script', 'out', ...ALWAYS],
    examples: [['plan --practice ready-to-enable --script azure-cli > plan.sh', verbs.examplePlan]],
  },
  drift: {
    does: verbs.drift,
    options: ['environment', ...SIGNING_IN, 'folder', 'format', ...ALWAYS],
    own: AS_TESTS,
    examples: [['drift --tenant contoso.com --sign-in workload-identity --client-id ID --folder records --json', verbs.exampleDrift]],
  },
  'first-contact': {
    does: verbs.firstContact,
    options: ['environment', ...OF_THE_KEY, ...SIGNING_IN.filter((option) => !OF_MANY.includes(option)), 'folder', 'out', ...ALWAYS],
    own: { out: { takes: 'FILE', does: does.outRecording } },
    examples: [
      [
        'first-contact --tenant contoso.com --sign-in azure-cli --environment "Contoso PROD" --out recording.json',
        verbs.exampleFirstContact,
      ],
      ['check --recording recording.json', verbs.exampleRecording],
    ],
  },
  status: { does: verbs.status, options: ['folder', ...ALWAYS], examples: [['status --json', verbs.exampleStatus]] },
  report: {
    does: verbs.report,
    options: ['environment', 'folder', 'format', 'out', ...ALWAYS],
    examples: [['report --environment "Contoso PROD" --language de --out report.html', verbs.exampleReport]],
  },
  verify: {
    does: verbs.verify,
    options: ALWAYS,
    words: { called: 'FILE…', least: 1, most: MANY },
    examples: [['verify report.html', verbs.exampleVerify]],
  },
  schema: {
    does: verbs.schema,
    options: ['help', 'language'],
    words: { called: '[customers]', choices: ['customers'], least: 0, most: 1 },
    examples: [],
  },
  completion: {
    does: verbs.completion,
    options: ['help', 'language'],
    words: { called: SHELLS.join('|'), choices: SHELLS, least: 1, most: 1 },
    examples: [['completion bash > ~/.local/share/bash-completion/completions/cmk-wizard', verbs.exampleCompletion]],
  },
  help: {
    does: verbs.help,
    options: ['help', 'language'],
    words: { called: '[COMMAND]', choices: VERBS, least: 0, most: 1 },
    examples: [],
  },
}
