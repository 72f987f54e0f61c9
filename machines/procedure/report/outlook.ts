import type { ReportTable } from '../../engine/procedure.ts'
import { titled } from '../../messages/sentences.ts'
import { contradictionOf } from '../contradictions.ts'
import { deletionOf } from '../operations/re-enable/deletion.ts'
import { whatIf } from '../what-if/what-if.ts'
import { whatIfWords as words } from '../what-if/words.ts'
import { messages } from './messages.ts'

/** The finding that is made of every cause together, once the environment is on the key. */
const OF_EVERY_CAUSE = 'key-within-reach'

/**
 * What would take the environments offline, for the report of one that is on its key: what was found last, then cause by cause, with what
 * protects and how that was found last. The journal holds the finding of all causes, so that none is told apart here.
 */
export function outlook(findings: Parameters<ReportTable['of']>[0]): ReturnType<ReportTable['of']> {
  const found = findings.find(({ key }) => key === OF_EVERY_CAUSE)
  if (!found) return undefined
  return {
    lead: [words.lead, messages.deadline({ deletion: deletionOf({ sku: '' }) }), titled(found.title, found.seen)],
    columns: [words.cause, words.notice, words.back, words.protection],
    rows: whatIf({ findings }).map(({ title, noticed, back, protectedBy, protection, contradiction }) => {
      const disagreed = contradiction === undefined ? undefined : contradictionOf(contradiction)
      return [
        [title, ...(disagreed ? [titled(disagreed.topic, disagreed.goesBy)] : [])],
        [noticed],
        back,
        [protectedBy, ...(protection ? [protection.title] : [])],
      ]
    }),
  }
}
