import type { Answer } from '#machines/engine/answer.ts'
import { isKnownAs } from '#machines/engine/fact.ts'
import { pass, warning } from '#machines/engine/step/observations.ts'
import { isAbsent, refusedForAnotherReason, valueIn } from '#machines/engine/step/refusals.ts'
import { type Check, textsOf } from '../../check.ts'
import { judgeAdministrator, judgeSight } from '../../rights/directory-roles.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import { isUnregistered } from '../../rights/unregistered.ts'
import type { Environment } from '../../services/services.ts'
import { linkStatusOf } from '../membership/link.ts'
import type { IntegrationFacts } from './facts.ts'
import { messages } from './messages.ts'
import { partnerChecks } from './partner-checks.ts'

const sightOf = (answer: Answer<Environment> | undefined): Environment | 'unseen' | undefined =>
  isAbsent(answer) ? 'unseen' : valueIn(answer)

/** Rights for later steps, checked in step 1 so that no one learns of them last. */
export const integrationRightsChecks: readonly Check<IntegrationFacts>[] = [
  {
    key: 'account-of-this-tenant',
    aboutAccount: true,
    id: 'F-108',
    part: 'integration',
    owner: 'customer',
    ...textsOf(messages.accountOfThisTenant),
    source: 'integration-existing-dataverse',
    judge: ({ account }) => {
      if (!account) return undefined
      const { userName, homeTenantId = '', tenantName, tenantId } = account
      return isOfAnotherTenant(account)
        ? warning(
            messages.accountOfThisTenant.accountBelongsAnotherTenant,
            messages.accountOfThisTenant.accountBelongsAnotherTenantSeen({ userName, homeTenantId, tenantName, tenantId }),
          )
        : pass(
            messages.accountOfThisTenant.noOtherTenant,
            messages.accountOfThisTenant.noOtherTenantSeen({ userName, tenantName, tenantId }),
          )
    },
  },
  ...partnerChecks,
  {
    key: 'power-platform-administrator',
    aboutAccount: true,
    id: 'F-907',
    part: 'integration',
    owner: 'power-platform-administrator',
    why: messages.powerPlatformAdministrator.why,
    remedy: messages.environmentReadable.remedy,
    link: 'admin-center-environments',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: ({ account, environment: answer }) => {
      if (!account || !answer) return undefined
      // A refusal unrelated to rights leaves nothing to judge.
      const refusal = refusedForAnotherReason(answer)
      if (refusal && (refusal.reason !== 'forbidden' || isUnregistered(refusal))) return undefined
      const environment = valueIn(answer)
      // Already linked: no right is needed.
      if (environment && isKnownAs(linkStatusOf(environment), 'linked')) return undefined
      // A role limited by a security group has its own, sufficient finding.
      if (judgeSight(account, sightOf(answer))?.status === 'warning') return undefined
      return judgeAdministrator(account, environment, messages.powerPlatformAdministrator.addToPolicy)
    },
  },
  {
    key: 'environment-in-sight',
    aboutAccount: true,
    id: 'F-802',
    part: 'integration',
    owner: 'power-platform-administrator',
    ...textsOf(messages.environmentInSight),
    link: 'admin-center-environments',
    source: 'service-administrators',
    judge: ({ account, environments, environment }) => {
      if (!account) return undefined
      const none = environment === undefined && valueIn(environments)?.length === 0
      return judgeSight(account, none ? 'unseen' : sightOf(environment))
    },
  },
]
