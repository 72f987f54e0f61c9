import { defined } from '../../defined.ts'
import { verbatim } from '../../messages/message.ts'
import type { CommonView } from './presentation.ts'
import type { Surroundings } from './to-view.ts'

/**
 * The first page in the machine's first state, drawn without the machine, so that opening the app doesn't wait for the steps' code. A test
 * compares the two.
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
  can: ['OPEN_PRACTICE', 'LIST_TENANTS', 'SIGN_IN'],
  decisions: [],
})
