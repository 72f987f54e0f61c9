import type { Action } from '../../machines/procedure/action.ts'
import { changeOf, heading } from '../changes.ts'
import { quoteForBash } from '../quoting.ts'
import { reasonOf } from '../reasons.ts'
import type { ScriptContext } from '../script.ts'
import type { TemplatePlan } from './modules.ts'

export interface Commands {
  /** What the templates are called in the text: "ARM template". */
  readonly language: string
  /** The file that is deployed, and the arguments that name its values. */
  readonly files: string
}

/** The text beside a template: what it changes, how it is looked at and deployed, and what it cannot do. In plain signs. */
export function readme(plan: readonly Action[], template: TemplatePlan, context: ScriptContext, { language, files }: Commands): string {
  const { left, subscriptionId, region, modules, groups } = template
  const empty = modules.length + groups.length === 0
  const command = (verb: string): string =>
    `  az deployment sub ${verb} --name enable-cmk --location ${region === undefined ? 'REGION' : quoteForBash(region)} --subscription ${quoteForBash(subscriptionId ?? '')} ${files}`
  const lines = [
    ...heading(plan, context, 'Changes:'),
    '',
    ...(empty
      ? [`The ${language} file is empty: Azure Resource Manager can do none of this.`]
      : [
          'Look first at what would change, then deploy:',
          '',
          command('what-if'),
          command('create'),
          ...(region === undefined ? ['', 'REGION is any Azure region; it keeps the record of the deployment.'] : []),
          '',
          'Deploying again changes nothing, with two exceptions. It puts a vault that it holds back to its own settings: do not deploy it again',
          'after somebody changed them. And once an environment is in the policy, the service refuses every write to the policy, so the deployment stops there.',
          'PrincipalNotFound means that the directory does not know the identity of the new policy yet: deploy again after two minutes.',
          'RoleAssignmentExists means that somebody gave this access already, under another name: nothing is lacking.',
        ]),
    '',
    ...(left.length === 0 ? ['Nothing else is left to do.'] : leftToDo(left)),
  ]
  return `${lines.join('\n')}\n`
}

/** What the person does besides, with the command where one line is enough. */
function byHand(action: Action): string {
  switch (action.kind) {
    case 'register-provider':
      return `Before the deployment: az provider register --namespace Microsoft.PowerPlatform --wait --subscription ${quoteForBash(action.subscriptionId)}`
    case 'turn-on-purge-protection':
      return `az keyvault update --enable-purge-protection true --subscription ${quoteForBash(action.subscriptionId)} --resource-group ${quoteForBash(action.resourceGroup)} --name ${quoteForBash(action.name)}`
    default:
      return 'After the deployment, with the Azure CLI script of this plan: it leaves alone what is so already, and waits until new access counts.'
  }
}

const leftToDo = (left: readonly Action[]): readonly string[] => [
  'Not in these files, because Azure Resource Manager cannot do it, or not without touching other settings:',
  ...left.flatMap((action) => [`  - ${changeOf(action).title}. ${reasonOf(action.kind)}`, `    ${byHand(action)}`]),
]
