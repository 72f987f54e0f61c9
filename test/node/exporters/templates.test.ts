import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Action } from '#machines/procedure/action.ts'
import { policyId, vaultId } from '#machines/procedure/ids.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { assignmentName } from '#node/services/azure/assignment-name.ts'
import {
  ADMINISTRATOR,
  actions,
  actionsFor,
  allNamed,
  context,
  everyPlan,
  HOSTILE,
  NAMES,
  SUBSCRIPTION,
  TENANT,
  VAULT,
  wholeProcedure,
} from './samples.ts'

const expression = z.string().regex(/^\[[^[].*\]$/)

/** Resource Manager's own schema, as far as these templates use it; anything else in them is a mistake. */
const parameters = z.record(z.string().regex(/^[A-Za-z]\w*$/), z.strictObject({ type: z.enum(['string', 'int', 'array', 'object']) }))
const leafResource = z.strictObject({
  comments: z.string().optional(),
  type: z.string().regex(/^Microsoft\.\w+(\/\w+)+$/),
  apiVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/),
  name: expression,
  location: expression.or(z.literal('Global')).optional(),
  scope: expression.optional(),
  kind: z.literal('Encryption').optional(),
  identity: z.strictObject({ type: z.literal('SystemAssigned') }).optional(),
  tags: expression.optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})
const innerTemplate = z.strictObject({
  $schema: z.literal('https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'),
  contentVersion: z.literal('1.0.0.0'),
  parameters,
  resources: z.array(leafResource),
  outputs: z.record(z.string(), z.strictObject({ type: z.literal('string'), value: expression })).optional(),
})
const deployment = z.strictObject({
  comments: z.string(),
  type: z.literal('Microsoft.Resources/deployments'),
  apiVersion: z.string(),
  name: z.string().regex(/^cmk-\w+$/),
  resourceGroup: expression,
  dependsOn: z.array(expression).optional(),
  properties: z.strictObject({
    mode: z.literal('Incremental'),
    expressionEvaluationOptions: z.strictObject({ scope: z.literal('Inner') }),
    parameters: z.record(z.string(), z.strictObject({ value: expression })),
    template: innerTemplate,
  }),
})
const group = z.strictObject({
  comments: z.string(),
  type: z.literal('Microsoft.Resources/resourceGroups'),
  apiVersion: z.string(),
  name: expression,
  location: expression,
  tags: expression,
  properties: z.strictObject({}),
})
const outerTemplate = z.strictObject({
  $schema: z.literal('https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#'),
  contentVersion: z.literal('1.0.0.0'),
  parameters,
  resources: z.array(z.union([group, deployment])),
})
const parametersFile = z.strictObject({
  $schema: z.literal('https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#'),
  contentVersion: z.literal('1.0.0.0'),
  parameters: z.record(
    z.string(),
    z.strictObject({ value: z.union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.string())]) }),
  ),
})

function arm(plan: readonly Action[]) {
  const files = writeScript('arm', plan, context)
  return {
    template: outerTemplate.parse(JSON.parse(files['enable-cmk.template.json'] ?? '')),
    text: files['enable-cmk.template.json'] ?? '',
    values: parametersFile.parse(JSON.parse(files['enable-cmk.parameters.json'] ?? '')).parameters,
    readme: files['README.txt'] ?? '',
  }
}

const deploymentsIn = ({ resources }: z.infer<typeof outerTemplate>) => resources.flatMap((each) => ('resourceGroup' in each ? [each] : []))

function expressionsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('[') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : []
}

const parametersNamedIn = (value: unknown): readonly string[] =>
  expressionsIn(value).flatMap((each) => [...each.matchAll(/parameters\('(\w+)'\)/g)].map(([, name]) => name ?? ''))

const plans = [
  ...everyPlan,
  [{ ...actions['grant-key-access'], byAccessPolicy: true as const }],
  [{ ...actions['create-key'], throughAzure: true as const }],
]

