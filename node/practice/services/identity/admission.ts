import { type Practice, ServiceRefusal } from '../../service.ts'
import type { Person } from '../../state.ts'
import type { Target } from './audiences.ts'

/** Why a person gets no token for a service, undefined if none. The same in the browser, at the token endpoint and at renewal. */
export function admissionRefusal(person: Person, target: Target, clientId: string, { state }: Practice): ServiceRefusal | undefined {
  if (person.standing === 'outside') {
    return invalidGrant(
      `AADSTS50020: User account '${person.userName}' from identity provider '${person.home?.identityProvider ?? ''}' does not exist in tenant '${state.tenantName}' and cannot access the application '${clientId}' in that tenant. The account needs to be added as an external user in the tenant first.`,
    )
  }
  const { service, audience } = target
  if (service && state.behaviour.withoutConsent.includes(service)) {
    return invalidGrant(
      `AADSTS65001: The user or administrator has not consented to use the application with ID '${clientId}' for ${audience}. Send an interactive authorization request for this user and resource.`,
      'consent_required',
    )
  }
  if (service && state.behaviour.conditionalAccess.includes(service)) {
    return invalidGrant(
      `AADSTS53003: Access to ${audience} has been blocked by Conditional Access policies. The access policy does not allow token issuance.`,
      'message_only',
    )
  }
  return undefined
}

/** @param suberror tells clients whether interaction can help */
export const invalidGrant = (message: string, suberror?: string): ServiceRefusal =>
  new ServiceRefusal(400, 'invalid_grant', message, suberror === undefined ? {} : { detail: { suberror } })
