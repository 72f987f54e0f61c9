import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Recording } from '#machines/procedure/first-contact/recording.ts'
import {
  type NameRule,
  validateKeyName,
  validatePolicyName,
  validateSubscriptionId,
  validateVaultName,
} from '#machines/procedure/steps/policy/names.ts'
import type { AnySignInRequest } from '#machines/sign-in/sign-in.ts'
import { validateClientId } from '#machines/sign-in/tenant.ts'
import type { Scenario } from '../../practice/scenario.ts'
import { SCENARIOS, scenarioByName } from '../../practice/scenarios.ts'
import { LARGEST_RECORDING, readRecording } from '../../services/first-contact/read-recording.ts'
import { readRegularText, whyNotRead } from '../../services/regular-file.ts'
import type { Command } from './command.ts'
import { type Customer, inGroup, readCustomers, whyNoTenant } from './customers.ts'
import { definitionOf, isWay, OF_THE_KEY, type OptionName, SECRET_VARIABLES, TOKEN_FILE_VARIABLE } from './grammar.ts'
import { customerMessages, usageMessages as messages } from './messages.ts'
import type { CustomerResult } from './results.ts'
import type { Named } from './unread.ts'
import { verifyMessages } from './verify-messages.ts'

export type Variables = Readonly<Record<string, string | undefined>>

export interface Target {
  readonly name?: string
  readonly opens:
    | { readonly practice: Scenario }
    | { readonly recording: Recording }
    | SigningIn
    | { readonly unready: SigningIn['request']; readonly why: DisplayText }
  /** IDs or names; `all`: every environment with finance and operations. */
  readonly environments: readonly string[] | 'all'
}

export interface SigningIn {
  readonly request: AnySignInRequest
  /** From the environment variable; used only for the sign-in. */
  readonly secret?: string
}

export type Targets =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly why: readonly DisplayText[] }

const refuse = (...why: readonly DisplayText[]): Targets => ({ ok: false, why })

const written = (option: OptionName): string => `--${option} ${definitionOf(option).takes ?? ''}`.trim()

/** Options that exclude each other, because a practice case or a list of customers includes the sign-in. */
const EXCLUSIVE = ['practice', 'recording', 'customers', 'tenant'] as const

export async function targetsOf(command: Command, variables: Variables, clouds: readonly string[]): Promise<Targets> {
  const [one, other] = EXCLUSIVE.filter((option) => command.has(option))
  if (one && other) return refuse(messages.notTogether({ one: `--${one}`, other: `--${other}` }))
  if (command.has('environment') && command.has('all')) return refuse(messages.notTogether({ one: '--environment', other: '--all' }))
  if (command.has('group') && !command.has('customers')) return refuse(messages.missing({ verb: '--group', missing: written('customers') }))
  const ofOne = OF_THE_KEY.find((option) => command.has(option))
  if (ofOne && command.has('customers')) return refuse(messages.notTogether({ one: `--${ofOne}`, other: '--customers' }))
  const why = whyNotValid(command, clouds)
  if (why.length > 0) return refuse(...why)
  const practice = command.value('practice')
  if (practice !== undefined) return practiceTarget(practice, command)
  const recording = command.value('recording')
  if (recording !== undefined) return recordingTarget(recording, command)
  const file = command.value('customers')
  if (file !== undefined) return manyTargets(file, command, variables, clouds)
  if (!command.has('tenant')) return refuse(messages.missing({ verb: command.verb, missing: written('tenant') }))
  const environments = wantedOf(command)
  if (environments === undefined) return refuse(messages.missing({ verb: command.verb, missing: `${written('environment')} | --all` }))
  const opens = signingInOf({ tenant: command.value('tenant') ?? '' }, command, variables)
  return 'why' in opens ? refuse(opens.why) : { ok: true, targets: [{ opens, environments }] }
}

const RULES: Readonly<Record<(typeof OF_THE_KEY)[number], NameRule>> = {
  subscription: validateSubscriptionId,
  vault: validateVaultName,
  key: validateKeyName,
  policy: validatePolicyName,
}

/** @returns undefined if nothing is named */
export function namedIn(command: Command): Named | undefined {
  if (!OF_THE_KEY.some((option) => command.has(option))) return undefined
  const [subscriptionId, vaultName] = [command.value('subscription')?.toLowerCase(), command.value('vault')]
  return defined({ subscriptionId, vaultName, keyName: command.value('key'), policyName: command.value('policy') })
}

/** Invalid sign-in values, without repeating them. */
function whyNotValid(command: Command, clouds: readonly string[]): readonly DisplayText[] {
  const [tenant, clientId, cloud] = [command.value('tenant'), command.value('client-id'), command.value('cloud')]
  const wrongTenant = tenant === undefined ? undefined : whyNoTenant(tenant)
  const wrongClient = clientId === undefined ? undefined : validateClientId(clientId)
  const ofTheKey = OF_THE_KEY.flatMap((option) => {
    const value = command.value(option)
    const problem = value === undefined ? undefined : RULES[option](value)
    return problem ? [messages.notValid({ option: `--${option}`, problem })] : []
  })
  return [
    ...ofTheKey,
    ...(wrongTenant ? [messages.notValid({ option: '--tenant', problem: wrongTenant })] : []),
    ...(wrongClient ? [messages.notValid({ option: '--client-id', problem: wrongClient })] : []),
    ...(cloud !== undefined && !clouds.includes(cloud) ? [messages.oneOf({ option: '--cloud', choices: clouds.join(', ') })] : []),
  ]
}

