import { DAY } from '#machines/engine/durations.ts'

export const PARTNER_RELATIONSHIP = 'partner-relationship'

/** Source: "Introduction to granular delegated admin privileges (GDAP)": 1 to 730 days. */
export const LONGEST_RELATIONSHIP = 730 * DAY
