import { defined } from '#machines/defined.ts'
import { DAY } from '#machines/engine/durations.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { question } from '#machines/engine/step/observations.ts'
import { inItsOwnWords, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, defineMessages } from '#machines/messages/message.ts'
import type { Check } from '../../check.ts'
import { administratorRolesOf } from '../../rights/directory-roles.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import type { PartnerRelationship } from '../../services/services.ts'
import type { IntegrationFacts } from './facts.ts'
import { PARTNER_RELATIONSHIP } from './partner-relationship.ts'

/** Least permission for relationships. Source: Microsoft Graph v1.0, "List delegatedAdminRelationships". */
const PERMISSION = 'DelegatedAdminRelationship.Read.All'

/** Undocumented margin: leaves time to approve another relationship. */
const END_IS_NEAR = 30 * DAY

const rolesOf = ({ roleIds }: PartnerRelationship): readonly string[] => administratorRolesOf({ directoryRoles: roleIds })

const endOf = ({ endsAt, isExtended }: PartnerRelationship): number => (isExtended ? Infinity : (endsAt ?? 0))

/** The longest relationship with a Power Platform admin role. */
const carrying = (relationships: readonly PartnerRelationship[]): PartnerRelationship | undefined =>
  relationships
    .filter(({ status }) => status.toLowerCase() === 'active')
    .toSorted((a, b) => Number(rolesOf(b).length > 0) - Number(rolesOf(a).length > 0) || endOf(b) - endOf(a))[0]

const messages = defineMessages('integration.partner', {
  why: 'Your access to this tenant ends with the partner relationship (GDAP). An encryption can take up to 4 days.',
  confirm: 'Confirm that the partner relationship lasts and has the roles',
  confirmRemedy: 'Look up its end date and its roles in Partner Center. Enter the date if it has one, then confirm.',
  manual1: 'In Partner Center, go to Customers > the customer > Admin relationships.',
  manual2: 'Check that it’s active until the work is done, and has Power Platform Administrator or Dynamics 365 Administrator.',
  noneListed: 'Microsoft Graph shows no active relationship for this tenant.',
  notShown: 'Microsoft Graph doesn’t show relationships to this sign-in. That needs the permission {permission}: {error}',
  entered: 'Entered by hand: ends on {endsAt, date, day}. Its roles aren’t known.',
  lasts: 'The partner relationship lasts',
  endsSoon: 'The partner relationship ends on {endsAt, date, day}',
  endsSoonRemedy: 'Finish before that date, or have the customer approve a new relationship first.',
  withoutRole: 'The partner relationship has no Power Platform admin role',
  withoutRoleRemedy:
    'Request a relationship with Power Platform Administrator and Dynamics 365 Administrator in Partner Center. The customer must approve it. That you need both is our conclusion: the two portals list different roles.',
  noAdministratorRole: 'no Power Platform admin role',
  ends: '{name}: active, ends on {endsAt, date, day}. Roles: {roles}.',
  extended: '{name}: active until {endsAt, date, day}, then extended automatically. Roles: {roles}.',
  withoutEnd: '{name}: active, no end date shown. Roles: {roles}.',
})

function seenOf(relationship: PartnerRelationship): DisplayText {
  const { name, endsAt, isExtended } = relationship
  const roles = rolesOf(relationship)
  const has = { name, roles: roles.length === 0 ? messages.noAdministratorRole : roles.join(', ') }
  if (endsAt === undefined) return messages.withoutEnd(has)
  return isExtended ? messages.extended({ ...has, endsAt }) : messages.ends({ ...has, endsAt })
}

function judged(relationship: PartnerRelationship, now: number): Observation {
  const { endsAt, isExtended } = relationship
  const seen = { seen: seenOf(relationship), ...defined({ endsAt: isExtended ? undefined : endsAt }) }
  if (rolesOf(relationship).length === 0)
    return { status: 'warning', title: messages.withoutRole, ...seen, remedy: messages.withoutRoleRemedy }
  if (!isExtended && endsAt !== undefined && endsAt - now < END_IS_NEAR)
    return { status: 'warning', title: messages.endsSoon({ endsAt }), ...seen, remedy: messages.endsSoonRemedy }
  return { status: 'pass', title: messages.lasts, ...seen }
}

/** The partner's access; a person is asked if Microsoft Graph doesn't show it. */
export const partnerChecks: readonly Check<IntegrationFacts>[] = [
  {
    key: PARTNER_RELATIONSHIP,
    aboutAccount: true,
    id: 'F-118',
    part: 'integration',
    owner: 'customer',
    why: messages.why,
    remedy: messages.confirmRemedy,
    byHand: [messages.manual1, messages.manual2],
    source: 'partner-relationships',
    judge: ({ account, partnerRelationships: answer, partnerEndsAt: endsAt }, now) => {
      if (!account || !answer || !isOfAnotherTenant(account)) return undefined
      const relationship = carrying(valueIn(answer) ?? [])
      if (relationship) return judged(relationship, now)
      const entered = endsAt === undefined ? undefined : { seen: messages.entered({ endsAt }), endsAt }
      if (entered && entered.endsAt - now < END_IS_NEAR)
        return { status: 'warning', title: messages.endsSoon({ endsAt: entered.endsAt }), ...entered, remedy: messages.endsSoonRemedy }
      return question(
        messages.confirm,
        answer.ok ? messages.noneListed : messages.notShown({ permission: PERMISSION, error: inItsOwnWords(answer.refusal) }),
        { owner: 'you', ...entered },
      )
    },
  },
]