function practiceTarget(name: string, command: Command): Targets {
  const scenario = scenarioByName(name)
  const cases = SCENARIOS.map((each) => each.name).join(', ')
  if (!scenario) return refuse(messages.oneOf({ option: '--practice', choices: cases }))
  return {
    ok: true,
    targets: [
      {
        opens: { practice: scenario },
        environments: (command.verb === 'first-contact' ? chosenOf(command) : wantedOf(command)) ?? [scenario.environmentId],
      },
    ],
  }
}

async function recordingTarget(file: string, command: Command): Promise<Targets> {
  const read = await readRegularText(file, LARGEST_RECORDING).catch((error: unknown) => ({ why: whyNotRead(error) }))
  if (typeof read !== 'string') return refuse(verifyMessages.unreadable({ file, error: read.why }))
  const recording = readRecording(read)
  if (!recording) return refuse(messages.noRecording({ option: '--recording' }))
  const { environmentId } = recording.choices
  const own = environmentId === undefined ? 'all' : [environmentId]
  return {
    ok: true,
    targets: [{ opens: { recording }, environments: command.verb === 'environments' ? 'all' : (chosenOf(command) ?? own) }],
  }
}

const chosenOf = (command: Command): Target['environments'] | undefined =>
  command.has('environment') ? once(command.values('environment')) : command.has('all') ? 'all' : undefined

/** Drift defaults to the records, which know the environments with a baseline. */
function wantedOf(command: Command): Target['environments'] | undefined {
  return chosenOf(command) ?? (['drift', 'environments', 'first-contact'].includes(command.verb) ? 'all' : undefined)
}

async function manyTargets(file: string, command: Command, variables: Variables, clouds: readonly string[]): Promise<Targets> {
  const read = await readCustomers(file)
  if (!read.ok) return read
  const group = command.value('group')
  const customers = inGroup(read.customers, group)
  if (customers.length === 0) return refuse(customerMessages.noGroup({ option: '--group' }))
  const targets = customers.map((customer) => ({ customer, opens: signingInOf(customer, command, variables) }))
  const why = targets.flatMap(({ customer, opens }) => {
    const problem =
      customer.cloud !== undefined && !clouds.includes(customer.cloud)
        ? messages.oneOf({ option: 'cloud', choices: clouds.join(', ') })
        : 'invalid' in opens
          ? opens.why
          : undefined
    return problem ? [customerMessages.forCustomer({ customer: customer.name, problem })] : []
  })
  if (why.length > 0) return refuse(...why)
  return {
    ok: true,
    targets: targets.flatMap(({ customer, opens }) =>
      'invalid' in opens ? [] : [{ name: customer.name, opens, environments: wantedOfCustomer(customer, command) }],
    ),
  }
}

const wantedOfCustomer = ({ environments }: Customer, command: Command): Target['environments'] =>
  chosenOf(command) ?? (environments ? once(environments) : 'all')

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

const once = (named: readonly string[]): readonly string[] =>
  named.filter((each, at) => named.findIndex((other) => sameName(each, other)) === at)

type Signing =
  | Exclude<Target['opens'], { readonly practice: Scenario } | { readonly recording: Recording }>
  | { readonly invalid: true; readonly why: DisplayText }

/** The list takes precedence over the command. */
function signingInOf(
  { tenant, cloud, signIn = {} }: Pick<Customer, 'tenant' | 'cloud' | 'signIn'>,
  command: Command,
  variables: Variables,
): Signing {
  const way = signIn.way ?? command.value('sign-in')
  if (way === undefined || !isWay(way)) return { invalid: true, why: messages.missing({ verb: command.verb, missing: written('sign-in') }) }
  const clientId = signIn.clientId ?? command.value('client-id')
  const certificatePath = way === 'certificate' ? (signIn.certificate ?? command.value('certificate')) : undefined
  const tokenFile =
    way === 'workload-identity' ? (signIn.tokenFile ?? command.value('token-file') ?? setIn(variables, TOKEN_FILE_VARIABLE)) : undefined
  const request = { way, tenant, cloud: cloud ?? command.value('cloud') ?? '', ...defined({ clientId, certificatePath, tokenFile }) }
  const named = signIn.secretVariable ?? command.value('secret-variable')
  const variable = named ?? (way === 'secret' || way === 'certificate' ? SECRET_VARIABLES[way] : undefined)
  const secret = variable === undefined ? undefined : setIn(variables, variable)
  // A certificate may have no passphrase.
  if (secret !== undefined || variable === undefined || (way === 'certificate' && named === undefined))
    return { request, ...defined({ secret }) }
  const namedBy = signIn.secretVariable === undefined ? '--secret-variable' : 'signIn.secretVariable'
  // A given name may be the secret itself.
  const why = named === undefined ? messages.variableNotSet({ variable }) : messages.namedVariableNotSet({ option: namedBy })
  return { unready: request, why }
}

/** Own properties only, not those of every object. */
const setIn = (variables: Variables, name: string): string | undefined =>
  (Object.hasOwn(variables, name) ? variables[name] : undefined) || undefined

/** Whether it asks no real service: a practice case is invented, a recording shows a real tenant at an earlier time. */
export const kindOf = ({ opens }: Target): Pick<CustomerResult<never>, 'practice' | 'recording'> => ({
  practice: 'practice' in opens,
  ...('recording' in opens ? { recording: true } : {}),
})
