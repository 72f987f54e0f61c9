import type { DisplayText } from '../../machines/messages/message.ts'
import { present } from '../../machines/present.ts'
import type { AnySignInRequest } from '../../machines/sign-in/sign-in.ts'
import type { Scenario } from '../../practice/scenario.ts'
import { SCENARIOS, scenarioByName } from '../../practice/scenarios.ts'
import type { Command } from './command.ts'
import { type Customer, inGroup, readCustomers } from './customers.ts'
import { definitionOf, isWay, type OptionName, SECRET_VARIABLES, TOKEN_FILE_VARIABLE } from './grammar.ts'
import { customerMessages, usageMessages as messages } from './messages.ts'

export type Variables = Readonly<Record<string, string | undefined>>

/** A tenant to read, and what in it. */
export interface Target {
  /** As the list of customers calls it. */
  readonly name?: string
  readonly opens: { readonly practice: Scenario } | SigningIn
  /** IDs or names; `all`: every environment with a finance and operations app. */
  readonly environments: readonly string[] | 'all'
}

export interface SigningIn {
  readonly request: AnySignInRequest
  /** From the environment variable. It goes to the sign-in and nowhere else. */
  readonly secret?: string
}

export type Targets =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly why: readonly DisplayText[] }

const refuse = (...why: readonly DisplayText[]): Targets => ({ ok: false, why })

const written = (option: OptionName): string => `--${option} ${definitionOf(option).takes ?? ''}`.trim()

/** Options that say where to sign in, which a practice case or a list of customers says by itself. */
const EXCLUSIVE = ['practice', 'customers', 'tenant'] as const

/** Which tenants a command is about. */
export async function targetsOf(command: Command, variables: Variables): Promise<Targets> {
  const [one, other] = EXCLUSIVE.filter((option) => command.has(option))
  if (one && other) return refuse(messages.notTogether({ one: `--${one}`, other: `--${other}` }))
  if (command.has('environment') && command.has('all')) return refuse(messages.notTogether({ one: '--environment', other: '--all' }))
  const practice = command.value('practice')
  if (practice !== undefined) return practiceTarget(practice, command)
  const file = command.value('customers')
  if (file !== undefined) return manyTargets(file, command, variables)
  if (!command.has('tenant')) return refuse(messages.missing({ verb: command.verb, missing: written('tenant') }))
  const environments = wantedOf(command)
  if (environments === undefined) return refuse(messages.missing({ verb: command.verb, missing: `${written('environment')} | --all` }))
  const signingIn = signingInOf({ tenant: command.value('tenant') ?? '' }, command, variables)
  return 'why' in signingIn ? refuse(signingIn.why) : { ok: true, targets: [{ opens: signingIn, environments }] }
}

function practiceTarget(name: string, command: Command): Targets {
  const scenario = scenarioByName(name)
  const cases = SCENARIOS.map((each) => each.name).join(', ')
  if (!scenario) return refuse(messages.noCase({ name: /^[a-z0-9-]{1,64}$/.test(name) ? name : '…', cases }))
  return { ok: true, targets: [{ opens: { practice: scenario }, environments: wantedOf(command) ?? [scenario.environmentId] }] }
}

/** Drift goes by the records where nothing is named: they say which environments have a baseline. */
function wantedOf(command: Command): Target['environments'] | undefined {
  if (command.has('environment')) return command.values('environment')
  return command.has('all') || command.verb === 'drift' || command.verb === 'environments' ? 'all' : undefined
}

async function manyTargets(file: string, command: Command, variables: Variables): Promise<Targets> {
  const read = await readCustomers(file)
  if (!read.ok) return read
  const group = command.value('group')
  const customers = inGroup(read.customers, group)
  if (customers.length === 0) return refuse(customerMessages.noGroup({ group: group ?? '' }))
  const targets = customers.map((customer) => ({ customer, opens: signingInOf(customer, command, variables) }))
  const why = targets.flatMap(({ customer, opens }) =>
    'why' in opens ? [customerMessages.forCustomer({ customer: customer.name, problem: opens.why })] : [],
  )
  if (why.length > 0) return refuse(...why)
  return {
    ok: true,
    targets: targets.flatMap(({ customer, opens }) =>
      'why' in opens ? [] : [{ name: customer.name, opens, environments: wantedOfCustomer(customer, command) }],
    ),
  }
}

const wantedOfCustomer = ({ environments }: Customer, command: Command): Target['environments'] =>
  command.has('environment') ? command.values('environment') : command.has('all') ? 'all' : (environments ?? 'all')

/** What a list says goes before what the command says for all. */
function signingInOf(
  { tenant, cloud, signIn = {} }: Pick<Customer, 'tenant' | 'cloud' | 'signIn'>,
  command: Command,
  variables: Variables,
): SigningIn | { readonly why: DisplayText } {
  const way = signIn.way ?? command.value('sign-in')
  if (way === undefined || !isWay(way)) return { why: messages.missing({ verb: command.verb, missing: written('sign-in') }) }
  const clientId = signIn.clientId ?? command.value('client-id')
  const certificatePath = way === 'certificate' ? (signIn.certificate ?? command.value('certificate')) : undefined
  const tokenFile =
    way === 'workload-identity' ? (signIn.tokenFile ?? command.value('token-file') ?? variables[TOKEN_FILE_VARIABLE]) : undefined
  const named = signIn.secretVariable ?? command.value('secret-variable')
  const variable = named ?? (way === 'secret' || way === 'certificate' ? SECRET_VARIABLES[way] : undefined)
  const secret = variable === undefined ? undefined : variables[variable] || undefined
  // A certificate's key may have no passphrase.
  if (secret === undefined && variable !== undefined && (way === 'secret' || named !== undefined))
    return { why: messages.variableNotSet({ variable }) }
  return {
    request: { way, tenant, cloud: cloud ?? command.value('cloud') ?? '', ...present({ clientId, certificatePath, tokenFile }) },
    ...present({ secret }),
  }
}
