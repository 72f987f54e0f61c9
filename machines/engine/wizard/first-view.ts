import { defined } from '../../defined.ts'
import { verbatim } from '../../messages/message.ts'
import type { CommonView } from './presentation.ts'
import type { Surroundings } from './to-view.ts'

/**
 * The first page as the machine shows it in its first state, drawn without the machine: whoever only looks at it, or goes on
 * with another program, never waits for what the steps need. A test holds it against the machine.
 */
export const firstView = ({
  revision,
  now,
  scenarios,
  clouds,
  customCloud,
  engagements,
  finished,
  customersProblem,
  listing,
}: Pick<
  Surroundings,
  'revision' | 'now' | 'scenarios' | 'clouds' | 'customCloud' | 'engagements' | 'finished' | 'customersProblem' | 'listing'
>): CommonView => ({
  revision,
  now,
  page: 'start',
  ...defined({ customCloud }),
  refusedAudiences: [],
  start: { scenarios, clouds, connecting: false, ...defined({ engagements, finished, customersProblem, listing }) },
  stepper: [],
  pages: [],
  announcement: { id: 0, text: verbatim('') },
  can: ['OPEN_PRACTICE', 'SIGN_IN', 'LIST_TENANTS'],
  decisions: [],
})
