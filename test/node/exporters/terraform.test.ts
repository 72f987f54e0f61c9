import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Action, ActionKind } from '#machines/procedure/action.ts'
import { LOCK_NAME } from '#machines/procedure/actions/create-lock/lock.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { changeOf } from '#node/exporters/changes.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { assignmentName } from '#node/services/azure/assignment-name.ts'
import { NAMESPACE_ID } from '#node/services/azure/guid.ts'
import {
  ADMINISTRATOR,
  actions,
  actionsFor,
  allNamed,
  context,
  ENVIRONMENT,
  everyPlan,
  HOSTILE,
  KEY_ACCESS,
  NAMES,
  POLICY,
  VAULT,
  wholeProcedure,
} from './samples.ts'

const written = (plan: readonly Action[], more = {}): string => writeScript('terraform', plan, { ...context, ...more })['main.tf'] ?? ''

/** Takes strings and comments out: what is left is code. */
const codeOf = (text: string): string => text.replaceAll(/"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, (found) => (found.startsWith('#') ? '' : '""'))

function blockIn(text: string, head: string): string {
  const start = text.indexOf(`${head} {`)
  expect(start, head).toBeGreaterThan(-1)
  return text.slice(start, text.indexOf('\n}', start) + 2).replaceAll(/ +=/g, ' =')
}

/** Empty: Terraform can't do it. */
const EXPECTED: Readonly<Record<ActionKind, readonly [] | readonly [head: string, ...lines: string[]]>> = {
  'register-provider': ['resource "azurerm_resource_provider_registration" "power_platform"', 'name = "Microsoft.PowerPlatform"'],
  'create-resource-group': [
    'resource "azurerm_resource_group" "group"',
    'name = "rg-cmk"',
    'location = "westeurope"',
    '"cost center" = "rg-cmk"',
  ],
  'create-vault': [
    'resource "azapi_resource" "vault"',
    'type = "Microsoft.KeyVault/vaults@2026-02-01"',
    'name = "kv-cmk"',
    `parent_id = "${VAULT.slice(0, VAULT.indexOf('/providers/'))}"`,
    'softDeleteRetentionInDays = 90',
    'enablePurgeProtection = true',
    'enableRbacAuthorization = true',
    'accessPolicies = []',
    'bypass = "AzureServices"',
    'prevent_destroy = true',
  ],
  'turn-on-purge-protection': [
    'resource "azapi_resource_action" "purge_protection"',
    `resource_id = "${VAULT}"`,
    'method = "PATCH"',
    'enablePurgeProtection = true',
  ],
  'create-key': [
    'resource "azapi_resource" "key"',
    'type = "Microsoft.KeyVault/vaults/keys@2026-02-01"',
    `parent_id = "${VAULT}"`,
    'kty = "RSA"',
    'keySize = 3072',
    'prevent_destroy = true',
  ],
  'create-policy': [
    'resource "azapi_resource" "policy"',
    'type = "Microsoft.PowerPlatform/enterprisePolicies@2020-10-30"',
    'location = "europe"',
    'kind = "Encryption"',
    'type = "SystemAssigned"',
    `id = "${VAULT}"`,
    'name = "cmk-key"',
    'prevent_destroy = true',
  ],
  'grant-key-access': [
    'resource "azurerm_role_assignment" "key_access"',
    `name = uuidv5("${NAMESPACE_ID}", join("\\n", ["${VAULT.slice(1).toLowerCase()}", lower(data.azapi_resource.policy_identity.output.identity.principalId), "${KEY_ACCESS}"]))`,
    `scope = "${VAULT}"`,
    'principal_type = "ServicePrincipal"',
  ],
  'grant-reader': [
    'resource "azurerm_role_assignment" "reader"',
    `name = "${assignmentName(POLICY, ADMINISTRATOR, AZURE_ROLES.reader)}"`,
    `scope = "${POLICY}"`,
    `principal_id = "${ADMINISTRATOR}"`,
  ],
  'send-audit-log': [
    'resource "azurerm_monitor_diagnostic_setting" "audit_log"',
    `target_resource_id = "${VAULT}"`,
    'category = "AuditEvent"',
  ],
  'mail-alerts': [
    'resource "azurerm_monitor_action_group" "alerts"',
    `resource_group_name = "${NAMES.vaultGroup}"`,
    'short_name = "cmk-expiry"',
    `email_address = "${actions['mail-alerts'].emails[0]}"`,
  ],
  'alert-near-expiry': [
    'resource "azapi_resource" "near_expiry"',
    `parent_id = "${VAULT}"`,
    'endpointType = "MonitorAlert"',
    'includedEventTypes = ["Microsoft.KeyVault.KeyNearExpiry"]',
  ],
  'create-lock': [
    'resource "azurerm_management_lock" "lock"',
    `name = "${LOCK_NAME}"`,
    `scope = "${VAULT}"`,
    'lock_level = "CanNotDelete"',
  ],
  'enable-managed-environment': ['resource "powerplatform_managed_environment" "environment"', `environment_id = "${ENVIRONMENT}"`],
  'link-environment': [
    'resource "powerplatform_enterprise_policy" "environment"',
    `environment_id = "${ENVIRONMENT}"`,
    'policy_type = "Encryption"',
    'system_id = data.azapi_resource.policy_system_id.output.properties.systemId',
    'create = "96h"',
  ],
  'rotate-key': [],
  'set-rotation-policy': [],
  'unlink-environment': [],
}

describe('an action as Terraform', () => {
  for (const action of Object.values(actions)) {
    it(`is a resource that says what is wanted, or is named as left: ${action.kind}`, () => {
      const [head, ...lines] = EXPECTED[action.kind]
      const text = written([action])
      if (head === undefined) {
        expect(text).toContain('# Not in this file, because Terraform cannot do it.')
        expect(text).toContain(`#   - ${changeOf(action).title}`)
        if (action.kind === 'set-rotation-policy')
          expect(text).toMatch(
            /^# +Terraform sets a rotation policy only on a key that it creates\. For this key: az keyvault key rotation-policy update/m,
          )
        return
      }
      const block = blockIn(text, head)
      for (const line of lines) expect(block).toContain(line)
    })
  }

  it('creates a key through Azure Resource Manager, wherever the vault lets this computer in or not', () => {
    const of = (throughAzure: boolean) => codeOf(written([{ ...actions['create-key'], ...(throughAzure ? { throughAzure } : {}) }]))
    expect(of(true)).toBe(of(false))
  })

  it('adds to the access policies of a vault that has no roles', () => {
    const text = written([{ ...actions['grant-key-access'], byAccessPolicy: true }])
    const block = blockIn(text, 'resource "azapi_resource_action" "key_access"')
    for (const line of [
      'type = "Microsoft.KeyVault/vaults@2026-02-01"',
      'action = "accessPolicies/add"',
      'method = "PUT"',
      'objectId = data.azapi_resource.policy_identity.output.identity.principalId',
      'keys = ["get", "wrapKey", "unwrapKey"]',
    ])
      expect(block).toContain(line)
    expect(text).not.toContain('azurerm')
  })
})

describe('a plan as Terraform', () => {
  it('refers to nothing that it does not hold', () => {
    for (const plan of everyPlan) {
      const text = written(plan)
      const held = new Set(
        [...text.matchAll(/^(resource|data) "(\w+)" "(\w+)"/gm)].map(
          ([, type, kind, name]) => `${type === 'data' ? 'data.' : ''}${kind}.${name}`,
        ),
      )
      const named = [...codeOf(text).matchAll(/(?<![\w.])((?:data\.)?(?:azurerm|azapi|powerplatform|time)_\w+\.\w+)/g)].map(
        ([, reference]) => reference ?? '',
      )
      expect(held).toEqual(new Set([...held, ...named]))
    }
  })

  it('asks for every provider that it uses, and for no other', () => {
    for (const plan of everyPlan) {
      const text = written(plan)
      const used = new Set([...text.matchAll(/^(?:resource|data) "([a-z]+)_/gm)].map(([, provider]) => provider))
      const asked = new Set([...text.matchAll(/^ {4}(\w+) = \{\n {6}source/gm)].map(([, provider]) => provider))
      expect(asked).toEqual(used)
    }
  })

  it('makes one thing after the other: each waits, directly or through what it reads, for the one before', () => {
    const text = written(wholeProcedure())
    const blocks = text
      .split('\n\n')
      .flatMap((block) => [...block.matchAll(/^(?:resource|data) "(\w+)" "(\w+)" \{/gm)].map(([, type, name]) => `${type}.${name}`))
    for (const [index, address] of blocks.entries()) {
      const before = blocks[index - 1]
      const body = text.slice(text.indexOf(`"${address.split('.').join('" "')}" {`))
      if (before !== undefined) expect(body.slice(0, body.indexOf('\n}'))).toContain(before)
    }
    expect(blocks).toHaveLength(9 + 4)
  })

  it('waits until new access counts before it adds the environment', () => {
    const text = written(wholeProcedure())
    expect(blockIn(text, 'resource "time_sleep" "access_counts"')).toContain('create_duration = "300s"')
    expect(text.indexOf('"access_counts" {')).toBeLessThan(text.indexOf('resource "powerplatform_enterprise_policy"'))
  })

  it('is laid out as terraform fmt does: two spaces for each bracket, equals signs of neighbours below each other', () => {
    for (const plan of everyPlan) {
      let depth = 0
      let before = ''
      for (const line of codeOf(written(plan)).split('\n')) {
        if (/^\s*[}\]]/.test(line)) depth -= 1
        if (line.trim() !== '') expect(line).toBe(`${'  '.repeat(depth)}${line.trimStart()}`)
        const single = /^ *\w+ += [^{]/
        if (single.test(line) && single.test(before)) expect(line.indexOf('=')).toBe(before.indexOf('='))
        before = line
        if (line.endsWith('{')) depth += 1
      }
      expect(depth).toBe(0)
    }
  })

  it('has the same code for hostile names: names are nothing but strings', () => {
    const harmless = codeOf(written(wholeProcedure()))
    for (const name of HOSTILE) {
      const names = allNamed(name)
      const text = written(wholeProcedure(names))
      expect(codeOf(text)).toBe(harmless)
      expect(text).not.toMatch(/^[^#]*"(?:[^"\\\n]|\\.)*[$%]\{/m)
      expect(codeOf(written([actionsFor(names)['turn-on-purge-protection']]))).toBe(codeOf(written([actions['turn-on-purge-protection']])))
    }
  })

  it('names the cloud where it is not the public one', () => {
    expect(written(wholeProcedure())).not.toMatch(/^ {2}(?:environment|cloud) +=/m)
    const high = written(wholeProcedure(), { cloud: CLOUDS['gcc-high'] })
    expect(high.match(/environment +=\s"usgovernment"/g)).toHaveLength(2)
    expect(high).toContain('= "gcchigh"')
    const custom = written(wholeProcedure(), { cloud: { ...CLOUDS.commercial, id: 'rehearsal' } })
    expect(custom).toContain('# Terraform has no name for this cloud')
  })
})
