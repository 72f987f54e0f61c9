import type { ReportTable } from '../../engine/procedure.ts'
import type { Cause, FindingStatus } from '../../engine/step/finding.ts'
import type { DisplayText } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { deletionOf } from '../operations/re-enable/deletion.ts'
import { contradictionOf } from '../sources/contradictions.ts'
import { whatIf } from '../what-if/what-if.ts'
import { whatIfStates, whatIfWords as words } from '../what-if/words.ts'
import { messages } from './messages.ts'

/** Summary finding of all causes, once the environment uses the key. */
const OF_EVERY_CAUSE = 'key-within-reach'

const HAPPENED: Readonly<Record<FindingStatus, DisplayText>> = {
  pass: whatIfStates.clear,
  fail: whatIfStates.lost,
  warning: whatIfStates.unknown,
  unknown: whatIfStates.unknown,
}

const happened = (causes: readonly Cause[], loss: string): DisplayText =>
  HAPPENED[causes.find(({ key }) => key === loss)?.status ?? 'unknown']

/**
 * Causes of a lock, for the report on an environment that uses its key: state, protection, and the protection's last
 * finding. Older records have only the summary finding.
 */
export function outlook(findings: Parameters<ReportTable['of']>[0]): ReturnType<ReportTable['of']> {
  const found = findings.find(({ key }) => key === OF_EVERY_CAUSE)
  if (!found) return undefined
  return {
    lead: [words.lead, messages.deadline({ deletion: deletionOf({ sku: '' }) }), titled(found.title, found.seen)],
    columns: found.causes
      ? [[words.cause, 17], [messages.happened, 11], [words.notice, 10], [words.back, 33], words.protection]
      : [words.cause, words.notice, words.back, words.protection],
    rows: whatIf({ findings }).map(({ loss, title, noticed, back, protectedBy, protection, contradiction }) => {
      const disagreed = contradiction === undefined ? undefined : contradictionOf(contradiction)
      return [
        [title, ...(disagreed ? [titled(disagreed.topic, disagreed.goesBy)] : [])],
        ...(found.causes ? [[happened(found.causes, loss)]] : []),
        [noticed],
        back,
        [protectedBy, ...(protection ? [protection.title] : [])],
      ]
    }),
  }
}
