import { describe, expect, it } from 'vitest'
import { ASKED_FOR, rolesThatGive, rolesThatMayGive } from '#machines/procedure/rights/azure-roles.ts'
import { GIVES_ROLES, gives, type Right } from '#machines/procedure/rights/permissions.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { ROLES } from '#node/practice/rights.ts'

const manage = (action: string): Right => ({ plane: 'management', action })
const REGISTER = manage('Microsoft.PowerPlatform/register/action')
const WRITE_GROUP = manage('Microsoft.Resources/subscriptions/resourceGroups/write')
const WRITE_VAULT = manage('Microsoft.KeyVault/vaults/write')
const WRITE_POLICY = manage('Microsoft.PowerPlatform/enterprisePolicies/write')
const CREATE_KEY: Right = { plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/create/action' }
const READ_KEY: Right = { plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/read' }
const ALL = [REGISTER, WRITE_GROUP, WRITE_VAULT, WRITE_POLICY, CREATE_KEY, READ_KEY, GIVES_ROLES]

const names = (roles: readonly { readonly name: string }[]) => roles.map(({ name }) => name)

describe('the roles that give a right', () => {
  it.each([
    [[REGISTER], undefined, ['Contributor', 'Owner']],
    [[WRITE_GROUP], undefined, ['Contributor', 'Owner']],
    [[WRITE_VAULT], undefined, ['Key Vault Contributor', 'Contributor', 'Owner']],
    [[WRITE_POLICY], undefined, ['Contributor', 'Owner']],
    [[CREATE_KEY, READ_KEY], undefined, ['Key Vault Crypto Officer', 'Key Vault Administrator']],
    [
      [GIVES_ROLES],
      AZURE_ROLES['key-vault-crypto-service-encryption-user'],
      ['Key Vault Data Access Administrator', 'User Access Administrator', 'Role Based Access Control Administrator', 'Owner'],
    ],
    // The one for Key Vault's data may give no other roles.
    [[GIVES_ROLES], AZURE_ROLES.reader, ['User Access Administrator', 'Role Based Access Control Administrator', 'Owner']],
  ] as const)('%j for %s', (rights, roleToGive, expected) => {
    expect(names(rolesThatGive(rights, roleToGive))).toEqual(expected)
  })
})

describe('the roles whose holders may give a role', () => {
  it('are the three that give access, and for the data roles of Key Vault their own', () => {
    const three = ['User Access Administrator', 'Role Based Access Control Administrator', 'Owner']
    expect(names(rolesThatMayGive(AZURE_ROLES.contributor))).toEqual(three)
    expect(names(rolesThatMayGive(AZURE_ROLES['key-vault-crypto-officer']))).toEqual(['Key Vault Data Access Administrator', ...three])
  })
})

describe('the table of roles', () => {
  it.each(ASKED_FOR.map((role) => [role.name, role] as const))('says of %s what the practice tenant’s own table says', (name, role) => {
    const theirs = ROLES.find(({ roleName }) => roleName === name)
    expect(theirs?.id).toBe(role.id)
    expect(ALL.filter((right) => gives(role.permission, right))).toEqual(
      ALL.filter((right) => theirs && gives({ ...theirs, notDataActions: [] }, right)),
    )
    for (const id of role.givesOnly ?? []) expect(theirs?.assigns).toContain(id)
  })
})
