import type { Cloud } from '../cloud/cloud.ts'
import { withWord } from '../engine/handoff/word.ts'
import { judge, type SequenceId } from '../engine/step/finding.ts'
import type { Reading } from '../engine/step/proof.ts'
import { readingOf, refusalOf, valueIn } from '../engine/step/refusals.ts'
import type { NotedRow, PolicyForm } from '../engine/wizard/view-of-step.ts'
import type { Choices, PolicyChoices } from './choices.ts'
import { geographyOf } from './geography.ts'
import { parseResourceId } from './ids.ts'
import { observeChange } from './operations/change/facts.ts'
import { observeOperation } from './operations/facts.ts'
import { readOperation } from './operations/reading.ts'
import { isOfAnotherTenant } from './rights/home-tenant.ts'
import type { Environment, Services } from './services.ts'
import { CHECKS } from './steps/checks.ts'
import { type EnvironmentFacts, namesDiffer, observeEnvironment } from './steps/environment/facts.ts'
import { financeAndOperationsKind, type IntegrationFacts, observeIntegration } from './steps/integration/facts.ts'
import { linkUnderway, type MembershipFacts, observeMembership } from './steps/membership/facts.ts'
import { holdingPolicy, namesPolicy, predecessorOf } from './steps/membership/link.ts'
import { planMembership } from './steps/membership/plan.ts'
import { shownByMembership } from './steps/membership/shown.ts'
import { isInUse, observePolicy, type PolicyFacts } from './steps/policy/facts.ts'
import { planPolicy } from './steps/policy/plan.ts'
import { accessUnderway } from './steps/policy/policy-checks.ts'
import { shownByPolicy } from './steps/policy/shown.ts'
import { newNames, suggestPolicy } from './steps/policy/suggestion.ts'
import { foreseeMembership } from './steps/whole-plan.ts'

/** What one step is read and judged with. */
export interface Observing {
  readonly services: Services
  /** The cloud the services are in; absent where it is known to be the commercial one. */
  readonly cloud?: Cloud
  readonly choices: Choices
  /** A subscription looked into before the form of step 3 is decided. */
  readonly browsed?: string
  /** Overrides parts of what the form of step 3 suggests. */
  readonly suggested?: Partial<PolicyChoices>
  readonly now: () => number
  readonly signal: AbortSignal
}

/** Reads everything the step depends on, then judges and plans. Changes nothing. */
export async function observe(id: SequenceId, observing: Observing): Promise<Reading> {
  return withWord(await read(id, observing), observing.choices)
}

async function read(id: SequenceId, { services, cloud, choices, browsed, suggested, now, signal }: Observing): Promise<Reading> {
  switch (id) {
    case 'integration':
      return readIntegration({ ...(await observeIntegration(services, choices, signal)), ...(cloud ? { cloud } : {}) }, choices, now())
    case 'environment':
      return readEnvironment(await observeEnvironment(services, choices, signal), now())
    case 'policy': {
      const facts = await observePolicy(services, choices, browsed, signal)
      const { objectId, userName } = services.account
      const account = { objectId, userName, ...(isOfAnotherTenant(services.account) ? { elsewhere: true as const } : {}) }
      return readPolicy(facts, choices, { ...suggestPolicy(facts, browsed), ...suggested }, account, now())
    }
    case 'membership':
      return readMembership(await observeMembership(services, choices, signal), now())
    case 'change':
      return readOperation(id, await observeChange(services, choices, signal), now())
    case 'rotate':
    case 're-enable':
    case 'revert':
      return readOperation(id, await observeOperation(services, choices, signal), now())
  }
}

function named(environment: Environment | undefined): Pick<Reading, 'environment'> {
  if (!environment) return {}
  const { id, displayName, location } = environment
  const policyId = holdingPolicy(environment)
  return { environment: { id, displayName, location, ...(policyId === undefined ? {} : { policyId }) } }
}

export function readIntegration(facts: IntegrationFacts, choices: Choices, now: number): Reading {
  const environment = valueIn(facts.environment)
  const refusal = refusalOf(facts.environments)
  const kind = environment && financeAndOperationsKind(environment)
  const note =
    kind === undefined
      ? 'Choose the environment'
      : kind === 'unified'
        ? 'Unified environment'
        : kind === 'none'
          ? 'No finance and operations app'
          : kind === 'cloud-hosted'
            ? 'Cloud-hosted'
            : 'Lifecycle Services'
  return {
    stepId: 'integration',
    readAt: now,
    findings: judge<IntegrationFacts>(CHECKS.integration, facts, now),
    plan: [],
    choiceMissing: choices.environmentId === undefined,
    picture: {
      kind: 'environments',
      ...(choices.environmentId === undefined ? {} : { chosen: choices.environmentId }),
      environments: (valueIn(facts.environments) ?? []).map((each) => ({
        id: each.id,
        displayName: each.displayName,
        sku: each.sku,
        location: geographyOf(each.location)?.title ?? each.location,
        ...(each.dataverse?.instanceUrl ? { url: each.dataverse.instanceUrl } : {}),
        ...(each.financeAndOperations?.url ? { financeAndOperationsUrl: each.financeAndOperations.url } : {}),
      })),
      ...(refusal
        ? {
            problem: {
              title: 'The list of environments could not be read',
              ...readingOf(refusal, 'power-platform-administrator'),
              refusal,
            },
          }
        : {}),
    },
    note,
    ...named(environment),
    found: {},
  }
}

/** A name or an id: what one takes along. */
const noted = (label: string, value: string | undefined): NotedRow => ({
  label,
  value: value ?? 'Not given',
  copyable: value !== undefined,
})

