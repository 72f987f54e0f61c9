import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import type { HandoffClaims } from '../choices.ts'
import { restsOnWord } from '../handoff/claims.ts'
import { guideOf, type Procedure, placeOf, stepIds } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import { blockingFindings } from '../step/proof.ts'
import { attestedBefore, choosing, recordIn, unreadFrom, type WizardContext } from './context.ts'
import { expectedOf } from './plans.ts'
import { saying } from './said.ts'
import { HAND_OVER_TITLE } from './side-page-words.ts'
import { problemView } from './step-view.ts'
import type { HandOverView } from './view-of-side-pages.ts'

const messages = defineMessages('wizard.handOver', {
  environment: 'Environment ID',
  reading: 'Checking every step with your account',
  opened: 'A handoff from {from} for step {number, number} is open. Read it, then take it over or discard it.',
})

/** The sequence with what the opened hand-over asks for: another person's choices, and nothing that counts yet. */
export function takingOver(context: WizardContext): Partial<WizardContext> {
  if (!context.handOver) return {}
  const { handOver, file, sha256 } = context.handOver
  const { procedure } = context
  const { purpose, from, madeAt, step, environment, proved, note } = handOver
  const chosenNow = choosing(context, environment.id)
  const base = { ...context, ...chosenNow }
  const { chosen } = procedure
  const { choices, claims, isOther } = chosen?.takenOver(base.choices, handOver) ?? { choices: base.choices, claims: {}, isOther: false }
  const chosenIn = isOther ? chosen?.steps[0] : undefined
  const told: HandoffClaims = {
    by: from.userName,
    ...(purpose === 'ask' ? { askedBy: from.objectId } : {}),
    at: madeAt,
    step,
    file,
    sha256,
    environment,
    proved,
    ...defined({ note }),
    ...claims,
  }
  const onWord = stepIds(procedure)
    .flatMap((each) => recordIn(base, each).reading?.findings ?? [])
    .filter(restsOnWord)
  const kept = chosenIn === undefined ? base.attestations : attestedBefore(base, chosenIn)
  return {
    ...chosenNow,
    steps: chosenIn === undefined ? base.steps : unreadFrom(base, chosenIn),
    choices: { ...choices, told },
    ...saying(base, { told, chosen: chosen?.of(choices) ?? {} }),
    // Confirmations based on an earlier file are asked for again.
    attestations: kept.filter(({ key }) => !onWord.some((finding) => finding.key === key)),
    preflight: undefined,
    remembered: undefined,
    lastStep: step,
  }
}

const numbered = (procedure: Procedure, step: StepId) => ({ number: placeOf(procedure, step) ?? 0, title: guideOf(procedure, step).title })

/** Handoff to another person, and from one. */
export function handOverView(context: WizardContext, reading: boolean): HandOverView {
  const { procedure, choices, handOver: opened, problems, lastStep } = context
  const { told } = choices
  return {
    reading,
    steps: stepIds(procedure).map((id) => {
      const { reading: seen } = recordIn(context, id)
      const findings = seen && !seen.choiceMissing ? blockingFindings(seen, context.attestations).length : 0
      return { id, ...numbered(procedure, id), findings, changes: expectedOf(context, id).length }
    }),
    suggested: context.handingOver ?? (lastStep === 'closing' ? (stepIds(procedure).at(-1) ?? lastStep) : lastStep),
    chosen: choices.environmentId !== undefined,
    ...(told ? { told: { by: told.by, at: told.at, step: told.step, ...numbered(procedure, told.step) } } : {}),
    ...(opened ? { opened: openedView(procedure, opened) } : {}),
    ...(problems.handOver ? { problem: problemView(problems.handOver) } : {}),
    announcement: announcementOf(procedure, opened, reading),
  }
}

function openedView(
  procedure: Procedure,
  { handOver, file, sha256 }: NonNullable<WizardContext['handOver']>,
): NonNullable<HandOverView['opened']> {
  const { purpose, from, madeAt, environment, step, note, proved, asked, done, confirmed, gaps } = handOver
  return {
    purpose,
    file,
    sha256,
    from: `${from.displayName} (${from.userName})`,
    madeAt,
    environment: environment.displayName ?? environment.id,
    step: numbered(procedure, step),
    ...defined({ note }),
    rows: [
      ...(procedure.chosen?.rowsOf(handOver) ?? []).map(({ label, value, id }) => ({
        label,
        value: verbatim(value),
        copyable: id !== undefined,
        ...(id === undefined ? {} : { id: verbatim(id) }),
      })),
      { label: messages.environment, value: verbatim(environment.id), copyable: true, minor: true },
    ],
    proved: proved.map((each) => ({ ...numbered(procedure, each.step), at: each.at })),
    findings: asked.findings.map(({ title, why, remedy }) => ({ title, why, remedy })),
    actions: asked.actions.map((action) => ({ ...action })),
    done: done.map((receipt) => ({ ...receipt })),
    confirmed: confirmed.map((each) => ({ ...each })),
    gaps: gaps.map((each) => ({ ...each })),
  }
}

function announcementOf(procedure: Procedure, opened: WizardContext['handOver'], reading: boolean): DisplayText {
  if (reading) return messages.reading
  if (!opened) return HAND_OVER_TITLE
  const { from, step } = opened.handOver
  return messages.opened({ from: from.displayName, number: placeOf(procedure, step) ?? 0 })
}
