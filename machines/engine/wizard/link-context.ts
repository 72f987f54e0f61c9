import type { LinkContext } from '../../procedure/links.ts'
import type { Reading } from '../step/proof.ts'
import type { WizardContext } from './context.ts'

/** Takes the ids from what was read and chosen, so that a page can name a link but not where it leads. */
export function linkContextOf(
  context: Pick<WizardContext, 'steps' | 'choices' | 'tenant'> & Partial<Pick<WizardContext, 'operations' | 'operation'>>,
  portals: LinkContext['portals'],
): LinkContext {
  const { environmentId, policy } = context.choices
  const shown = context.operation && context.operations?.[context.operation]
  const records = [...Object.values(context.steps), ...(shown ? [shown] : [])]
  const found: Reading['found'] = Object.assign({}, ...records.map(({ reading }) => reading?.found ?? {}))
  const { vaultId, policyId, subscriptionId = policy?.subscriptionId } = found
  return {
    portals,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(vaultId === undefined ? {} : { vaultId }),
    ...(policyId === undefined ? {} : { policyId }),
    ...(context.tenant ? { tenantId: context.tenant.account.tenantId } : {}),
    ...(environmentId === undefined ? {} : { environmentId }),
  }
}
