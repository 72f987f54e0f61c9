import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import type { Pending } from '../action.ts'
import { openChanges } from '../drift/review.ts'
import { isOnWord } from '../handoff/claims.ts'
import { guideOf, operationIds, stepIds, stepWith } from '../procedure.ts'
import type { SequenceId, StepId } from '../step/finding.ts'
import { currentOf } from '../step/proof.ts'
import { operationsAreOpen, pageIsOpen, pagesOf, recordIn, stepIsOpen, stepIsProved, type WizardContext } from './context.ts'
import { recordsOf } from './others.ts'
import { prepareAsks, prepareCounts } from './prepare.ts'
import type { Beside } from './presentation.ts'
import { unsettles } from './recovery.ts'
import { STAGE_TITLES, sidePageTitle } from './side-page-words.ts'
import { STAGE_PAGES } from './side-pages.ts'
import { type AskedCounts, asked, countsOf, type StepAsks, stepAsks } from './step-asks.ts'
import type { SidePageEntry, StageEntry, StepperEntry, WizardView } from './view.ts'
import type { StepPhase } from './view-of-step.ts'

const messages = defineMessages('wizard.stepper', {
  opensWhen: 'Complete step {number, number} first',
  old: {
    id: 'wizard.stepper.old',
    defaultMessage: 'Not checked since the change {at, date, moment}',
    description: 'Of a step whose last check is from before a change',
  },
  next: { id: 'wizard.stepper.next', defaultMessage: 'Next', description: 'Of a step that is open and not read yet' },
  starts: 'Starts {at, date, moment}',
  writing: 'Making changes',
  runs: { id: 'wizard.stepper.runs', defaultMessage: '{titles}', description: 'What runs at the services, in a list' },
  verified: 'Verified',
  confirmed: {
    id: 'wizard.stepper.confirmed',
    defaultMessage: 'Confirmed, not read',
    description: 'Of a step that a person confirmed on another’s word',
  },
  unchanged: 'No changes found',
  changed: '{count, plural, one {# change found} other {# changes found}}',
})

/** The number of the nearest step before this place that is not proved. */
const lastUnproved = (context: WizardContext, index: number): number =>
  stepIds(context.procedure)
    .slice(0, index)
    .findLastIndex((id) => !stepIsProved(context, id)) + 1

/** The plan is being carried out; the step's own page shows the progress. */
const WRITING: readonly StepPhase[] = ['applying', 'pausing']

/** The documented steps, each with its state and what it asks for. */
export function stepper(
  context: WizardContext,
  now: StepId | undefined,
  beside: Pick<Beside<object>, 'holds' | 'asks'>,
): readonly StepperEntry[] {
  return stepIds(context.procedure).map((id, index) => {
    const guide = guideOf(context.procedure, id)
    const { reading } = recordIn(context, id)
    const starts = startIn(context, id)
    const running = runningIn(context, id)
    const isWriting = WRITING.includes(recordIn(context, id).phase)
    // Ticked only where what the procedure shows beside it says the same.
    const proved = stepIsProved(context, id) && beside.holds(id)
    const open = stepIsOpen(context, id)
    // A step that was proved closes again with an earlier one that no longer holds: it cannot be gone to, so it is not offered.
    const state: StepperEntry['state'] = id === now ? 'now' : !open ? 'closed' : proved ? 'done' : 'open'
    const note = running
      ? context.procedure.actions.waitOf(running).title
      : isWriting
        ? messages.writing
        : state === 'closed'
          ? messages.opensWhen({ number: lastUnproved(context, index) })
          : proved
            ? isOnWord(reading)
              ? messages.confirmed
              : messages.verified
            : (starts ??
              (reading?.oldSince === undefined ? undefined : messages.old({ at: reading.oldSince })) ??
              reading?.note ??
              messages.next)
    const asks =
      running || starts || isWriting || state === 'closed' ? undefined : (beside.asks(id) ?? stepAsks(reading, context.attestations))
    return {
      id,
      title: guide.short ?? guide.title,
      state,
      note,
      ...defined({ asks }),
    }
  })
}

const NOTHING: AskedCounts = { action: 0, confirm: 0 }

/**
 * Open tasks of the stage on screen, as in the list of steps. On pages beside all stages, all open tasks.
 * @param step the step on screen
 */
