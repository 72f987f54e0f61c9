import type { Action } from '../../machines/procedure/action.ts'
import { changeOf, heading } from '../changes.ts'
import { cloudWords } from '../cloud-words.ts'
import { quoteForTerraform as quoted } from '../quoting.ts'
import { reasonOf } from '../reasons.ts'
import type { ScriptContext, ScriptFiles } from '../script.ts'
import { attribute, type Block, block, object, textOf } from './blocks.ts'
import { type ProviderName, pieceOf } from './resources.ts'

const SOURCES: Readonly<Record<ProviderName, { readonly source: string; readonly version: string }>> = {
  azapi: { source: 'Azure/azapi', version: '~> 2.2' },
  azurerm: { source: 'hashicorp/azurerm', version: '~> 4.42' },
  powerplatform: { source: 'microsoft/power-platform', version: '>= 3.5' },
  time: { source: 'hashicorp/time', version: '>= 0.9' },
}

const requirements = (providers: readonly ProviderName[]): Block =>
  block(
    'terraform',
    [],
    [
      attribute('required_version', quoted('>= 1.7.0')),
      block(
        'required_providers',
        [],
        providers.map((name) =>
          object(name, [attribute('source', quoted(SOURCES[name].source)), attribute('version', quoted(SOURCES[name].version))]),
        ),
      ),
    ],
  )

function providerOf(name: ProviderName, subscriptionId: string | undefined, { cloud }: ScriptContext): readonly Block[] {
  const words = cloudWords(cloud)
  const foreign = words ? [] : [`This cloud has no name in Terraform: tell the provider where ${cloud.id} is before you run this.`]
  const environment = words && words.terraform !== 'public' ? [attribute('environment', quoted(words.terraform))] : []
  const tenant = attribute('tenant_id', 'local.tenant_id')
  const subscription = subscriptionId === undefined ? [] : [attribute('subscription_id', quoted(subscriptionId))]
  switch (name) {
    case 'azurerm':
      return [
        block(
          'provider',
          [name],
          [
            tenant,
            ...subscription,
            ...environment,
            attribute('resource_provider_registrations', quoted('none')),
            block('features', [], [block('key_vault', [], [attribute('recover_soft_deleted_key_vaults', 'false')])]),
          ],
          [...foreign, 'Registers nothing unasked, and does not bring back a deleted vault of the same name unasked.'],
        ),
      ]
    case 'azapi':
      return [block('provider', [name], [tenant, ...subscription, ...environment], foreign)]
    case 'powerplatform': {
      const entries = words && words.powerPlatformTerraform !== 'public' ? [attribute('cloud', quoted(words.powerPlatformTerraform))] : []
      return [
        block('provider', [name], [attribute('use_cli', 'true'), ...entries], [...foreign, 'Uses the sign-in of Azure CLI: az login.']),
      ]
    }
    case 'time':
      return []
  }
}

function subscriptionOf(plan: readonly Action[]): string | undefined {
  for (const action of plan) {
    if ('subscriptionId' in action) return action.subscriptionId
    if (action.kind === 'create-vault') return action.vault.subscriptionId
    if (action.kind === 'create-policy') return action.policy.subscriptionId
  }
  return undefined
}

const USAGE = [
  '',
  'Run "terraform init", look at what would change with "terraform plan", then "terraform apply". Repeating it changes nothing.',
  'What somebody made meanwhile is not in its state: Terraform then says that it exists, and it can be taken over with "terraform import".',
]

/** Names what Terraform can't do, so that the file isn't taken for the whole plan. */
const leftToDo = (left: readonly Action[]): readonly string[] =>
  left.length === 0
    ? []
    : [
        '',
        'Not in this file, because Terraform cannot do it. The Azure CLI script of this plan does:',
        ...left.map((action) => `  - ${changeOf(action).title}. ${reasonOf(action.kind)}`),
      ]

/** The plan as one Terraform file, laid out like `terraform fmt` does. */
export function writeTerraform(plan: readonly Action[], context: ScriptContext): ScriptFiles {
  const counts = new Map<string, number>()
  const blocks: Block[] = []
  const used = new Set<ProviderName>()
  let last: readonly Block[] = []
  const left: Action[] = []
  for (const action of plan) {
    const count = (counts.get(action.kind) ?? 0) + 1
    counts.set(action.kind, count)
    const piece = pieceOf(action, count === 1 ? '' : `_${count}`, last)
    for (const provider of piece.providers) used.add(provider)
    blocks.push(...piece.blocks)
    if (piece.blocks.length === 0) left.push(action)
    else last = piece.blocks.slice(-1)
  }
  const providers = [...used].sort()
  const subscriptionId = subscriptionOf(plan)
  const text = [
    [...heading(plan, context, 'Changes:'), ...USAGE, ...leftToDo(left)].map((line) => `# ${line}`.trimEnd()).join('\n'),
    textOf([
      requirements(providers),
      block('locals', [], [attribute('tenant_id', quoted(context.tenantId))]),
      ...providers.flatMap((name) => providerOf(name, subscriptionId, context)),
      ...blocks,
    ]),
  ].join('\n\n')
  return { 'main.tf': `${text}\n` }
}
