import type { Action } from '#machines/procedure/action.ts'
import { namespaceOf } from '#machines/procedure/actions/register-provider/action.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { english } from '#messages/english.ts'
import { changeOf, heading } from '../changes.ts'
import { scriptMessages } from '../messages.ts'
import { quoteForAzureCli, quoteForBash } from '../quoting.ts'
import { reasonOf } from '../reasons.ts'
import { rotationCommand, vaultAddress } from '../requests.ts'
import type { ScriptContext } from '../script.ts'
import { plain } from '../words.ts'
import { templateMessages as messages } from './messages.ts'
import type { TemplatePlan } from './modules.ts'

export interface Commands {
  readonly language: string
  readonly files: string
}

/** Text beside a template: changes, preview, deployment, limits. Plain signs. */
export function readme(plan: readonly Action[], template: TemplatePlan, context: ScriptContext, { language, files }: Commands): string {
  const { left, subscriptionId, region, modules, groups } = template
  const empty = modules.length + groups.length === 0
  const command = (verb: string): string =>
    `  az deployment sub ${verb} --name enable-cmk --location ${region === undefined ? 'REGION' : quoteForAzureCli(region)} --subscription ${quoteForAzureCli(subscriptionId ?? '')} ${files}`
  const lines = [
    ...heading(plan, context, scriptMessages.changes),
    '',
    ...(empty
      ? [plain(messages.empty({ language }))]
      : [
          plain(messages.checkFirst),
          '',
          command('what-if'),
          command('create'),
          ...(region === undefined ? ['', plain(messages.region)] : []),
          '',
          plain(messages.again),
          plain(messages.vaultSettings),
          plain(messages.policyInUse),
          plain(messages.principalNotFound),
          plain(messages.roleAssignmentExists),
        ]),
    '',
    ...(left.length === 0 ? [plain(messages.nothingElse)] : leftToDo(left, language)),
  ]
  return `${lines.join('\n')}\n`
}

const PURGE_PROTECTION = JSON.stringify({ properties: { enablePurgeProtection: true } })

/** A manual step, with a one-line command if possible. */
function byHand(action: Action, language: string): string {
  switch (action.kind) {
    case 'register-provider':
      // As quoted: a command must not be simplified.
      return english.text(
        messages.beforehand({
          command: `az provider register --namespace ${namespaceOf(action)} --wait --subscription ${quoteForAzureCli(action.subscriptionId)}`,
        }),
      )
    case 'turn-on-purge-protection':
      // "az keyvault update" of most versions of Azure CLI sends a version that Key Vault retires. Decision 0225.
      return `az rest --method patch --url ${quoteForBash(`${vaultAddress(action.subscriptionId, action.resourceGroup, action.name)}?api-version=${API_VERSIONS.keyVault}`)} --body ${quoteForBash(PURGE_PROTECTION)}`
    case 'set-rotation-policy':
      return english.text(scriptMessages.ownKeysOnly({ language, command: rotationCommand(action) }))
    default:
      return plain(messages.afterwards)
  }
}

const leftToDo = (left: readonly Action[], language: string): readonly string[] => [
  plain(messages.left),
  ...left.flatMap((action) => [
    `  - ${plain(scriptMessages.leftItem({ title: changeOf(action).title, reason: reasonOf(action.kind) }))}`,
    `    ${byHand(action, language)}`,
  ]),
]
