import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import type { Refusal } from '../answer.ts'
import type { ServiceWords } from '../owners.ts'
import type { SequenceId } from '../step/finding.ts'
import type { WhoView } from './view.ts'
import type { FindingView, StepView } from './view-of-step.ts'

const messages = defineMessages('wizard.notice', {
  environment: 'The environment',
  signIn: '{environment}: sign in again',
  started: '{environment}: started',
  notDone: '{environment}: not done',
  done: '{environment}: done',
  doneWithWarning: '{environment}: done, with a warning',
  toPutRight: '{environment}: action required',
  needed: '{environment}: needs you',
  neededBody: 'The rest of the plan is waiting for you.',
  problem: { id: 'wizard.notice.problem', defaultMessage: '{title}', description: 'The title of a problem' },
  withWarning: '{title}. {warning}.',
  finding: { id: 'wizard.notice.finding', defaultMessage: '{title}.', description: 'The title of a step or a finding, as a sentence' },
})

/** Notification for a person who isn't looking at the window: two lines without an ID or a secret. */
export interface Notice {
  readonly kind: 'started' | 'ended' | 'warning' | 'failed' | 'person-needed'
  readonly title: DisplayText
  readonly body: DisplayText
  /** Something off screen: news even if the window is in use. */
  readonly beside?: true
}

/** A text of a view, which may be formatted already. */
type Shown = DisplayText | string

/** A step or an operation, on screen or beside it. */
type SeenStep = Pick<StepView, 'id' | 'phase' | 'proved' | 'schedule'> & {
  readonly title: Shown
  readonly about?: string
  readonly findings: readonly (Pick<FindingView, 'status' | 'planned' | 'attested'> & { readonly title: Shown })[]
  readonly problem?: { readonly title: Shown; readonly refusal?: Pick<Refusal, 'reason'> }
  readonly wait?: { readonly problem?: { readonly refusal?: Pick<Refusal, 'reason'> } }
}

/** Watched parts of a view. */
interface Seen {
  readonly who?: Pick<WhoView, 'environment'>
  readonly step?: SeenStep
  readonly others?: readonly (SeenStep & { readonly environment?: string })[]
  readonly closing?: SeenEnd
}

/** The end of the last step. A title without more has a warning, which says the same. */
interface SeenEnd {
  readonly title: Shown
  readonly lead?: Shown
}

const UNDERWAY: readonly StepView['phase'][] = ['scheduled', 'rechecking', 'applying', 'pausing', 'waiting']

/** Also while another time is asked for. */
const isScheduled = ({ phase, schedule }: SeenStep): boolean => phase === 'scheduled' || (phase === 'confirming' && schedule !== undefined)

const asksForSignIn = ({ wait, problem, phase }: SeenStep): boolean =>
  wait?.problem?.refusal?.reason === 'unauthenticated' || (phase === 'pausing' && problem?.refusal?.reason === 'unauthenticated')

/** Follows what is in one place: on screen, or one thing beside it. */
function watchOne(): (step: SeenStep | undefined, environment: DisplayText, end?: SeenEnd) => Notice | undefined {
  let following: string | undefined
  let isDue = false
  return (step, environment, end) => {
    if (end !== undefined && following !== undefined) {
      following = undefined
      return atEnd(end, environment)
    }
    // Canceled by the person, who knows it.
    if (isDue && step?.phase === 'reviewing' && step.problem === undefined) following = undefined
    const begins = isDue && step?.phase === 'applying'
    isDue = step !== undefined && (isScheduled(step) || (isDue && step.phase === 'rechecking'))
    // The same operation about something else is another one.
    const key = step && [step.id, step.about].join(' ')
    if (following !== undefined && key !== following) following = undefined
    if (step === undefined) return undefined
    if (UNDERWAY.includes(step.phase) || isScheduled(step)) {
      following = key
      return begins
        ? { kind: 'started', title: messages.started({ environment }), body: messages.finding({ title: step.title }) }
        : undefined
    }
    if (following === undefined || step.phase === 'reading') return undefined
    following = undefined
    return ending(step, environment)
  }
}

/**
 * Watches one view after the other for what a person who went away waits for. Said once: when what was scheduled has begun, when what was
 * under way has come to an end, and when it cannot be followed without a person.
 * @param says what is said of the services that it runs at
 */
export function watchForNotice(says: Pick<ServiceWords, 'continuesWithoutSignIn'>): (view: Seen) => readonly Notice[] {
  const onScreen = watchOne()
  const beside = new Map<SequenceId, ReturnType<typeof watchOne>>()
  let needed = false
  return ({ step, who, others = [], closing }) => {
    const named = (name: string | undefined): DisplayText => (name === undefined ? messages.environment : verbatim(name))
    const environment = named(step?.about ?? who?.environment)
    for (const id of [...beside.keys()]) if (!others.some((each) => each.id === id)) beside.delete(id)
    const ends = others.flatMap((each) => {
      const watch = beside.get(each.id) ?? watchOne()
      beside.set(each.id, watch)
      const notice = watch(each, named(each.environment ?? who?.environment))
      return notice ? [{ ...notice, beside: true as const }] : []
    })
    const asking = [...(step ? [step] : []), ...others].filter(({ phase }) => UNDERWAY.includes(phase))
    // While none is under way, a sign-in that was asked for stays asked for.
    const asked = asking.find(asksForSignIn)
    const asks = asking.length === 0 ? needed : asked !== undefined
    const isNews = asks && !needed
    needed = asks
    // A refused change waits for the person; what runs at the services goes on.
    const body =
      asked?.phase === 'pausing' && asked.problem ? messages.problem({ title: asked.problem.title }) : says.continuesWithoutSignIn
    const signIn: Notice = { kind: 'person-needed', title: messages.signIn({ environment }), body }
    const onPage = onScreen(step, environment, closing)
    return [...(onPage ? [onPage] : []), ...(isNews ? [signIn] : []), ...ends]
  }
}

const atEnd = ({ title, lead }: SeenEnd, environment: DisplayText): Notice => ({
  ...(lead === undefined
    ? { kind: 'warning', title: messages.doneWithWarning({ environment }) }
    : { kind: 'ended', title: messages.done({ environment }) }),
  body: messages.finding({ title }),
})

function ending(step: SeenStep, environment: DisplayText): Notice {
  const { problem, findings, proved, title } = step
  if (problem) return { kind: 'failed', title: messages.notDone({ environment }), body: messages.problem({ title: problem.title }) }
  if (proved) {
    const warning = findings.find(({ status }) => status === 'warning')
    return warning
      ? {
          kind: 'warning',
          title: messages.doneWithWarning({ environment }),
          body: messages.withWarning({ title, warning: warning.title }),
        }
      : { kind: 'ended', title: messages.done({ environment }), body: messages.finding({ title }) }
  }
  const failed = findings.find(({ status, planned }) => status === 'fail' && !planned)
  if (failed) return { kind: 'failed', title: messages.toPutRight({ environment }), body: messages.finding({ title: failed.title }) }
  const open = findings.find(({ status, attested }) => status === 'unknown' && attested === undefined)
  return {
    kind: 'person-needed',
    title: messages.needed({ environment }),
    body: open ? messages.finding({ title: open.title }) : messages.neededBody,
  }
}
