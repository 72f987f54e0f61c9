import { DAY } from '../../../engine/durations.ts'

/** The finding about a partner's access to the customer's tenant. */
export const PARTNER_RELATIONSHIP = 'partner-relationship'

/** The longest that a relationship can be made for. Source: "Introduction to granular delegated admin privileges (GDAP)": 1 to 730 days. */
export const LONGEST_RELATIONSHIP = 730 * DAY
