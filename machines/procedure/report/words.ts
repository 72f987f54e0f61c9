import type { ReportWords } from '../../engine/procedure.ts'
import { CATALOGUE } from '../catalog/entries.ts'
import { whatIfWords } from '../what-if/words.ts'
import { executive } from './executive.ts'
import { messages } from './messages.ts'
import { outlook } from './outlook.ts'

/** Report texts, and the document behind each catalogue entry. */
export const reportWords: ReportWords = {
  ...messages,
  executive,
  outlook: { heading: whatIfWords.heading, of: outlook },
  ruleOf: (id) => CATALOGUE.find((each) => each.id === id)?.source,
}
