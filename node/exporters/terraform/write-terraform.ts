import type { Action } from '#machines/procedure/action.ts'
import { LANGUAGE_TITLES } from '#machines/procedure/script-languages.ts'
import { changeOf, heading } from '../changes.ts'
import { cloudWords } from '../cloud-words.ts'
import { scriptMessages } from '../messages.ts'
import { quoteForTerraform as quoted } from '../quoting.ts'
import { reasonOf } from '../reasons.ts'
import { rotationCommand } from '../requests.ts'
import type { ScriptContext, ScriptFiles } from '../script.ts'
import { plain } from '../words.ts'
import { attribute, type Block, block, object, textOf } from './blocks.ts'
import { terraformMessages as messages } from './messages.ts'
import { type ProviderName, pieceOf } from './resources.ts'

/** From 5 on, azurerm looks for vaults and Managed HSMs by a version of Key Vault that stays (Decision 0225). */
const SOURCES: Readonly<Record<ProviderName, { readonly source: string; readonly version: string }>> = {
  azapi: { source: 'Azure/azapi', version: '~> 2.2' },
  azurerm: { source: 'hashicorp/azurerm', version: '~> 5.0' },
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
  const foreign = words ? [] : [plain(messages.unknownCloud({ cloud: cloud.id }))]
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
          [...foreign, plain(messages.nothingUnasked)],
        ),
      ]
    case 'azapi':
      return [block('provider', [name], [tenant, ...subscription, ...environment], foreign)]
    case 'powerplatform': {
      const entries = words && words.powerPlatformTerraform !== 'public' ? [attribute('cloud', quoted(words.powerPlatformTerraform))] : []
      return [block('provider', [name], [attribute('use_cli', 'true'), ...entries], [...foreign, plain(messages.signIn)])]
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

const USAGE = ['', plain(messages.run), plain(messages.existing)]

const leftToDo = (left: readonly Action[]): readonly string[] =>
  left.length === 0
    ? []
    : [
        '',
        plain(messages.left),
        ...left.flatMap((action) => [
          `  - ${plain(scriptMessages.leftItem({ title: changeOf(action).title, reason: reasonOf(action.kind) }))}`,
          ...(action.kind === 'set-rotation-policy'
            ? [`    ${plain(scriptMessages.ownKeysOnly({ language: LANGUAGE_TITLES.terraform, command: rotationCommand(action) }))}`]
            : []),
        ]),
      ]

/** The plan as one Terraform file, formatted like `terraform fmt`. */
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
    [...heading(plan, context, scriptMessages.changes), ...USAGE, ...leftToDo(left)].map((line) => `# ${line}`.trimEnd()).join('\n'),
    textOf([
      requirements(providers),
      block('locals', [], [attribute('tenant_id', quoted(context.tenantId))]),
      ...providers.flatMap((name) => providerOf(name, subscriptionId, context)),
      ...blocks,
    ]),
  ].join('\n\n')
  return { 'main.tf': `${text}\n` }
}