export function countsOn(context: WizardContext, page: WizardView['page'], step: StepId | undefined): AskedCounts {
  if (step !== undefined) {
    const asksNothing = runningIn(context, step) !== undefined || startIn(context, step) !== undefined
    return asksNothing ? NOTHING : countsOf(recordIn(context, step).reading, context.attestations)
  }
  const changes = isOf(STAGE_PAGES.manage, page) ? countToAnswer(context) : 0
  return changes > 0 ? { ...NOTHING, action: changes } : prepareCounts(context, page)
}

/** Scheduled start of its change, also while another time is asked for. */
function startIn(context: WizardContext, id: StepId): DisplayText | undefined {
  const { phase, schedule } = recordIn(context, id)
  return (phase === 'scheduled' || phase === 'confirming') && schedule ? messages.starts({ at: schedule.window.from }) : undefined
}

/** Running operation of a step: from polling, otherwise from its own reading, otherwise from the check of all steps. */
function runningIn(context: WizardContext, id: SequenceId): Pending | undefined {
  const { pending, reading = context.preflight?.readings.find(({ stepId }) => stepId === id) } = recordIn(context, id)
  return pending ?? ofOperation(context, id) ?? currentOf(reading)?.underway
}

/**
 * Running operation that changes a step's subject. One about another environment doesn't count, nor does one that leaves the step's
 * readings true, such as a new key version.
 */
function ofOperation({ procedure, operations }: WizardContext, id: SequenceId): Pending | undefined {
  const running = procedure.operations.flatMap((each) => (each.about ? [] : (operations[each.id]?.pending ?? [])))
  return running.find((each) => unsettles(procedure.actions, each) && stepWith(procedure, procedure.actions.startOf(each)) === id)
}

/** The pages beside the steps that the procedure has. */
export const sidePages = (context: WizardContext, now: WizardView['page']): readonly SidePageEntry[] =>
  pagesOf(context.procedure).map((page) => ({
    page,
    title: sidePageTitle(context.procedure, page),
    now: page === now,
    open: pageIsOpen(context, page),
  }))

/** The stages around the steps: before the first one, and after the last. */
export function stages(context: WizardContext, page: WizardView['page']): NonNullable<WizardView['stages']> {
  const manage = manageStage(context, page)
  return { prepare: prepareStage(context, page), ...(manage ? { manage } : {}) }
}

const isOf = (pages: readonly WizardView['page'][], page: WizardView['page']): boolean => pages.includes(page)

function prepareStage(context: WizardContext, page: WizardView['page']): StageEntry {
  const asks = prepareAsks(context, page)
  return {
    id: 'prepare',
    title: STAGE_TITLES.prepare,
    state: isOf(STAGE_PAGES.prepare, page) ? 'now' : asks ? 'open' : 'done',
    ...(page === 'prepare' ? {} : { page: 'prepare' }),
    note: asks ? verbatim('') : messages.verified,
    ...defined({ asks }),
  }
}

function manageStage(context: WizardContext, page: WizardView['page']): StageEntry | undefined {
  if (!pagesOf(context.procedure).includes('operations')) return undefined
  const now = isOf(STAGE_PAGES.manage, page)
  const open = operationsAreOpen(context)
  const asks = open ? changesToAnswer(context) : undefined
  return {
    id: 'manage',
    title: STAGE_TITLES.manage,
    state: now ? 'now' : open ? 'open' : 'closed',
    ...(open && page !== 'operations' ? { page: 'operations' } : {}),
    note: open ? openNote(context) : now ? verbatim('') : context.procedure.words.operationsClosed,
    ...defined({ asks }),
  }
}

/** Running operations, or the result of the comparison with the baseline. */
function openNote(context: WizardContext): DisplayText {
  const records = operationIds(context.procedure).flatMap((id) => recordsOf(context, id))
  const running = records.flatMap((id) => runningIn(context, id) ?? [])
  const following = running.map((each) => context.procedure.actions.waitOf(each))
  const titles = [...new Set(following.map(({ short, title }) => short ?? title))]
  if (titles.length > 0) return messages.runs({ titles })
  const changes = openChanges(context)?.length
  return changes === undefined ? verbatim('') : changes === 0 ? messages.unchanged : messages.changed({ count: changes })
}

/** Number of changes since the baseline that need a fix. */
function countToAnswer(context: WizardContext): number {
  if (Object.values(context.operations).some(({ pending }) => pending !== undefined)) return 0
  return openChanges(context)?.filter(({ remedy }) => remedy !== undefined).length ?? 0
}

function changesToAnswer(context: WizardContext): StepAsks | undefined {
  const count = countToAnswer(context)
  return count === 0 ? undefined : { state: 'action-required', text: asked.action({ count }) }
}
