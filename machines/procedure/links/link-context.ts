import { defined } from '../../defined.ts'
import type { Reading } from '../../engine/step/proof.ts'
import type { WizardContext } from '../../engine/wizard/context.ts'
import type { Choices } from '../choices.ts'
import { type LinkContext, linkAddress, linkOf } from './links.ts'

type Linking = Pick<WizardContext, 'steps' | 'choices' | 'tenant'> & Partial<Pick<WizardContext, 'operations' | 'running'>>

/** Takes IDs from readings and choices: a page names a link, never its target. */
export function linkContextOf(context: Linking | undefined, portals: LinkContext['portals']): LinkContext {
  if (!context) return { portals }
  const { environmentId, policy }: Choices = context.choices
  const shown = context.running === undefined ? undefined : context.operations?.[context.running]
  const records = [...Object.values(context.steps), ...(shown ? [shown] : [])]
  const found: Reading['found'] = Object.assign({}, ...records.map(({ reading }) => reading?.found ?? {}))
  const { vaultId, policyId, subscriptionId = policy?.subscriptionId } = found
  return {
    portals,
    ...defined({ subscriptionId, vaultId, policyId }),
    tenantId: context.tenant.account.tenantId,
    ...defined({ environmentId: shown?.reading?.environment?.id ?? environmentId }),
  }
}

export const addressesIn =
  (context: Linking | undefined, portals: LinkContext['portals']) =>
  (id: string): string =>
    linkAddress(linkOf(id), linkContextOf(context, portals))
