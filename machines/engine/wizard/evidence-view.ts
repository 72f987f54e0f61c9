import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import { guideOf, stepIds } from '../procedure.ts'
import { stepIsProved, type WizardContext } from './context.ts'
import type { StepRecord } from './step-record.ts'
import type { EvidenceView, JournalState } from './view-of-side-pages.ts'
import type { NotedRow } from './view-of-step.ts'

const messages = defineMessages({
  steps: { id: 'wizard.evidence.steps', defaultMessage: 'Steps' },
  provedNow: { id: 'wizard.evidence.provedNow', defaultMessage: '{proved, number} of {of, number} verified now' },
  changes: { id: 'wizard.evidence.changes', defaultMessage: 'Changes' },
  changesMade: {
    id: 'wizard.evidence.changesMade',
    defaultMessage:
      '{made, plural, =0 {No changes made} one {# change made} other {# changes made}}{found, plural, =0 {} other {, # confirmed by a later check}}{open, plural, =0 {} other {, # unknown}}',
  },
  notKnown: { id: 'wizard.evidence.notKnown', defaultMessage: '{open, number} unknown', description: 'Of changes' },
  confirmed: { id: 'wizard.evidence.confirmed', defaultMessage: 'Confirmed by people' },
  answers: { id: 'wizard.evidence.answers', defaultMessage: '{count, plural, =0 {No answers} one {# answer} other {# answers}}' },
  schedule: { id: 'wizard.evidence.schedule', defaultMessage: 'Scheduled start {number, number}' },
  scheduled: {
    id: 'wizard.evidence.scheduled',
    defaultMessage:
      '{step}, {at, date, moment}: {how, select, started {started} early {started early by a person} canceled {canceled} failed {not started} replaced {replaced by another schedule} other {neither started nor canceled}}',
  },
  signedIn: { id: 'wizard.evidence.signedIn', defaultMessage: 'Signed in' },
  notSignedIn: { id: 'wizard.evidence.notSignedIn', defaultMessage: 'Not signed in' },
  journal: {
    id: 'wizard.evidence.journal',
    defaultMessage: 'Evidence: {lines, plural, =0 {No lines} one {# line} other {# lines}} in the log',
  },
  noJournal: { id: 'wizard.evidence.noJournal', defaultMessage: 'Evidence: no log yet' },
})

/** How many changes were made, how that is known, and of how many it is not. */
function changesIn(records: readonly StepRecord[]): DisplayText {
  const made = records.flatMap(({ receipts }) => receipts).filter(({ written }) => written)
  const found = made.filter((receipt) => receipt.found).length
  const open = records.flatMap(({ sent = [] }) => sent).length
  return made.length === 0 && open > 0 ? messages.notKnown({ open }) : messages.changesMade({ made: made.length, found, open })
}

const HOW = { started: 'started', 'started-now': 'early', canceled: 'canceled', 'not-started': 'failed', replaced: 'replaced' } as const

/** What a report of the journal will tell. @param journal absent while no environment is chosen */
export function evidenceView(context: WizardContext, journal: JournalState | undefined): EvidenceView {
  const row = (label: DisplayText, value: DisplayText): NotedRow => ({ label, value, copyable: false })
  const proved = stepIds(context.procedure).filter((stepId) => stepIsProved(context, stepId)).length
  const records = [...Object.values(context.steps), ...Object.values(context.operations)]
  return {
    ...(journal ? { journal } : {}),
    rows: [
      row(messages.steps, messages.provedNow({ proved, of: context.procedure.steps.length })),
      row(messages.changes, changesIn(records)),
      row(messages.confirmed, messages.answers({ count: context.attestations.length })),
      ...(journal?.schedules ?? []).map(({ step, start, end }, place) => {
        const { title } = guideOf(context.procedure, step)
        return row(
          messages.schedule({ number: place + 1 }),
          messages.scheduled({ step: title, at: start, how: end ? HOW[end.how] : 'open' }),
        )
      }),
      row(messages.signedIn, context.tenant ? verbatim(context.tenant.account.userName) : messages.notSignedIn),
    ],
    announcement: journal ? messages.journal({ lines: journal.lines }) : messages.noJournal,
  }
}