describe('a plan as an ARM template', () => {
  it('follows the schema, and every parameter it names is declared, given, and of use', () => {
    for (const plan of plans) {
      const { template, values } = arm(plan)
      const declared = Object.keys(template.parameters)
      expect(Object.keys(values)).toEqual(declared)
      for (const [name, { type }] of Object.entries(template.parameters))
        expect(typeof values[name]?.value).toBe({ int: 'number', string: 'string', array: 'object', object: 'object' }[type])
      const outside = template.resources.map((each) =>
        'resourceGroup' in each ? { ...each, properties: { ...each.properties, template: {} } } : each,
      )
      expect(new Set(parametersNamedIn(outside))).toEqual(new Set(declared))
      for (const { properties } of deploymentsIn(template)) {
        const inner = Object.keys(properties.template.parameters)
        expect(Object.keys(properties.parameters)).toEqual(inner)
        const { parameters: _declared, ...used } = properties.template
        expect(new Set(parametersNamedIn(used))).toEqual(new Set(inner))
      }
    }
  })

  it('makes one thing after the other, each waiting for one that is in it', () => {
    const { template } = arm(wholeProcedure())
    const ids = template.resources.map((each) =>
      'resourceGroup' in each ? `'${each.name}'` : `'Microsoft.Resources/resourceGroups', parameters('groupName')`,
    )
    for (const [index, each] of deploymentsIn(template).entries()) expect(each.dependsOn?.join()).toContain(ids[index])
    expect(ids).toHaveLength(7)
  })

  it('makes a vault, a key and a policy as the wizard does', () => {
    const { template, values } = arm(wholeProcedure())
    const [vault, key, policy, identity, access, reader] = deploymentsIn(template).map(({ properties }) => properties.template)
    expect(vault?.resources[0]?.properties).toMatchObject({
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
      networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
    })
    expect(key?.resources[0]).toMatchObject({
      type: 'Microsoft.KeyVault/vaults/keys',
      properties: { kty: 'RSA', keySize: "[parameters('size')]" },
    })
    expect(policy?.resources[0]).toMatchObject({
      type: 'Microsoft.PowerPlatform/enterprisePolicies',
      apiVersion: '2020-10-30',
      kind: 'Encryption',
    })
    expect(identity?.resources).toEqual([])
    expect(access?.resources[0]?.properties).toMatchObject({ principalType: 'ServicePrincipal' })
    expect(reader?.resources[0]?.properties).toMatchObject({ principalType: "[parameters('principalType')]" })
    expect(Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]))).toMatchObject({
      vaultName: NAMES.vault,
      vaultResourceGroup: NAMES.vaultGroup,
      vaultTenantId: TENANT,
      keySize: 3072,
      policyLocation: 'europe',
      policyVaultId: vaultId(SUBSCRIPTION, NAMES.vaultGroup, NAMES.vault),
      keyAccessRoleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
      readerPrincipalType: 'User',
      readerAssignmentName: assignmentName(policyId(SUBSCRIPTION, NAMES.group, NAMES.policy), ADMINISTRATOR, AZURE_ROLES.reader),
    })
  })

  it('is the same text for hostile names: values are in the parameters file alone', () => {
    const harmless = arm(wholeProcedure()).text
    for (const name of HOSTILE) {
      const { text, values } = arm(wholeProcedure(allNamed(name)))
      expect(text).toBe(harmless)
      expect(values['vaultName']?.value).toBe(name)
    }
  })

  it('says what it cannot do, and how that is done', () => {
    const { readme, template } = arm(wholeProcedure())
    expect(deploymentsIn(template)).toHaveLength(6)
    expect(readme).toContain(`az provider register --namespace Microsoft.PowerPlatform --wait --subscription '${SUBSCRIPTION}'`)
    expect(readme).toContain('Make Contoso production a Managed Environment')
    expect(readme).toContain('Add Contoso production to the policy cmk-policy')
    expect(readme).toContain('az deployment sub what-if')
    const only = arm([actions['turn-on-purge-protection']])
    expect(only.template.resources).toEqual([])
    expect(only.readme).toContain(`az rest --method patch --url '${VAULT}?api-version=2026-02-01'`)
    const rotation = arm([actions['set-rotation-policy']]).readme
    expect(rotation).toContain('sets a rotation policy only on a key that it creates. For this key: az keyvault key rotation-policy update')
    const added = arm([{ ...actions['mail-alerts'], groupExists: true as const }])
    expect([added.template.resources, added.readme]).toEqual([[], expect.stringContaining('run the Azure CLI script of this plan')])
  })

  it('cannot reach over two subscriptions', () => {
    const elsewhere = { ...actions['create-resource-group'], subscriptionId: TENANT }
    expect(() => arm([actions['create-vault'], elsewhere])).toThrow(RangeError)
  })

  it('keeps two actions of one kind apart', () => {
    const { values } = arm([actions['create-vault'], actionsFor({ ...NAMES, vault: 'kv-other' })['create-vault']])
    expect(values['vaultName']?.value).toBe('kv-cmk')
    expect(values['vault2Name']?.value).toBe('kv-other')
  })
})

