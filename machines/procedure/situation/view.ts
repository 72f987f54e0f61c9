import { type Situation, type SituationKind, type SituationOf, situationOf } from '../../engine/situation/situation.ts'
import type { SequenceId, StepId } from '../../engine/step/finding.ts'
import { currentOf } from '../../engine/step/proof.ts'
import { recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import type { StepAsks } from '../../engine/wizard/step-asks.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import type { SituationCard } from './card.ts'
import { situationFactsIn } from './facts.ts'
import { FAILED, headlineOf, MADE } from './headlines.ts'
import { ENDS_LOCK, lockedCard, lockedHeadline } from './locked.ts'

/** What the environment's state is, for every page. None ranks by itself. */
export interface SituationView {
  readonly kind: SituationKind
  /** The step or operation where it is dealt with. */
  readonly part?: SequenceId
  readonly place?: number
  /** Of its page, in place of the step's title, and of a line on the other pages. */
  readonly headline?: DisplayText
  /** In place of the step's task. */
  readonly card?: SituationCard
}

const messages = defineMessages('situation.card', {
  resume: 'Resume it',
  resumeText: 'Add the environment again. What isn’t converted yet continues.',
  resumeAct: 'Resume encryption…',
  working: 'Users can work: the environment is enabled, as read {at, date, moment}.',
  offline: 'Users may be offline: the environment isn’t enabled, as read {at, date, moment}.',
  usersUnknown: 'Whether users can work isn’t known.',
  data: 'Your data',
  safe: 'Safe. Don’t revert.',
  safeText: 'What isn’t converted yet is safe on Microsoft’s key. The rest needs your key: keep it.',
  time: 'Time',
  failedAfter: 'Started {since, date, moment}',
  planFor: 'Plan for up to four more days.',
  again: 'If it fails again',
  support: 'Ask Microsoft support',
  supportText: 'Give them the operation ID.',
  goOn: 'Continue where it stopped',
  goOnText: 'Each change is checked again first. Nothing that is made is made twice.',
  goOnAct: 'Continue with {count, plural, one {# change} other {# changes}}…',
})

/** By the environment's own state, where the newest reading has it. */
function usersIn({ steps }: WizardContext): DisplayText {
  const reading = currentOf(steps['membership']?.reading)
  const status = reading?.findings.find(({ key }) => key === 'environment-running')?.status
  if (reading === undefined || status === undefined || status === 'unknown') return messages.usersUnknown
  return status === 'pass' ? messages.working({ at: reading.readAt }) : messages.offline({ at: reading.readAt })
}

/** Only what is resumed by the same step; for the rest its finding says what to do. */
function failedCard({ run, step }: SituationOf<'failed'>, context: WizardContext): SituationCard | undefined {
  if (run.kind !== 'encrypting' || step === undefined) return undefined
  return {
    tone: 'danger',
    now: messages.resume,
    text: messages.resumeText,
    users: usersIn(context),
    act: messages.resumeAct,
    points: [
      { term: messages.data, title: messages.safe, text: messages.safeText },
      { term: messages.time, title: messages.failedAfter({ since: run.since }), text: messages.planFor },
      { term: messages.again, title: messages.support, text: messages.supportText },
    ],
  }
}

/** A plan to continue with exists once everything was read again. */
function stoppedCard({ of, made, step }: SituationOf<'stopped'>): SituationCard | undefined {
  if (made === undefined || step === undefined) return undefined
  return { tone: 'warning', now: messages.goOn, text: messages.goOnText, act: messages.goOnAct({ count: of - made }), points: [] }
}

function cardOf(situation: Situation, context: WizardContext): SituationCard | undefined {
  if (situation.kind === 'locked') return lockedCard(context)
  return situation.kind === 'failed' ? failedCard(situation, context) : situation.kind === 'stopped' ? stoppedCard(situation) : undefined
}

/** Where it is dealt with. A lock is ended by its operation, whichever step saw it. */
const partOf = (situation: Situation): SequenceId | undefined =>
  situation.kind === 'locked' ? ENDS_LOCK : 'part' in situation ? situation.part : undefined

/** A run that the person is about to start again, or that continues, has its own words. */
function isDecided(context: WizardContext, part: SequenceId): boolean {
  const { phase, schedule } = recordIn(context, part)
  return schedule !== undefined || !['reading', 'reviewing', 'confirming', 'rechecking'].includes(phase)
}

export function situationIn(context: WizardContext): {
  readonly view: SituationView
  readonly asks: (step: StepId) => StepAsks | undefined
} {
  const facts = situationFactsIn(context)
  const situation = situationOf(facts)
  const part = partOf(situation)
  const own = situation.kind === 'locked' ? lockedHeadline(situation, context) : headlineOf(situation)
  const headline = part === undefined || isDecided(context, part) ? undefined : own
  // What is in the way comes before going on.
  const isBlocked = facts.parts.some(({ id, asks }) => id === part && asks !== undefined)
  const card = headline === undefined || isBlocked ? undefined : cardOf(situation, context)
  return {
    view: {
      kind: situation.kind,
      ...(part === undefined ? {} : { part }),
      ...(part !== ENDS_LOCK && 'step' in situation && situation.step !== undefined ? { place: situation.step } : {}),
      ...(headline === undefined ? {} : { headline }),
      ...(card === undefined ? {} : { card }),
    },
    asks: (step) => (step === part ? asksOf(situation, isBlocked) : undefined),
  }
}

/** In one line, in the list of steps. */
function asksOf(situation: Situation, isBlocked: boolean): StepAsks | undefined {
  if (situation.kind === 'failed') return { state: 'action-required', text: FAILED }
  if (situation.kind !== 'stopped' || situation.made === undefined || isBlocked) return undefined
  return { state: 'stopped', text: MADE({ made: situation.made, of: situation.of }) }
}
