import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { addKeyPermissions, judgeKeyPermissions } from '#machines/procedure/rights/access-policies.ts'
import { addToAccessPolicy } from '#machines/procedure/rights/commands.ts'
import type { Place } from '#machines/procedure/rights/places.ts'
import { english } from '#test/english.ts'
import { ADMINISTRATOR, IDENTITY, REFUSALS, refused, SUBSCRIPTION, VAULT_ID, vault } from '../../facts.ts'
import { CONTRIBUTOR, may, READER } from './roles.ts'

const judged = (
  accessPolicies: ReturnType<typeof vault>['accessPolicies'],
  permissions: Place['permissions'] = may(READER),
  over: Partial<Parameters<typeof judgeKeyPermissions>[0]> = {},
) =>
  english.all(
    judgeKeyPermissions({
      vault: vault({ roleBasedAccess: false, accessPolicies }),
      account: { objectId: ADMINISTRATOR, userName: 'ada@contoso.example' },
      needed: ['create', 'get'],
      doing: verbatim('create keys'),
      places: [{ id: VAULT_ID, kind: 'vault', name: 'kv-contoso-cmk', absent: false, permissions }],
      ...over,
    }),
  )
const entry = (objectId: string, ...keyPermissions: readonly string[]) => ({ objectId, keyPermissions })

describe('key permissions in a vault with access policies', () => {
  it.each([
    ['both in one entry', [entry(ADMINISTRATOR, 'get', 'create')]],
    ['both in two entries, in other cases', [entry(ADMINISTRATOR.toUpperCase(), 'Get'), entry(ADMINISTRATOR, 'CREATE')]],
    ['all', [entry(ADMINISTRATOR, 'All')]],
  ])('are there by %s', (_, policies) => {
    expect(judged(policies)).toMatchObject({ status: 'pass', title: 'The account can create keys' })
  })

  it('that are missing are named, with who sets them and the command that keeps those the account has', () => {
    const observation = judged([entry(ADMINISTRATOR, 'list', 'get'), entry(IDENTITY, 'get', 'wrapKey')])
    expect(observation).toMatchObject({
      status: 'fail',
      owner: 'key-vault-administrator',
      title: 'The account can’t create keys: the vault’s access policies don’t give it create',
    })
    expect(observation.remedy).toContain('Key Vault Contributor, Contributor, or Owner')
    expect(observation.byHand).toContain(
      addToAccessPolicy({ vault: vault().id, tenantId: vault().tenantId, principalId: ADMINISTRATOR, permissions: ['create'] }),
    )
  })

  it('are a Contributor’s own to add', () => {
    expect(judged([], may(CONTRIBUTOR))).toMatchObject({ status: 'fail', owner: 'you' })
    expect(judged([], refused(REFUSALS.unavailable))).toMatchObject({ status: 'fail', owner: 'key-vault-administrator' })
  })

  it('that others have are not known to be missing: one of them may be a group', () => {
    expect(judged([entry(IDENTITY, 'create', 'get')])).toMatchObject({ status: 'warning', owner: 'you' })
  })

  it('that only a policy’s identity has are missing: it is no group', () => {
    expect(judged([entry(IDENTITY, 'all')], may(READER), { identities: [IDENTITY.toUpperCase()] })).toMatchObject({ status: 'fail' })
    expect(judged([entry(IDENTITY, 'all'), entry(SUBSCRIPTION, 'all')], may(READER), { identities: [IDENTITY] }).status).toBe('warning')
  })

  it('that others have are missing all the same once the vault has turned the account away', () => {
    expect(judged([entry(SUBSCRIPTION, 'create', 'get')], may(READER), { isRefused: true })).toMatchObject({ status: 'fail' })
  })
})

describe('the command that adds key permissions', () => {
  it('names those that the principal needs and lacks: it keeps those it has', () => {
    const existing = vault({ accessPolicies: [entry(IDENTITY, 'Get'), entry(ADMINISTRATOR, 'create')] })
    expect(addKeyPermissions(existing, IDENTITY, ['get', 'wrapKey', 'unwrapKey'])).toContain('"keys":["wrapKey","unwrapKey"]')
    expect(addKeyPermissions(vault({ accessPolicies: [entry(IDENTITY, 'all')] }), IDENTITY, ['get'])).toContain('"keys":[]')
  })
})
