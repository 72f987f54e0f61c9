import type { Action } from '#machines/procedure/action.ts'
import { LANGUAGE_TITLES } from '#machines/procedure/script-languages.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { reasonOf } from '../reasons.ts'
import type { ScriptContext, ScriptFiles } from '../script.ts'
import { INNER_TEMPLATES } from './inner-templates.ts'
import { isTexts, type Module, type ParameterValue, parameterName, parametersOf, type TemplatePlan, templatePlan } from './modules.ts'
import { readme } from './readme.ts'

const SCHEMAS = 'https://schema.management.azure.com/schemas'

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

export const typeOf = (value: ParameterValue): 'int' | 'string' | 'array' | 'object' =>
  typeof value === 'number' ? 'int' : typeof value === 'string' ? 'string' : isTexts(value) ? 'array' : 'object'

const idOf = ({ symbol }: Module): string =>
  `extensionResourceId(format('/subscriptions/{0}/resourceGroups/{1}', subscription().subscriptionId, parameters('${parameterName(symbol, 'resourceGroup')}')), 'Microsoft.Resources/deployments', 'cmk-${symbol}')`

const groupIdOf = ({ symbol }: TemplatePlan['groups'][number]): string =>
  `subscriptionResourceId('Microsoft.Resources/resourceGroups', parameters('${parameterName(symbol, 'name')}'))`

function deploymentOf(module: Module, before: string | undefined) {
  const { name, symbol, action, values, principalFrom } = module
  const inner = INNER_TEMPLATES[name]
  const declared = Object.entries(values).map(([parameter, value]) => [parameter, { type: typeOf(value) }] as const)
  const given = Object.keys(values).map(
    (parameter) => [parameter, { value: `[parameters('${parameterName(symbol, parameter)}')]` }] as const,
  )
  return {
    comments: reasonOf(action.kind),
    type: 'Microsoft.Resources/deployments',
    apiVersion: API_VERSIONS.resources,
    name: `cmk-${symbol}`,
    resourceGroup: `[parameters('${parameterName(symbol, 'resourceGroup')}')]`,
    ...(before === undefined ? {} : { dependsOn: [`[${before}]`] }),
    properties: {
      mode: 'Incremental',
      expressionEvaluationOptions: { scope: 'Inner' },
      parameters: Object.fromEntries([
        ...given,
        ...(principalFrom
          ? [
              [
                'principalId',
                { value: `[reference(${idOf(principalFrom)}, '${API_VERSIONS.resources}').outputs.principalId.value]` },
              ] as const,
            ]
          : []),
      ]),
      template: {
        $schema: `${SCHEMAS}/2019-04-01/deploymentTemplate.json#`,
        contentVersion: '1.0.0.0',
        parameters: Object.fromEntries([...declared, ...(principalFrom ? [['principalId', { type: 'string' }] as const] : [])]),
        ...inner,
      },
    },
  }
}

function templateOf(plan: TemplatePlan) {
  const { groups, modules } = plan
  const ids = [...groups.map(groupIdOf), ...modules.map(idOf)]
  return {
    $schema: `${SCHEMAS}/2018-05-01/subscriptionDeploymentTemplate.json#`,
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries([...parametersOf(plan)].map(([name, value]) => [name, { type: typeOf(value) }])),
    resources: [
      ...groups.map(({ symbol, action }) => ({
        comments: reasonOf(action.kind),
        type: 'Microsoft.Resources/resourceGroups',
        apiVersion: API_VERSIONS.resources,
        name: `[parameters('${parameterName(symbol, 'name')}')]`,
        location: `[parameters('${parameterName(symbol, 'location')}')]`,
        tags: `[parameters('${parameterName(symbol, 'tags')}')]`,
        // Required by the published schema.
        properties: {},
      })),
      // Sequential, in order of dependence.
      ...modules.map((module, index) => deploymentOf(module, ids[groups.length + index - 1])),
    ],
  }
}

/** An ARM template for a subscription with parameters file and notes. */
export function writeArm(plan: readonly Action[], context: ScriptContext): ScriptFiles {
  const template = templatePlan(plan)
  return {
    'enable-cmk.template.json': json(templateOf(template)),
    'enable-cmk.parameters.json': json({
      $schema: `${SCHEMAS}/2019-04-01/deploymentParameters.json#`,
      contentVersion: '1.0.0.0',
      parameters: Object.fromEntries([...parametersOf(template)].map(([name, value]) => [name, { value }])),
    }),
    'README.txt': readme(plan, template, context, {
      language: LANGUAGE_TITLES.arm,
      files: '--template-file enable-cmk.template.json --parameters @enable-cmk.parameters.json',
    }),
  }
}
