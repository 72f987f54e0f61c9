import { describe, expect } from 'vitest'
import type { Answer } from '#machines/engine/answer.ts'
import { DAY } from '#machines/engine/durations.ts'
import type { PartnerRelationship } from '#machines/procedure/services/services.ts'
import type { IntegrationFacts } from '#machines/procedure/steps/integration/facts.ts'
import { integrationRightsChecks } from '#machines/procedure/steps/integration/rights-checks.ts'
import { absent, account, encrypted, environment, integrationFacts, NOW, ok, REFUSALS, refused, without } from '#test/machines/facts.ts'
import { type Rows, row, walkRows } from '#test/machines/rows.ts'

const check = 'power-platform-administrator'
const DYNAMICS = '44367163-eba1-44c3-98af-f5787879f96a'
const by = (facts: IntegrationFacts, directoryRoles: readonly string[] = []): IntegrationFacts => ({
  ...facts,
  account: { ...account, directoryRoles },
})

const GROUP = '5b3e9f70-41d2-4c86-a9e5-7d0c1f2b6a38'
const inGroup = (permissions: readonly string[]) => environment({ permissions, dataverse: { securityGroupId: GROUP } })

const HOME = '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734'

const relationship = (over: Partial<PartnerRelationship> = {}): PartnerRelationship => ({
  name: 'Fabrikam',
  status: 'active',
  endsAt: NOW + 300 * DAY,
  isExtended: false,
  roleIds: [DYNAMICS],
  ...over,
})
const ofPartner = (relationships: readonly PartnerRelationship[] | Answer<never>): IntegrationFacts => ({
  environments: ok([]),
  account: { ...account, homeTenantId: HOME },
  partnerRelationships: 'ok' in relationships ? relationships : ok(relationships),
})

const unregistered = refused({
  ...REFUSALS.forbidden,
  message: `The service principal with id 'x' for application ${HOME} does not have permission to access the path '/e' in tenant t.`,
})

const rows: Rows<IntegrationFacts> = {
  'account-of-this-tenant': [
    row.warning(
      'the account belongs to another tenant, also before an environment is chosen',
      { environments: ok([]), account: { ...account, homeTenantId: HOME } },
      { seen: [HOME, 'ada@contoso.example', 'Contoso'], id: 'F-108', owner: 'customer' },
    ),
    row.pass('it is a user of this tenant', by(integrationFacts())),
  ],
  'partner-relationship': [
    row.pass('it lasts', ofPartner([relationship()]), { seen: ['Fabrikam', 'Sep 20, 2027'] }),
    row.warning('it ends in days', ofPartner([relationship({ endsAt: NOW + 10 * DAY })]), {
      title: 'ends on Dec 4, 2026',
      id: 'F-118',
      owner: 'customer',
      endsAt: NOW + 10 * DAY,
    }),
    row.pass('it ends in days and is extended then', ofPartner([relationship({ endsAt: NOW + 10 * DAY, isExtended: true })]), {
      seen: 'extended automatically',
    }),
    row.pass(
      'another has the role and lasts, and one has ended',
      ofPartner([
        relationship({ name: 'Old', status: 'terminated' }),
        relationship({ name: 'Other', roleIds: [], isExtended: true }),
        relationship(),
      ]),
      { seen: 'Fabrikam' },
    ),
    row.warning('it has none of the roles', ofPartner([relationship({ roleIds: ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'] })]), {
      title: 'has no Power Platform admin role',
    }),
    row.unknown('none is shown', ofPartner([relationship({ status: 'terminated' })]), { attestable: true }),
    row.unknown('Microsoft Graph doesn’t show them to the sign-in', ofPartner(refused(REFUSALS.forbidden)), {
      seen: 'DelegatedAdminRelationship.Read.All',
      attestable: true,
    }),
    row.warning(
      'it may not be read, and its end was entered by hand, within 30 days',
      { ...ofPartner(refused(REFUSALS.forbidden)), partnerEndsAt: NOW + 29 * DAY },
      { endsAt: NOW + 29 * DAY },
    ),
    row.unknown(
      'it may not be read, and its end was entered by hand, later: its roles are still to be confirmed',
      { ...ofPartner(refused(REFUSALS.forbidden)), partnerEndsAt: NOW + 31 * DAY },
      { attestable: true, endsAt: NOW + 31 * DAY },
    ),
    row.pass('it is read, whatever was entered by hand', { ...ofPartner([relationship()]), partnerEndsAt: NOW + DAY }),
    row.nothing('the account is of this tenant', by(integrationFacts())),
  ],
  [check]: [
    row.nothing('the account is an app that isn’t registered: the finding about the environment says so', {
      ...by(integrationFacts()),
      environment: unregistered,
    }),
    row.pass('a role is in the sign-in', by(integrationFacts(), [DYNAMICS]), { seen: 'Dynamics 365 Administrator' }),
    row.warning('none is', by(integrationFacts()), {
      seen: ['ada@contoso.example', 'no Power Platform admin role'],
      id: 'F-907',
      owner: 'power-platform-administrator',
    }),
    row.warning('none is, and the environment seems not to exist', by(integrationFacts({ environment: absent }))),
    row.warning('none is, and the environment may not be read', by(integrationFacts({ environment: refused(REFUSALS.forbidden) }))),
    row.nothing(
      'the environment could not be read for a reason that is not about rights',
      by(integrationFacts({ environment: refused(REFUSALS.unavailable) })),
    ),
    row.pass(
      'the environment gives the permission: the role came through a group',
      by(integrationFacts({ environment: ok(environment({ permissions: ['ManageProtectionKeys'] })) })),
    ),
    row.nothing('the environment is in a policy already', by(integrationFacts({ environment: ok(encrypted()) }))),
    row.nothing('no environment is chosen', by(without(integrationFacts(), 'environment'))),
    row.nothing('it is unknown who is signed in', integrationFacts()),
    row.nothing(
      'a Dynamics 365 administrator may be missing from the security group, which is said once and elsewhere',
      by(integrationFacts({ environment: absent }), [DYNAMICS]),
    ),
  ],
  'environment-in-sight': [
    row.warning('a Dynamics 365 administrator sees no environment at all', by({ environments: ok([]) }, [DYNAMICS]), {
      seen: 'Dynamics 365 Administrator',
      id: 'F-802',
      remedy: expect.stringContaining('security group'),
    }),
    row.warning(
      'a Dynamics 365 administrator gets the answer that the environment does not exist',
      by(integrationFacts({ environment: absent }), [DYNAMICS]),
      { title: 'security group' },
    ),
    row.warning(
      'the environment does not let a Dynamics 365 administrator manage its keys',
      by(integrationFacts({ environment: ok(inGroup(['ReadEnvironment'])) }), [DYNAMICS]),
      { seen: GROUP },
    ),
    row.pass(
      'a Dynamics 365 administrator is in its group',
      by(integrationFacts({ environment: ok(inGroup(['ManageProtectionKeys'])) }), [DYNAMICS]),
      { seen: GROUP },
    ),
    row.nothing(
      'a Power Platform administrator, who need not be in the group, sees none',
      by({ environments: ok([]) }, [DYNAMICS, '11648597-926c-4cf3-9c36-bcebb0ba8dcc']),
    ),
    row.nothing('there are some, and none is chosen', by({ environments: ok([environment()]) }, [DYNAMICS])),
    row.nothing('no role is in the sign-in', by({ environments: ok([]) })),
    row.nothing('it is unknown who is signed in', { environments: ok([]) }),
  ],
}

describe('the rights of step 1', () => walkRows(integrationRightsChecks, rows))
