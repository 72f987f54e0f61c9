import type { ReportWords } from '../../engine/procedure.ts'
import { CATALOGUE } from '../catalog/entries.ts'
import { messages } from './messages.ts'

/** What a report says of this procedure, and by which document each entry of the failure catalogue is judged. */
export const reportWords: ReportWords = { ...messages, ruleOf: (id) => CATALOGUE.find((each) => each.id === id)?.source }
