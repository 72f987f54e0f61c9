import { recordIn, type WizardContext } from '../../../engine/wizard/context.ts'
import type { Choices } from '../../choices.ts'
import { PARTNER_RELATIONSHIP } from './partner-relationship.ts'

/** When the partner's access ends, as it was read last, else as a person entered it. Absent where neither is known, or it's extended automatically. */
export function partnerAccessEnds(context: WizardContext): number | undefined {
  const { partnerEndsAt }: Choices = context.choices
  const finding = recordIn(context, 'integration').reading?.findings.find(({ key }) => key === PARTNER_RELATIONSHIP)
  return finding && finding.status !== 'unknown' ? finding.endsAt : partnerEndsAt
}
