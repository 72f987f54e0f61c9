import { describe, expect, it } from 'vitest'
import { type Holder, type RolesAt, type WhoCanFacts, whoCan } from '#machines/procedure/operations/protect/who-can.ts'
import type { Lock, Permission, RoleDefinition, RoleHolder } from '#machines/procedure/services/services.ts'
import { ADMINISTRATOR, IDENTITY, POLICY_ID, SUBSCRIPTION, VAULT_ID, vault } from '../../facts.ts'

const PEOPLE = { kim: ADMINISTRATOR, carl: 'f629bc37-80a4-4fdb-a152-6d7e8f90a1b2', group: '0a1b2c3d-0000-4000-8000-000000000001' }
const SUBSCRIPTION_SCOPE = `/subscriptions/${SUBSCRIPTION}`
const GROUP_SCOPE = `${SUBSCRIPTION_SCOPE}/resourceGroups/rg-contoso-cmk`

const permission = (over: Partial<Permission>): Permission => ({
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  ...over,
})
const role = (id: string, ...permissions: readonly Permission[]): RoleDefinition => ({ id, name: `The ${id}`, permissions })
const definitions = [
  role('owner', permission({ actions: ['*'] })),
  role('contributor', permission({ actions: ['*'], notActions: ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/*/Delete'] })),
  role('reader', permission({ actions: ['*/read'] })),
  role('locks', permission({ actions: ['Microsoft.Authorization/locks/*'] })),
  role('officer', permission({ dataActions: ['Microsoft.KeyVault/vaults/keys/*'] })),
  role('user', permission({ dataActions: ['Microsoft.KeyVault/vaults/keys/read', 'Microsoft.KeyVault/vaults/keys/wrap/action'] })),
  role('updates', permission({ dataActions: ['Microsoft.KeyVault/vaults/keys/update/action'], condition: '@Request' })),
]

const given = (over: Partial<RoleHolder> = {}): RoleHolder => ({
  roleId: 'owner',
  principalId: PEOPLE.kim,
  principalType: 'User',
  scope: SUBSCRIPTION_SCOPE,
  ...over,
})
const none: RolesAt = { active: [], eligible: [] }
const facts = (over: Partial<WhoCanFacts> = {}): WhoCanFacts => ({
  vault: vault(),
  policyId: POLICY_ID,
  atVault: none,
  atPolicy: none,
  definitions,
  ...over,
})
const active = (...roles: readonly RoleHolder[]): RolesAt => ({ active: roles, eligible: [] })
const holdingsOf = (holders: readonly Holder[]) => holders.map(({ principalType, holdings }) => [principalType, ...holdings])

describe('who can take the key away', () => {
  it('is anyone who may delete or change the vault, with the role and where it was given', () => {
    expect(whoCan(facts({ atVault: active(given({ roleId: 'contributor', scope: GROUP_SCOPE })) }))).toEqual([
      {
        principalId: PEOPLE.kim,
        principalType: 'person',
        holdings: [{ deeds: ['delete-vault', 'change-vault'], role: 'The contributor', place: 'group', kind: 'active' }],
      },
    ])
  })

  it('is anyone who may delete or disable keys, but no one who only uses or reads them', () => {
    const roles = ['officer', 'user', 'reader'].map((roleId) => given({ roleId, principalId: roleId, scope: VAULT_ID }))
    expect(whoCan(facts({ atVault: active(...roles) })).map(({ principalId, holdings }) => [principalId, ...holdings])).toEqual([
      ['officer', { deeds: ['disable-key', 'delete-key'], role: 'The officer', place: 'own', kind: 'active' }],
    ])
  })

  it('counts purging only where nothing protects against it', () => {
    const at = active(given({ roleId: 'officer', scope: VAULT_ID }))
    expect(whoCan(facts({ vault: vault({ purgeProtection: false }), atVault: at }))[0]?.holdings[0]?.deeds).toContain('purge-key')
    expect(whoCan(facts({ atVault: at }))[0]?.holdings[0]?.deeds).not.toContain('purge-key')
  })

  describe('under a lock', () => {
    const lock = (level: string, scope = VAULT_ID): Lock => ({ id: `${scope}/l`, name: 'l', scope, level })
    const deedsOf = (locks: readonly Lock[], ...roles: readonly RoleHolder[]) =>
      whoCan(facts({ atVault: { ...active(...roles), locks } })).flatMap(({ holdings }) => holdings.flatMap(({ deeds }) => deeds))

    it.each<[string, readonly Lock[], RoleHolder, readonly string[]]>([
      ['no lock is set', [], given({ roleId: 'contributor' }), ['delete-vault', 'change-vault']],
      ['it forbids deleting', [lock('CanNotDelete')], given({ roleId: 'contributor' }), ['change-vault']],
      ['it is set above', [lock('CanNotDelete', GROUP_SCOPE)], given({ roleId: 'contributor' }), ['change-vault']],
      ['it allows only reading', [lock('ReadOnly')], given({ roleId: 'contributor' }), []],
      ['no document knows its level', [lock('Other')], given({ roleId: 'contributor' }), ['delete-vault', 'change-vault']],
      [
        'the account can remove it first',
        [lock('CanNotDelete', GROUP_SCOPE)],
        given(),
        ['remove-lock', 'delete-vault', 'change-vault', 'change-access'],
      ],
      [
        'the role doesn’t reach up to it',
        [lock('CanNotDelete', GROUP_SCOPE)],
        given({ scope: VAULT_ID }),
        ['change-vault', 'change-access'],
      ],
      [
        'a management group’s role removes it',
        [lock('ReadOnly', SUBSCRIPTION_SCOPE)],
        given({ scope: '/providers/Microsoft.Management/managementGroups/root' }),
        ['remove-lock', 'delete-vault', 'change-vault', 'change-access'],
      ],
    ])('a role lets its holder do what is left where %s', (_, locks, assignment, deeds) => {
      expect(deedsOf(locks, assignment)).toEqual(deeds)
    })

    it('two roles of one holder work together, and those of two holders don’t', () => {
      const locks = [lock('CanNotDelete')]
      const contributor = given({ roleId: 'contributor' })
      expect(deedsOf(locks, contributor, given({ roleId: 'locks' }))).toContain('delete-vault')
      expect(deedsOf(locks, contributor, given({ roleId: 'locks', principalId: PEOPLE.carl }))).toEqual(['change-vault'])
    })
  })

  it('says one thing once, where vault and policy tell of the same role', () => {
    const owner = given()
    expect(holdingsOf(whoCan(facts({ atVault: active(owner), atPolicy: active(owner) })))).toEqual([
      [
        'person',
        {
          deeds: ['delete-vault', 'change-vault', 'delete-policy', 'change-access'],
          role: 'The owner',
          place: 'subscription',
          kind: 'active',
        },
      ],
    ])
  })

  it('tells who must activate a role first, and who has one under a condition', () => {
    const holders = whoCan(
      facts({
        atVault: {
          active: [
            given({ roleId: 'officer', principalId: PEOPLE.group, principalType: 'Group', condition: '@Resource' }),
            given({ roleId: 'updates' }),
          ],
          eligible: [{ ...given({ roleId: 'officer', principalId: PEOPLE.carl }), name: 'Carl' }],
        },
      }),
    )
    expect(holders.map(({ principalType, name, holdings }) => [principalType, name, holdings[0]?.kind])).toEqual([
      ['person', undefined, 'conditional'],
      ['person', 'Carl', 'eligible'],
      ['group', undefined, 'conditional'],
    ])
  })

  it('goes by access policies for the keys of a vault that has them, whatever roles say', () => {
    const withPolicies = vault({
      roleBasedAccess: false,
      accessPolicies: [
        { objectId: PEOPLE.kim, keyPermissions: ['Get', 'All'] },
        { objectId: IDENTITY, keyPermissions: ['get', 'wrapKey', 'unwrapKey'] },
      ],
    })
    const at = active(given({ roleId: 'officer', principalId: PEOPLE.carl, scope: VAULT_ID }))
    expect(holdingsOf(whoCan(facts({ vault: withPolicies, atVault: at })))).toEqual([
      ['unknown', { deeds: ['disable-key', 'delete-key'], place: 'own', kind: 'active' }],
    ])
  })

  it('knows from a role what kind of principal an access policy is for', () => {
    const withPolicies = vault({
      roleBasedAccess: false,
      accessPolicies: [{ objectId: PEOPLE.kim.toUpperCase(), keyPermissions: ['delete'] }],
    })
    const [kim, ...others] = whoCan(facts({ vault: withPolicies, atVault: active(given()) }))
    expect(others).toEqual([])
    expect(kim).toMatchObject({ principalType: 'person' })
    expect(kim?.holdings).toHaveLength(2)
  })

  it('leaves the keys of a Managed HSM to its own roles', () => {
    const hsm = vault({ id: VAULT_ID.replace('/vaults/', '/managedHSMs/'), managedHsm: { activation: 'Active' } })
    const roles = active(given({ roleId: 'officer', principalId: PEOPLE.carl }), given({ roleId: 'contributor' }))
    expect(whoCan(facts({ vault: hsm, atVault: roles })).map(({ principalId }) => principalId)).toEqual([PEOPLE.kim])
  })

  it('tells nothing of a role whose definition was not read', () => {
    expect(whoCan(facts({ atVault: active(given({ roleId: 'unheard-of' })) }))).toEqual([])
  })
})
