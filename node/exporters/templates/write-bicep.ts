import type { Action } from '#machines/procedure/action.ts'
import { LANGUAGE_TITLES } from '#machines/procedure/script-languages.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { heading } from '../changes.ts'
import { filled } from '../filled.ts'
import { scriptMessages } from '../messages.ts'
import { quoteForBicep } from '../quoting.ts'
import { reasonOf } from '../reasons.ts'
import type { ScriptContext, ScriptFiles } from '../script.ts'
import { plain } from '../words.ts'
import actionGroup from './action-group.bicep?raw'
import auditLog from './audit-log.bicep?raw'
import enterprisePolicy from './enterprise-policy.bicep?raw'
import groupLock from './group-lock.bicep?raw'
import hsmLock from './hsm-lock.bicep?raw'
import key from './key.bicep?raw'
import keyAccess from './key-access.bicep?raw'
import keyAccessPolicy from './key-access-policy.bicep?raw'
import keyVault from './key-vault.bicep?raw'
import { templateMessages as messages } from './messages.ts'
import {
  isTexts,
  type Module,
  type ModuleName,
  type ParameterValue,
  parameterName,
  parametersOf,
  type TemplatePlan,
  templatePlan,
} from './modules.ts'
import nearExpiryAlert from './near-expiry-alert.bicep?raw'
import policyIdentity from './policy-identity.bicep?raw'
import policyLock from './policy-lock.bicep?raw'
import reader from './reader.bicep?raw'
import { readme } from './readme.ts'
import vaultLock from './vault-lock.bicep?raw'
import { typeOf } from './write-arm.ts'

const MODULES: Readonly<Record<ModuleName, string>> = {
  'key-vault': keyVault,
  key,
  'enterprise-policy': enterprisePolicy,
  'policy-identity': policyIdentity,
  'key-access': keyAccess,
  'key-access-policy': keyAccessPolicy,
  reader,
  'audit-log': auditLog,
  'action-group': actionGroup,
  'near-expiry-alert': nearExpiryAlert,
  'vault-lock': vaultLock,
  'hsm-lock': hsmLock,
  'policy-lock': policyLock,
  'group-lock': groupLock,
}

function groupText({ symbol, action }: TemplatePlan['groups'][number]): string {
  return `// ${reasonOf(action.kind)}
resource ${symbol} 'Microsoft.Resources/resourceGroups@${API_VERSIONS.resources}' = {
  name: ${parameterName(symbol, 'name')}
  location: ${parameterName(symbol, 'location')}
  tags: ${parameterName(symbol, 'tags')}
}`
}

/** Sequential, in order of dependence. */
function moduleText({ name, symbol, action, values, principalFrom }: Module, before: string | undefined): string {
  const parameters = [
    ...Object.keys(values).map((value) => `    ${value}: ${parameterName(symbol, value)}`),
    ...(principalFrom ? [`    principalId: ${principalFrom.symbol}.outputs.principalId`] : []),
  ]
  return `// ${name === 'policy-identity' ? plain(messages.identity) : reasonOf(action.kind)}
module ${symbol} '${name}.bicep' = {
  name: 'cmk-${symbol}'
  scope: resourceGroup(${parameterName(symbol, 'resourceGroup')})
  params: {
${parameters.join('\n')}
  }${before === undefined || before === principalFrom?.symbol ? '' : `\n  dependsOn: [\n    ${before}\n  ]`}
}`
}

function mainText(plan: readonly Action[], template: TemplatePlan, context: ScriptContext): string {
  const { groups, modules } = template
  const order = [...groups, ...modules].map(({ symbol }) => symbol)
  const declared = [...parametersOf(template)].map(([name, value]) => `param ${name} ${typeOf(value)}`)
  const text = [
    heading(plan, context, scriptMessages.withoutLeft)
      .map((line) => `// ${line}`.trimEnd())
      .join('\n'),
    "targetScope = 'subscription'",
    ...(declared.length === 0 ? [] : [declared.join('\n')]),
    ...groups.map(groupText),
    ...modules.map((module) => moduleText(module, order[order.indexOf(module.symbol) - 1])),
  ].join('\n\n')
  return `${text}\n`
}

function literal(value: ParameterValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quoteForBicep(value)
  if (isTexts(value)) return `[\n${value.map((each) => `  ${quoteForBicep(each)}`).join('\n')}\n]`
  const members = Object.entries(value).map(([name, text]) => `  ${quoteForBicep(name)}: ${quoteForBicep(text)}\n`)
  return members.length === 0 ? '{}' : `{\n${members.join('')}}`
}

function parametersText(template: TemplatePlan): string {
  const lines = [...parametersOf(template)].map(([name, value]) => `param ${name} = ${literal(value)}`)
  return ["using './main.bicep'", '', ...lines, ''].join('\n')
}

export function writeBicep(plan: readonly Action[], context: ScriptContext): ScriptFiles {
  const template = templatePlan(plan)
  const names = [...new Set(template.modules.map(({ name }) => name))]
  return {
    'main.bicep': mainText(plan, template, context),
    'main.bicepparam': parametersText(template),
    ...Object.fromEntries(names.map((name) => [`${name}.bicep`, filled(MODULES[name])])),
    'README.txt': readme(plan, template, context, {
      language: LANGUAGE_TITLES.bicep,
      files: '--template-file main.bicep --parameters main.bicepparam',
    }),
  }
}