/** A word that is only read: a button to copy it would be noise. */
const word = (label: string, value: string | undefined): NotedRow => ({ label, value: value ?? 'Not given', copyable: false })

function notedRows(environment: Environment): readonly NotedRow[] {
  const { dataverse, financeAndOperations } = environment
  const row = (label: string, value: string | undefined, hint?: string): NotedRow => ({ ...noted(label, value), ...(hint ? { hint } : {}) })
  return [
    row(
      'Environment name',
      environment.displayName,
      namesDiffer(environment) ? 'This is the name for the next steps, not the finance and operations name' : undefined,
    ),
    row('Environment id', environment.id),
    row('Dataverse organization', dataverse?.friendlyName ?? dataverse?.uniqueName),
    row('Organization address', dataverse?.instanceUrl),
    row(
      'Finance and operations address',
      financeAndOperations?.url,
      namesDiffer(environment) ? 'Named differently from the environment' : undefined,
    ),
    word(
      'Region',
      `${geographyOf(environment.location)?.title ?? environment.location}${environment.azureRegion ? `, ${environment.azureRegion}` : ''}`,
    ),
    word('Type', environment.sku),
  ]
}

export function readEnvironment(facts: EnvironmentFacts, now: number): Reading {
  const environment = valueIn(facts.environment)
  return {
    stepId: 'environment',
    readAt: now,
    findings: judge(CHECKS.environment, facts, now),
    plan: [],
    choiceMissing: facts.environment === undefined,
    picture: environment ? { kind: 'noted', rows: notedRows(environment) } : { kind: 'none' },
    note: environment?.displayName ?? 'Name and id',
    ...named(environment),
    found: {},
  }
}

function policyForm(facts: PolicyFacts, choices: Choices, suggestion: PolicyChoices, account: PolicyForm['account']): PolicyForm {
  const environment = valueIn(facts.environment)
  const geography = environment && geographyOf(environment.location)
  const regions = [...new Set([environment?.azureRegion, ...(geography?.regions ?? [])].filter((region) => region !== undefined))]
  const place = (id: string) => parseResourceId(id)?.resourceGroup ?? ''
  const { vaultName, policyName } = newNames(facts)
  const refusal = refusalOf(facts.subscriptions)
  return {
    environmentId: choices.environmentId ?? '',
    values: choices.policy ?? suggestion,
    fresh: { vaultName, policyName },
    chosen: choices.policy !== undefined,
    ...(refusal ? { problem: { title: 'The list of subscriptions could not be read', ...readingOf(refusal), refusal } } : {}),
    subscriptions: (valueIn(facts.subscriptions) ?? []).map(({ id, displayName, state }) => ({ id, name: displayName, state })),
    vaults: (valueIn(facts.vaults) ?? []).map(({ id, name, location }) => ({ name, location, resourceGroup: place(id) })),
    policies: (valueIn(facts.policies) ?? [])
      .filter((policy) => policy.kind.toLowerCase() === 'encryption')
      .map(({ id, name, location }) => ({ name, location, resourceGroup: place(id) })),
    regions,
    geography: geography?.title ?? environment?.location ?? '',
    account,
  }
}

export function readPolicy(
  facts: PolicyFacts,
  choices: Choices,
  suggestion: PolicyChoices,
  account: PolicyForm['account'],
  now: number,
): Reading {
  const vaultId = valueIn(facts.vault)?.id
  const policyId = valueIn(facts.policy)?.id
  const subscriptionId = choices.policy?.subscriptionId ?? suggestion.subscriptionId
  const [findings, plan] = [judge(CHECKS.policy, facts, now), planPolicy(facts, choices)]
  // What is still to be changed or mended is shown first: the wait hides nothing that a person has to do.
  const isFree = plan.length === 0 && !isInUse(facts) && !findings.some(({ status }) => status === 'fail')
  const underway = isFree ? accessUnderway(facts, now) : undefined
  return {
    stepId: 'policy',
    readAt: now,
    findings,
    plan,
    shows: choices.policy ? shownByPolicy(facts, choices.policy) : [],
    ...(underway ? { underway } : {}),
    foreseen: foreseeMembership(facts, choices),
    choiceMissing: choices.policy === undefined,
    picture: { kind: 'policy', form: policyForm(facts, choices, suggestion, account) },
    note: choices.policy?.policyName ?? 'Key vault, key and policy',
    ...named(valueIn(facts.environment)),
    found: { ...(vaultId ? { vaultId } : {}), ...(policyId ? { policyId } : {}), ...(subscriptionId ? { subscriptionId } : {}) },
  }
}

export function readMembership(facts: MembershipFacts, now: number): Reading {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  const linked = environment && policy && namesPolicy(environment, policy) ? environment.encryptionPolicy?.linkStatus : undefined
  const before = predecessorOf(environment, policy)
  const underway = linkUnderway(facts, now)
  return {
    stepId: 'membership',
    readAt: now,
    findings: judge(CHECKS.membership, facts, now),
    plan: planMembership(facts),
    shows: shownByMembership(facts),
    ...(underway ? { underway } : {}),
    choiceMissing: facts.choices === undefined,
    picture:
      environment && policy
        ? {
            kind: 'membership',
            rows: [
              noted('Environment', `${environment.displayName} (${environment.id})`),
              noted('Policy', policy.id),
              word('Link', before ? 'To an earlier policy of this name' : (linked ?? 'Not added')),
              word('Key managed by', environment.keyManagedBy),
            ],
          }
        : { kind: 'none' },
    note: before
      ? 'In an earlier policy of this name'
      : linked
        ? `${linked}${/^link(ed|ing)$/i.test(linked) ? ' to' : ':'} ${policy?.name}`
        : 'Not added yet',
    ...named(environment),
    found: policy ? { policyId: policy.id } : {},
  }
}
