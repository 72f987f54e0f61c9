import { recordIn, type WizardContext } from '#machines/engine/wizard/context.ts'
import type { Choices } from '../../choices.ts'
import { PARTNER_RELATIONSHIP } from './partner-relationship.ts'

/** End of the partner's access, as read, otherwise as entered; undefined if unknown or extended automatically. */
export function partnerAccessEnds(context: WizardContext): number | undefined {
  const { partnerEndsAt }: Choices = context.choices
  const finding = recordIn(context, 'integration').reading?.findings.find(({ key }) => key === PARTNER_RELATIONSHIP)
  return finding && finding.status !== 'unknown' ? finding.endsAt : partnerEndsAt
}
