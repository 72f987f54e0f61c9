import { type DisplayText, defineMessages } from '../../messages/message.ts'
import type { SidePage } from './side-pages.ts'

const messages = defineMessages({
  coverage: { id: 'wizard.sidePage.coverage', defaultMessage: 'What the key covers' },
  coverageNote: { id: 'wizard.sidePage.coverageNote', defaultMessage: 'Apps in use, and what isn’t covered' },
  preflight: { id: 'wizard.sidePage.preflight', defaultMessage: 'Check everything first' },
  preflightNote: { id: 'wizard.sidePage.preflightNote', defaultMessage: 'All findings, grouped by owner' },
  handOver: { id: 'wizard.sidePage.handOver', defaultMessage: 'Work with a second person' },
  handOverNote: { id: 'wizard.sidePage.handOverNote', defaultMessage: 'Hand over a step, or take one over' },
  operations: { id: 'wizard.sidePage.operations', defaultMessage: 'Manage your key' },
  operationsNote: { id: 'wizard.sidePage.operationsNote', defaultMessage: 'Rotate the key, go back, and see changes' },
  operationsClosed: { id: 'wizard.sidePage.operationsClosed', defaultMessage: 'Available when encrypted' },
  evidence: { id: 'wizard.sidePage.evidence', defaultMessage: 'Evidence' },
  evidenceNote: { id: 'wizard.sidePage.evidenceNote', defaultMessage: 'Log and reports' },
})

/** What the list says of a page, and where: above the steps or below them. */
export const SIDE_PAGE_WORDS: Readonly<
  Record<
    SidePage,
    { readonly title: DisplayText; readonly note: DisplayText; readonly closed?: DisplayText; readonly group: 'before' | 'after' }
  >
> = {
  coverage: { title: messages.coverage, note: messages.coverageNote, group: 'before' },
  preflight: { title: messages.preflight, note: messages.preflightNote, group: 'before' },
  'hand-over': { title: messages.handOver, note: messages.handOverNote, group: 'after' },
  operations: { title: messages.operations, note: messages.operationsNote, closed: messages.operationsClosed, group: 'after' },
  evidence: { title: messages.evidence, note: messages.evidenceNote, group: 'after' },
}
