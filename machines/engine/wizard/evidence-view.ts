import { STEP_IDS } from '../step/finding.ts'
import { type StepRecord, stepIsProved, type WizardContext } from './context.ts'
import type { EvidenceView, JournalState } from './view-of-side-pages.ts'
import type { NotedRow } from './view-of-step.ts'

const count = (number: number, one: string, more: string): string =>
  number === 0 ? `No ${more}` : `${number} ${number === 1 ? one : more}`

/** How many changes were made, how that is known, and of how many it is not. */
function changesIn(records: readonly StepRecord[]): string {
  const made = records.flatMap(({ receipts }) => receipts).filter(({ written }) => written)
  const found = made.filter((receipt) => receipt.found).length
  const open = records.flatMap(({ sent = [] }) => sent).length
  const said = [
    ...(made.length > 0 || open === 0 ? [count(made.length, 'change made', 'changes made')] : []),
    ...(found > 0 ? [`${found} of them found by reading`] : []),
    ...(open > 0 ? [`${open} not known yet`] : []),
  ]
  return said.join(', ')
}

/** What a report of the journal will tell. @param journal absent while no environment is chosen */
export function evidenceView(context: WizardContext, journal: JournalState | undefined): EvidenceView {
  const row = (label: string, value: string): NotedRow => ({ label, value, copyable: false })
  const proved = STEP_IDS.filter((stepId) => stepIsProved(context, stepId)).length
  const records = [...Object.values(context.steps), ...Object.values(context.operations)]
  return {
    ...(journal ? { journal } : {}),
    rows: [
      row('Steps', `${proved} of ${STEP_IDS.length} proved now`),
      row('Changes', changesIn(records)),
      row('Confirmed by people', count(context.attestations.length, 'answer', 'answers')),
      row('Signed in', context.tenant?.account.userName ?? 'Nobody'),
    ],
    announcement: journal ? `Evidence: ${count(journal.lines, 'line', 'lines')} in the journal` : 'Evidence: no journal yet',
  }
}
