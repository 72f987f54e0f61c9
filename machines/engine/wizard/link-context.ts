import type { LinkContext } from '../../procedure/links.ts'
import type { WizardContext } from './context.ts'

/** Takes the ids from what was read and chosen, so that a page can name a link but not where it leads. */
export function linkContextOf(
  context: Pick<WizardContext, 'steps' | 'choices' | 'tenant'> & Partial<Pick<WizardContext, 'operations' | 'operation'>>,
  portals: LinkContext['portals'],
): LinkContext {
  const shown = context.operation && context.operations?.[context.operation]
  const records = [...Object.values(context.steps), ...(shown ? [shown] : [])]
  const found = Object.assign({}, ...records.map(({ reading }) => reading?.found ?? {})) as Pick<
    LinkContext,
    'vaultId' | 'policyId' | 'subscriptionId'
  >
  const { environmentId, policy } = context.choices
  return {
    portals,
    ...(policy ? { subscriptionId: policy.subscriptionId } : {}),
    ...found,
    ...(context.tenant ? { tenantId: context.tenant.account.tenantId } : {}),
    ...(environmentId === undefined ? {} : { environmentId }),
  }
}
