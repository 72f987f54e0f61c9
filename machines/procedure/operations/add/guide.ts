import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { membershipGuide } from '../../steps/membership/guide.ts'
import { WAITS } from '../../waits.ts'
import { messages } from './messages.ts'

/** Reuses step 4's texts. */
export const addGuide: OperationGuide = {
  ...membershipGuide,
  title: messages.title,
  short: messages.title,
  outcome: messages.outcome,
  what: messages.what,
  why: messages.why,
  whySections: [
    { heading: messages.order, text: messages.orderText },
    { heading: messages.atOnce, text: messages.atOnceText },
    ...membershipGuide.whySections,
  ],
  sources: [...membershipGuide.sources, 'power-platform-integration', 'provisioning-app'],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  usersCutOff: true,
  takes: WAITS.encryption.takes,
}
