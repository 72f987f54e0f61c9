import type { Answer } from '../../../engine/answer.ts'
import { isAbsent, refusedForAnotherReason, valueIn } from '../../../engine/step/refusals.ts'
import type { Check } from '../../check.ts'
import { judgeAdministrator, judgeSight } from '../../rights/directory-roles.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import type { Environment } from '../../services.ts'
import type { IntegrationFacts } from './facts.ts'

const sightOf = (answer: Answer<Environment> | undefined): Environment | 'unseen' | undefined =>
  isAbsent(answer) ? 'unseen' : valueIn(answer)

/** What the account needs further on, said at the first step: nobody should find it out in the last one. */
export const integrationRightsChecks: readonly Check<IntegrationFacts>[] = [
  {
    key: 'account-of-this-tenant',
    id: 'F-108',
    part: 'integration',
    owner: 'customer',
    why: 'A partner’s account that is here by delegated administration (GDAP) has no user object in this tenant: it can be given no role on the policy, and setup of the integration refuses it.',
    remedy:
      'You can continue. In step 3, name a Power Platform administrator of this tenant. Hand over the steps that need a user of this tenant. If the account is a guest here, its user object can be given roles.',
    source: 'integration-existing-dataverse',
    look: ({ account }) => {
      if (!account) return undefined
      const here = `${account.tenantName} (${account.tenantId})`
      return isOfAnotherTenant(account)
        ? {
            status: 'warning',
            title: 'The account belongs to another tenant',
            seen: `${account.userName} belongs to the tenant ${account.homeTenantId}. You are signed in to ${here}.`,
          }
        : {
            status: 'pass',
            title: 'The sign-in names no other tenant that the account belongs to',
            seen: `${account.userName}, signed in to ${here}.`,
          }
    },
  },
  {
    key: 'power-platform-administrator',
    id: 'F-907',
    part: 'integration',
    owner: 'power-platform-administrator',
    why: 'Step 4 adds the environment to the policy, which only a Power Platform administrator or a Dynamics 365 administrator can do. Without the role the admin API also says that environments do not exist.',
    remedy: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
    link: 'admin-center-environments',
    source: 'power-platform-keys',
    look: ({ account, environment: answer }) => {
      if (!account || !answer) return undefined
      // A refusal that says nothing of rights leaves nothing to judge; "does not exist" and "may not" do not.
      const refusal = refusedForAnotherReason(answer)
      if (refusal && refusal.reason !== 'forbidden') return undefined
      const environment = valueIn(answer)
      // An environment that is linked needs nobody to link it.
      if (environment?.encryptionPolicy?.linkStatus?.toLowerCase() === 'linked') return undefined
      // A role that ends at a security group is a finding of its own, and says all there is to do.
      if (judgeSight(account, sightOf(answer))?.status === 'warning') return undefined
      return judgeAdministrator(account, environment, 'add the environment to a policy')
    },
  },
  {
    key: 'environment-in-sight',
    id: 'F-802',
    part: 'integration',
    owner: 'power-platform-administrator',
    why: 'A Dynamics 365 administrator sees and manages an environment only as a member of its security group. A Power Platform administrator need not be one.',
    remedy: 'Have the account added to the environment’s security group, or sign in as a Power Platform administrator, then check again.',
    byHand: [
      'A Power Platform administrator opens the environment in the admin center and looks which security group it has.',
      'In the Entra admin center, open Groups, that group, Members, Add members, and add the account.',
    ],
    link: 'admin-center-environments',
    source: 'service-administrators',
    look: ({ account, environments, environment }) => {
      if (!account) return undefined
      const none = environment === undefined && valueIn(environments)?.length === 0
      return judgeSight(account, none ? 'unseen' : sightOf(environment))
    },
  },
]
