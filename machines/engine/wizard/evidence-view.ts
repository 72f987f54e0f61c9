import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import { isMade } from '../action.ts'
import { guideOf, stepIds } from '../procedure.ts'
import { stepIsProved, type WizardContext } from './context.ts'
import type { StepRecord } from './step-record.ts'
import { receiptViews } from './step-view.ts'
import type { EvidenceView, JournalState } from './view-of-side-pages.ts'
import type { NotedRow } from './view-of-step.ts'

const messages = defineMessages('wizard.evidence', {
  steps: 'Steps',
  provedNow: '{proved, number} of {of, number} verified now',
  changes: 'Changes',
  changesMade:
    '{made, plural, =0 {No changes made} one {# change made} other {# changes made}}{found, plural, =0 {} other {, # confirmed by a later check}}{open, plural, =0 {} other {, # unknown}}',
  notKnown: { id: 'wizard.evidence.notKnown', defaultMessage: '{open, number} unknown', description: 'Of changes' },
  started: {
    id: 'wizard.evidence.changesStarted',
    defaultMessage: '{count, number} started',
    description: 'Of changes that a service accepted',
  },
  failed: {
    id: 'wizard.evidence.changesFailed',
    defaultMessage: '{count, number} failed',
    description: 'Of changes that a service accepted',
  },
  list: { id: 'wizard.evidence.changesList', defaultMessage: '{counts}', description: 'A list, for example: 2 changes made, 1 started' },
  confirmed: 'Confirmed by people',
  answers: '{count, plural, =0 {No answers} one {# answer} other {# answers}}',
  schedule: 'Scheduled start {number, number}',
  scheduled:
    '{step}, {at, date, moment}: {how, select, started {started} early {started early by a person} canceled {canceled} failed {not started} replaced {replaced by another schedule} other {neither started nor canceled}}',
  signedIn: 'Signed in',
  notSignedIn: 'Not signed in',
  journal: 'Evidence: {lines, plural, =0 {No lines} one {# line} other {# lines}} in the log',
  noJournal: 'Evidence: no log yet',
})

/** Numbers of changes: made, shown by a reading, unknown, running, and failed. */
function changesIn(records: readonly StepRecord[]): DisplayText {
  const made = records.flatMap(({ receipts, pending }) => receipts.filter((receipt) => isMade(receipt, pending)))
  const found = made.filter((receipt) => receipt.found).length
  const open = records.flatMap(({ sent = [] }) => sent).length
  const views = records.flatMap(({ receipts, pending }) => receiptViews(receipts, pending))
  const [started, failed] = (['running', 'failed'] as const).map((state) => views.filter(({ atService }) => atService === state).length)
  const others = [...(started ? [messages.started({ count: started })] : []), ...(failed ? [messages.failed({ count: failed })] : [])]
  const known = made.length === 0 && open > 0 ? messages.notKnown({ open }) : messages.changesMade({ made: made.length, found, open })
  if (others.length === 0) return known
  return messages.list({ counts: made.length === 0 && open === 0 ? others : [known, ...others] })
}

const HOW = { started: 'started', 'started-now': 'early', canceled: 'canceled', 'not-started': 'failed', replaced: 'replaced' } as const

/** Summary of the journal's report. @param journal absent until an environment is chosen */
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
