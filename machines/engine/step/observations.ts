import type { DisplayText } from '../../messages/message.ts'
import type { FindingStatus, Observation } from './finding.ts'

type More = Omit<Observation, 'status' | 'title' | 'seen'>

const observed =
  (status: FindingStatus) =>
  (title: DisplayText, seen: DisplayText, more?: More): Observation => ({ status, title, seen, ...more })

/* Each takes the outcome in one line, then the actual value that was read. */

export const pass = observed('pass')
export const warning = observed('warning')
export const fail = observed('fail')
export const unknown = observed('unknown')
/** What the services can't tell and a person may confirm. */
export const question = (title: DisplayText, seen: DisplayText, more?: Omit<More, 'attestable'>): Observation =>
  unknown(title, seen, { attestable: true, ...more })
