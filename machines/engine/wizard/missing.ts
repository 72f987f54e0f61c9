import { defineMessages } from '../../messages/message.ts'
import { guideOf, stepsBefore } from '../procedure.ts'
import { asksPerson } from '../step/asks-person.ts'
import { blocks, type SequenceId } from '../step/finding.ts'
import { isPlanned, isProved } from '../step/proof.ts'
import { brokenIn, brokenInWords } from '../step/recheck.ts'
import { recordIn, type WizardContext } from './context.ts'
import type { StepView } from './view-of-step.ts'

/** Why the person must wait while the wizard works. */
export const underwayMessages = defineMessages('wizard.missing', {
  reading: 'Checking the services. You can continue when that’s done.',
  applying: 'Making changes. You can continue when they’re done and verified.',
  behind: 'Changes in {environment} aren’t all made yet. Open another environment when they are.',
  behindScheduled: 'A change in {environment} is scheduled. Open another environment when it’s made, or cancel the schedule first.',
})

const messages = defineMessages('wizard.missing', {
  fails: '“{title}” needs action first.',
  toConfirm: 'Confirm “{title}” first.',
  unknown: '“{title}” needs to be checked first.',
  scheduled: 'The change is scheduled. The step is done when the environment shows it.',
  planned: '{count, plural, one {One change is} other {# changes are}} left. Review and apply them, or make them manually and check again.',
  stale: 'The last check is too old. Checking the services again.',
  readAgain: 'The last check is more than 15 minutes old. Checking again; continue when it’s done.',
  wasReadAgain: 'The last check was more than 15 minutes old, so we checked again. You can continue.',
})

/** Why the next step is still closed, and the place on the page that says so. */
export function whatIsMissing(context: WizardContext, sequence: SequenceId): Omit<NonNullable<StepView['missing']>, 'id'> {
  const { reading, phase } = recordIn(context, sequence)
  if (phase === 'waiting') return { text: context.procedure.actions.owners.says.stillRunning, target: 'page' }
  if (phase === 'scheduled') return { text: messages.scheduled, target: 'page' }
  if (phase === 'reading' || phase === 'rechecking' || reading === undefined) return { text: underwayMessages.reading, target: 'page' }
  if (phase === 'applying' || phase === 'pausing') return { text: underwayMessages.applying, target: 'page' }
  if (phase === 'choosing') return { text: guideOf(context.procedure, sequence).choice.first, target: 'form' }
  const finding = reading.findings.find((candidate) => blocks(candidate, context.attestations) && !isPlanned(candidate, reading.plan))
  if (finding) {
    const { title, status } = finding
    const text =
      status === 'fail' ? messages.fails({ title }) : asksPerson(finding) ? messages.toConfirm({ title }) : messages.unknown({ title })
    return { text, findingKey: finding.key, target: 'finding' }
  }
  if (reading.plan.length > 0) return { text: messages.planned({ count: reading.plan.length }), target: 'plan' }
  const earlier = stepsBefore(context.procedure, sequence).flatMap((id) => recordIn(context, id).reading ?? [])
  const broken = brokenIn(context.procedure, sequence, earlier, context.attestations)
  if (broken) return { text: brokenInWords(context.procedure, broken), target: 'page' }
  return { text: messages.stale, target: 'page' }
}

/** A reading that is too old to count is made anew: the person continues when it is there. */
export const READ_AGAIN = { text: messages.readAgain, target: 'page', rereading: 'underway' } as const

/**
 * Feedback after Continue read everything again. The reading can end before it is noticed, and a press must always have a visible result.
 * @param kept context after the reading
 */
export function afterReadingAgain(context: WizardContext, kept: WizardContext, of: SequenceId): WizardContext {
  if (context.missing?.rereading !== 'underway' || kept.missing !== undefined) return kept
  const { phase, reading } = recordIn(kept, of)
  // A defect has a card of its own.
  if (phase === 'stopped') return kept
  const id = context.missingCount + 1
  const passed = phase === 'reviewing' && isProved(reading, kept.attestations)
  const said = passed ? ({ text: messages.wasReadAgain, target: 'page', rereading: 'passed' } as const) : whatIsMissing(kept, of)
  return { ...kept, missingCount: id, missing: { id, ...said } }
}
