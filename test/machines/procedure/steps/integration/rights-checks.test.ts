import { describe, expect } from 'vitest'
import type { Answer } from '../../../../../machines/engine/answer.ts'
import { DAY } from '../../../../../machines/engine/durations.ts'
import type { PartnerRelationship } from '../../../../../machines/procedure/services.ts'
import type { IntegrationFacts } from '../../../../../machines/procedure/steps/integration/facts.ts'
import { integrationRightsChecks } from '../../../../../machines/procedure/steps/integration/rights-checks.ts'
import { absent, account, encrypted, environment, integrationFacts, NOW, ok, REFUSALS, refused, without } from '../../../facts.ts'
import { type Row, walkRows } from '../../../rows.ts'

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
  ...{ name: 'Fabrikam', status: 'active', endsAt: NOW + 300 * DAY, isExtended: false, roleIds: [DYNAMICS] },
  ...over,
})
const ofPartner = (relationships: readonly PartnerRelationship[] | Answer<never>): IntegrationFacts => ({
  ...{ environments: ok([]), account: { ...account, homeTenantId: HOME } },
  partnerRelationships: 'ok' in relationships ? relationships : ok(relationships),
})

const rows: readonly Row<IntegrationFacts>[] = [
  {
    check: 'account-of-this-tenant',
    when: 'the account belongs to another tenant, also before an environment is chosen',
    facts: { environments: ok([]), account: { ...account, homeTenantId: HOME } },
    gives: 'warning',
    seen: [HOME, 'ada@contoso.example', 'Contoso'],
    with: { id: 'F-108', owner: 'customer' },
  },
  {
    check: 'account-of-this-tenant',
    when: 'it is a user of this tenant',
    facts: by(integrationFacts()),
    gives: 'pass',
  },
  {
    check: 'partner-relationship',
    when: 'it lasts',
    facts: ofPartner([relationship()]),
    gives: 'pass',
    seen: ['Fabrikam', 'Sep 20, 2027'],
  },
  {
    check: 'partner-relationship',
    when: 'it ends in days',
    facts: ofPartner([relationship({ endsAt: NOW + 10 * DAY })]),
    gives: 'warning',
    title: 'ends on Dec 4, 2026',
    with: { id: 'F-118', owner: 'customer', endsAt: NOW + 10 * DAY },
  },
  {
    check: 'partner-relationship',
    when: 'it ends in days and is extended then',
    facts: ofPartner([relationship({ endsAt: NOW + 10 * DAY, isExtended: true })]),
    gives: 'pass',
    seen: ['extended automatically'],
  },
  {
    check: 'partner-relationship',
    when: 'another has the role and lasts, and one has ended',
    facts: ofPartner([
      relationship({ name: 'Old', status: 'terminated' }),
      relationship({ name: 'Other', roleIds: [], isExtended: true }),
      relationship(),
    ]),
    gives: 'pass',
    seen: ['Fabrikam'],
  },
  {
    check: 'partner-relationship',
    when: 'it has none of the roles',
    facts: ofPartner([relationship({ roleIds: ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'] })]),
    gives: 'warning',
    title: 'has no Power Platform admin role',
  },
  {
    check: 'partner-relationship',
    when: 'none is shown',
    facts: ofPartner([relationship({ status: 'terminated' })]),
    gives: 'unknown',
    with: { attestable: true },
  },
  {
    check: 'partner-relationship',
    when: 'Microsoft Graph doesn’t show them to the sign-in',
    facts: ofPartner(refused(REFUSALS.forbidden)),
    gives: 'unknown',
    seen: ['DelegatedAdminRelationship.Read.All'],
    with: { attestable: true },
  },
  {
    check: 'partner-relationship',
    when: 'it may not be read, and its end was entered by hand, within 30 days',
    facts: { ...ofPartner(refused(REFUSALS.forbidden)), partnerEndsAt: NOW + 29 * DAY },
    gives: 'warning',
    with: { endsAt: NOW + 29 * DAY },
  },
  {
    check: 'partner-relationship',
    when: 'it may not be read, and its end was entered by hand, later: its roles are still to be confirmed',
    facts: { ...ofPartner(refused(REFUSALS.forbidden)), partnerEndsAt: NOW + 31 * DAY },
    gives: 'unknown',
    with: { attestable: true, endsAt: NOW + 31 * DAY },
  },
  {
    check: 'partner-relationship',
    when: 'it is read, whatever was entered by hand',
    facts: { ...ofPartner([relationship()]), partnerEndsAt: NOW + DAY },
    gives: 'pass',
  },
  { check: 'partner-relationship', when: 'the account is of this tenant', facts: by(integrationFacts()), gives: 'nothing' },
  {
    check,
    when: 'a role is in the sign-in',
    facts: by(integrationFacts(), [DYNAMICS]),
    gives: 'pass',
    seen: ['Dynamics 365 Administrator'],
  },
  {
    check,
    when: 'none is',
    facts: by(integrationFacts()),
    gives: 'warning',
    seen: ['ada@contoso.example', 'no Power Platform admin role'],
    with: { id: 'F-907', owner: 'power-platform-administrator' },
  },
  {
    check,
    when: 'none is, and the environment seems not to exist',
    facts: by(integrationFacts({ environment: absent })),
    gives: 'warning',
  },
  {
    check,
    when: 'none is, and the environment may not be read',
    facts: by(integrationFacts({ environment: refused(REFUSALS.forbidden) })),
    gives: 'warning',
  },
  {
    check,
    when: 'the environment could not be read for a reason that is not about rights',
    facts: by(integrationFacts({ environment: refused(REFUSALS.unavailable) })),
    gives: 'nothing',
  },
  {
    check,
    when: 'the environment gives the permission: the role came through a group',
    facts: by(integrationFacts({ environment: ok(environment({ permissions: ['ManageProtectionKeys'] })) })),
    gives: 'pass',
  },
  {
    check,
    when: 'the environment is in a policy already',
    facts: by(integrationFacts({ environment: ok(encrypted()) })),
    gives: 'nothing',
  },
  { check, when: 'no environment is chosen', facts: by(without(integrationFacts(), 'environment')), gives: 'nothing' },
  { check, when: 'it is unknown who is signed in', facts: integrationFacts(), gives: 'nothing' },
  {
    check,
    when: 'a Dynamics 365 administrator may be missing from the security group, which is said once and elsewhere',
    facts: by(integrationFacts({ environment: absent }), [DYNAMICS]),
    gives: 'nothing',
  },

  {
    check: 'environment-in-sight',
    when: 'a Dynamics 365 administrator sees no environment at all',
    facts: by({ environments: ok([]) }, [DYNAMICS]),
    gives: 'warning',
    seen: ['Dynamics 365 Administrator'],
    with: { id: 'F-802', remedy: expect.stringContaining('security group') },
  },
  {
    check: 'environment-in-sight',
    when: 'a Dynamics 365 administrator gets the answer that the environment does not exist',
    facts: by(integrationFacts({ environment: absent }), [DYNAMICS]),
    gives: 'warning',
    title: 'security group',
  },
  {
    check: 'environment-in-sight',
    when: 'the environment does not let a Dynamics 365 administrator manage its keys',
    facts: by(integrationFacts({ environment: ok(inGroup(['ReadEnvironment'])) }), [DYNAMICS]),
    gives: 'warning',
    seen: [GROUP],
  },
  {
    check: 'environment-in-sight',
    when: 'a Dynamics 365 administrator is in its group',
    facts: by(integrationFacts({ environment: ok(inGroup(['ManageProtectionKeys'])) }), [DYNAMICS]),
    gives: 'pass',
    seen: [GROUP],
  },
  {
    check: 'environment-in-sight',
    when: 'a Power Platform administrator, who need not be in the group, sees none',
    facts: by({ environments: ok([]) }, [DYNAMICS, '11648597-926c-4cf3-9c36-bcebb0ba8dcc']),
    gives: 'nothing',
  },
  {
    check: 'environment-in-sight',
    when: 'there are some, and none is chosen',
    facts: by({ environments: ok([environment()]) }, [DYNAMICS]),
    gives: 'nothing',
  },
  { check: 'environment-in-sight', when: 'no role is in the sign-in', facts: by({ environments: ok([]) }), gives: 'nothing' },
  { check: 'environment-in-sight', when: 'it is unknown who is signed in', facts: { environments: ok([]) }, gives: 'nothing' },
]

describe('the rights of step 1', () => walkRows(integrationRightsChecks, rows))