describe('a plan as Bicep', () => {
  const bicep = (plan: readonly Action[]) => writeScript('bicep', plan, context)

  /** Takes strings and comments out. */
  const codeOf = (text: string): string => text.replaceAll(/\/\/[^\n]*|'(?:[^'\\]|\\.)*'/g, (found) => (found.startsWith('//') ? '' : "''"))

  it('gives every parameter once, declares it once and uses it', () => {
    for (const plan of plans) {
      const { 'main.bicep': main = '', 'main.bicepparam': given = '' } = bicep(plan)
      const declared = [...main.matchAll(/^param (\w+) (?:string|int|array|object)$/gm)].map(([, name]) => name ?? '')
      expect([...given.matchAll(/^param (\w+) = /gm)].map(([, name]) => name)).toEqual(declared)
      expect(new Set(declared).size).toBe(declared.length)
      for (const name of declared) expect(codeOf(main).match(new RegExp(`\\b${name}\\b`, 'g'))?.length).toBeGreaterThan(1)
    }
  })

  it('brings every module it names, and gives each exactly the parameters it declares', () => {
    for (const plan of plans) {
      const files = bicep(plan)
      const named = [
        ...(files['main.bicep'] ?? '').matchAll(/^module \w+ '([\w-]+\.bicep)' = \{\n[\s\S]*? {2}params: \{\n([\s\S]*?)\n {2}\}/gm),
      ]
      for (const [, file = '', given = ''] of named) {
        const declared = [...(files[file] ?? '').matchAll(/^param (\w+) /gm)].map(([, name]) => name)
        expect(given.split('\n').map((line) => line.trim().split(':')[0])).toEqual(declared)
      }
      const brought = Object.keys(files).filter((name) => name.endsWith('.bicep') && name !== 'main.bicep')
      expect(new Set(named.map(([, file]) => file))).toEqual(new Set(brought))
    }
  })

  it('is whole and indented by two spaces for each bracket', () => {
    for (const plan of plans) {
      for (const [name, text] of Object.entries(bicep(plan)).filter(([name]) => name.endsWith('.bicep'))) {
        let depth = 0
        for (const line of codeOf(text).split('\n')) {
          if (/^\s*[}\]]/.test(line)) depth -= 1
          if (line.trim() !== '') expect(`${name}: ${line}`).toBe(`${name}: ${'  '.repeat(depth)}${line.trimStart()}`)
          if (/[{[]$/.test(line)) depth += 1
        }
        expect(depth).toBe(0)
        expect(text.endsWith('\n')).toBe(true)
      }
    }
  })

  it('has the same code for hostile names: values are in the parameters file alone', () => {
    const code = (files: ReturnType<typeof bicep>) =>
      Object.entries(files).flatMap(([name, text]) => (name.endsWith('.bicep') ? [codeOf(text)] : []))
    const harmless = code(bicep(wholeProcedure()))
    for (const name of HOSTILE) {
      const files = bicep(wholeProcedure(allNamed(name)))
      expect(code(files)).toEqual(harmless)
      expect(files['main.bicepparam']?.split('\n')).toHaveLength(bicep(wholeProcedure())['main.bicepparam']?.split('\n').length ?? 0)
    }
  })
})
