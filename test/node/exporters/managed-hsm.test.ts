import { describe, expect, it } from 'vitest'
import type { Action } from '#machines/procedure/action.ts'
import { managedHsmId } from '#machines/procedure/ids.ts'
import { LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { changeOf } from '#node/exporters/changes.ts'
import { quoteForBash, quoteForPowerShell } from '#node/exporters/quoting.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { allNamed, context, HOSTILE, inHsm, NAMES } from './samples.ts'

const { create, grant, rotate } = inHsm()
const ROLE = LOCAL_ROLES['crypto-service-encryption-user']

const bash = (...plan: readonly Action[]): string => writeScript('azure-cli', plan, context)['enable-cmk.sh'] ?? ''
const powerShell = (...plan: readonly Action[]): string => writeScript('powershell', plan, context)['enable-cmk.ps1'] ?? ''
const terraform = (...plan: readonly Action[]): string => writeScript('terraform', plan, context)['main.tf'] ?? ''
const called = NAMES.vault
const HSM = managedHsmId(create.subscriptionId, NAMES.vaultGroup, called)

describe('a Managed HSM in a script for Azure CLI', () => {
  it('is read by its name, and its key made in hardware where it isn’t there', () => {
    const script = bash(create)
    expect(script).toContain(`hsm_key '${HSM}' '${NAMES.key}' '3072'`)
    expect(script).toContain('must rest --method=get --url="$1?api-version=2026-02-01" --query=properties.hsmUri')
    expect(script).toContain('must keyvault key create --id="$HSM/keys/$2" --kty=RSA-HSM --size="$3"')
    expect(script).not.toContain('properties.vaultUri')
  })

  it('gives its own role to the policy’s identity, at all keys, and looks for it first', () => {
    const script = bash(grant)
    expect(script).toContain(`hsm_access '/subscriptions/`)
    expect(script).toContain('must keyvault role assignment list --id="$HSM"')
    expect(script).toContain(`--role=${ROLE} --scope=/keys`)
    expect(script).toContain(LOCAL_ROLES['crypto-user'])
    expect(script).not.toContain('has_role')
  })

  it('gets a new version of the key unless there is one already', () => {
    expect(bash(rotate)).toContain(`hsm_rotation '${HSM}'`)
  })
})

describe('a Managed HSM in a script for PowerShell', () => {
  it('is called by its name in every command', () => {
    const script = powerShell(create, grant, rotate)
    const [hsm, key] = [quoteForPowerShell(called), quoteForPowerShell(NAMES.key)]
    expect(script).toContain(`{ Test-HsmKey ${hsm} ${key} }`)
    expect(script).toContain(`{ New-HsmKey ${hsm} ${key} '3072' }`)
    expect(script).toContain(`Test-HsmRotation ${hsm} ${key}`)
    expect(script).toContain("New-AzKeyVaultRoleAssignment -HsmName $Hsm -RoleDefinitionName 'Managed HSM Crypto Service Encryption User'")
    expect(script).toContain('#Requires -Modules Az.Accounts, Az.KeyVault')
    expect(script).not.toContain('-VaultName')
  })
})

describe('a Managed HSM in Terraform', () => {
  it('is read, and holds a key and a role assignment of its own kinds', () => {
    const text = terraform(create, grant)
    for (const line of [
      'data "azurerm_key_vault_managed_hardware_security_module" "key_hsm"',
      'resource "azurerm_key_vault_managed_hardware_security_module_key" "key"',
      'key_type       = "RSA-HSM"',
      'resource "azurerm_key_vault_managed_hardware_security_module_role_assignment" "key_access"',
      'scope              = "/keys"',
      'role_definition_id = data.azurerm_key_vault_managed_hardware_security_module_role_definition.key_access.resource_manager_id',
    ])
      expect(text).toContain(line)
    expect(text).not.toContain('azurerm_key_vault_key"')
    expect(text).not.toContain('"azurerm_role_assignment"')
  })
})

describe('a Managed HSM in templates', () => {
  it.each(['arm', 'bicep'] as const)('is left to the other scripts, by title: %s', (language) => {
    const text = Object.values(writeScript(language, [create, grant], context)).join('\n')
    for (const action of [create, grant]) expect(text).toContain(changeOf(action).title)
    expect(text).not.toMatch(/kty|roleAssignments/)
  })
})

describe('hostile names of a Managed HSM', () => {
  const harmless = HOSTILE.filter((name) => !name.includes('\n') && !name.startsWith('@'))

  it.each(harmless)('are one quoted word: %s', (name) => {
    const action = inHsm({ ...allNamed(name), key: 'key' }).create
    expect(bash(action)).toContain(`/managedHSMs/${quoteForBash(encodeURIComponent(name)).slice(1)} 'key' '3072'`)
    expect(powerShell(action)).toContain(`{ Test-HsmKey ${quoteForPowerShell(name)} 'key' }`)
  })
})
