import { STEP_IDS } from '../step/finding.ts'
import { stepIsProved, type WizardContext } from './context.ts'
import type { EvidenceView, JournalState } from './view-of-side-pages.ts'
import type { NotedRow } from './view-of-step.ts'

const count = (number: number, one: string, more: string): string =>
  number === 0 ? `No ${more}` : `${number} ${number === 1 ? one : more}`

/** What a report of the journal will tell. @param journal absent while no environment is chosen */
export function evidenceView(context: WizardContext, journal: JournalState | undefined): EvidenceView {
  const row = (label: string, value: string): NotedRow => ({ label, value, copyable: false })
  const proved = STEP_IDS.filter((stepId) => stepIsProved(context, stepId)).length
  const receipts = STEP_IDS.flatMap((stepId) => context.steps[stepId].receipts)
  return {
    ...(journal ? { journal } : {}),
    rows: [
      row('Steps', `${proved} of ${STEP_IDS.length} proved now`),
      row('Changes', count(receipts.filter(({ written }) => written).length, 'change made', 'changes made')),
      row('Confirmed by people', count(context.attestations.length, 'answer', 'answers')),
      row('Signed in', context.tenant?.account.userName ?? 'Nobody'),
    ],
    announcement: journal ? `Evidence: ${count(journal.lines, 'line', 'lines')} in the journal` : 'Evidence: no journal yet',
  }
}
