import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { type Demand, judgeDemand } from '#machines/procedure/rights/demand.ts'
import { GIVES_ROLES } from '#machines/procedure/rights/permissions.ts'
import type { Place, Places } from '#machines/procedure/rights/places.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { english } from '#test/english.ts'
import { ADMINISTRATOR, absent, REASONS, REFUSALS, refused, VAULT_ID } from '../../facts.ts'
import { ACCESS_ADMINISTRATOR, CONDITION, CONTRIBUTOR, CRYPTO_OFFICER, may, OWNER, READER } from './roles.ts'

const vault = (permissions?: Place['permissions'], isAbsent = false): Place => ({
  id: VAULT_ID,
  kind: 'vault',
  name: 'kv-contoso-cmk',
  absent: isAbsent,
  ...(permissions ? { permissions } : {}),
})
const GROUP: Place = {
  id: '/subscriptions/s/resourceGroups/g',
  kind: 'resourceGroup',
  name: 'g',
  absent: false,
  permissions: may(CONTRIBUTOR),
}
const places = (permissions?: Place['permissions']): Places => [vault(permissions)]

const givingRoles = (where: Places, over: Partial<Demand> = {}): Demand => ({
  doing: verbatim('assign roles on the key vault kv-contoso-cmk'),
  rights: [GIVES_ROLES],
  places: where,
  roleToGive: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
  account: { objectId: ADMINISTRATOR, userName: 'ada@contoso.example' },
  ...over,
})
const usingKeys = (where: Places): Demand => ({
  doing: verbatim('create keys in the key vault kv-contoso-cmk'),
  rights: [{ plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/create/action' }],
  places: where,
  account: { objectId: ADMINISTRATOR, userName: 'ada@contoso.example' },
})

const judged = (demand: Demand) => english.all(judgeDemand(demand))

describe('a demand', () => {
  it('is a pass by the pattern that gives it', () => {
    expect(judged(givingRoles(places(may(CONTRIBUTOR, ACCESS_ADMINISTRATOR))))).toEqual({
      status: 'pass',
      title: 'The account can assign roles on the key vault kv-contoso-cmk',
      seen: `At ${VAULT_ID}: Microsoft.Authorization/* allows Microsoft.Authorization/roleAssignments/write.`,
    })
  })

  it('that Contributor does not meet names what is missing, where, who gives it and by which command', () => {
    const observation = judged(givingRoles(places(may(CONTRIBUTOR, READER))))
    expect(observation).toMatchObject({
      status: 'fail',
      title: 'The Contributor role can’t assign roles on the key vault kv-contoso-cmk',
      owner: 'key-vault-administrator',
      seen: `At ${VAULT_ID}: None of the account’s 2 roles allow Microsoft.Authorization/roleAssignments/write. A role that allows * excludes it with Microsoft.Authorization/*/Write.`,
    })
    expect(observation?.remedy).toContain(
      'Ask for Key Vault Data Access Administrator on the key vault kv-contoso-cmk. User Access Administrator, Role Based Access Control Administrator, or Owner can assign it',
    )
    expect(observation?.byHand).toContain(
      `az role assignment create --assignee-object-id '${ADMINISTRATOR}' --role 'Key Vault Data Access Administrator' --scope '${VAULT_ID}'`,
    )
    // No action of the plan gives the account a right.
    expect(observation?.putRightBy).toBeUndefined()
  })

  it('speaks of Contributor only to those who look like it', () => {
    expect(judged(givingRoles(places(may(READER))))?.title).toBe('The account can’t assign roles on the key vault kv-contoso-cmk')
    expect(judged(givingRoles(places(may())))?.seen).toContain('the account has no role here')
  })

  it('of a person who may assign roles can be met by them: Owner opens no vault, but may grant herself access', () => {
    const observation = judged(usingKeys(places(may(OWNER))))
    expect(observation).toMatchObject({
      status: 'fail',
      owner: 'you',
      title: 'The account can’t create keys in the key vault kv-contoso-cmk',
    })
    expect(observation?.remedy).toContain('including to itself: assign it Key Vault Crypto Officer there')
    expect(observation?.byHand).toContain(
      `az role assignment create --assignee-object-id '${ADMINISTRATOR}' --role 'Key Vault Crypto Officer' --scope '${VAULT_ID}'`,
    )
    expect(judged(usingKeys(places(may(OWNER, CRYPTO_OFFICER))))?.status).toBe('pass')
  })

  it('of a partner’s account asks no one to assign it a role: it has no user object there', () => {
    const account = { objectId: ADMINISTRATOR, userName: 'petra@fabrikam.example', elsewhere: true } as const
    const observation = judged({ ...usingKeys(places(may(OWNER))), account, instead: verbatim('az keyvault key create') })
    expect(observation).toMatchObject({ status: 'fail', owner: 'customer' })
    expect(observation?.remedy).toContain('Hand over this step to the customer')
    expect(observation?.byHand).toEqual(['Or ask someone who already has this right to make the change:', 'az keyvault key create'])
  })

  it('at a place that is yet to be created asks for the role above it, and says that it is inherited', () => {
    const observation = judged(givingRoles([vault(absent, true), GROUP]))
    expect(observation?.remedy).toContain('The key vault kv-contoso-cmk doesn’t exist yet and will inherit it.')
    expect(observation?.byHand?.find((line) => line.startsWith('az '))).toContain(`--scope '${GROUP.id}'`)
  })

  it('offers the change itself to a person who has the right already', () => {
    const instead = 'az provider register'
    expect(judged(givingRoles(places(may(CONTRIBUTOR)), { instead: verbatim(instead) }))?.byHand?.at(-1)).toBe(instead)
    expect(judged(givingRoles(places(may(CONTRIBUTOR))))?.byHand?.filter((line) => line.startsWith('az '))).toHaveLength(1)
  })

  it.each(REASONS)('is a warning with the service’s error, and never blocks, where the rights could not be read: %s', (reason) => {
    const observation = judged(givingRoles(places(refused(REFUSALS[reason]))))
    expect(observation).toMatchObject({
      status: 'warning',
      refusal: REFUSALS[reason],
      title: expect.stringContaining('It’s unknown whether'),
    })
    expect(observation?.seen).toContain(REFUSALS[reason].message)
  })

  it('met only under a condition is a warning that shows the condition and no other role’s', () => {
    const roles = [
      { ...ACCESS_ADMINISTRATOR, condition: CONDITION },
      { ...READER, condition: 'of another role' },
    ]
    const observation = judged(givingRoles(places(may(...roles))))
    expect(observation).toMatchObject({ status: 'warning', title: expect.stringContaining('only under a condition') })
    expect(observation?.seen).toContain(CONDITION)
    expect(observation?.seen).not.toContain('of another role')
  })

  it('is not checked where it was not requested', () => {
    expect(judged(givingRoles(places()))).toBeUndefined()
  })
})
