import type { DecisionDefinition } from '#machines/engine/decisions.ts'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import type { Choices } from '../../choices.ts'
import { PARTNER_RELATIONSHIP } from './partner-relationship.ts'

/** End of the partner's access, as entered: Microsoft Graph doesn't show it to every sign-in. */
export interface NotePartnerEnd {
  readonly kind: 'note-partner-end'
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly endsAt: number
}

export const notePartnerEnd: DecisionDefinition<NotePartnerEnd> = {
  kind: 'note-partner-end',
  place: 'integration',
  isOpen({ steps, choices }) {
    const { partnerEndsAt }: Choices = choices
    const finding = steps['integration']?.reading?.findings.find(({ key }) => key === PARTNER_RELATIONSHIP)
    return finding !== undefined && (finding.status === 'unknown' || partnerEndsAt === finding.endsAt)
  },
  may: (_, { endsAt }) => endsAt > 0 && endsAt <= LATEST_INSTANT,
  make({ choices }, { endsAt }) {
    const noted: Choices = { ...choices, partnerEndsAt: endsAt }
    return { choices: noted }
  },
}
