import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { Decision } from '#machines/procedure/decisions.ts'
import type { WizardView } from '#messages/view.ts'
import { answerTo, usual } from '#node/practice/presenting/walk/person.ts'
import { disagreements } from '../../agreement/agreement.ts'
import { complaints } from '../one-story.ts'
import type { Command, Later } from './commands.ts'
import { Desk, quiet } from './desk.ts'
import { brokenNow } from './invariants.ts'
import { offered } from './offered.ts'

export interface Walked {
  /** Nothing, or what did not hold and after what. */
  readonly broken: readonly string[]
  readonly told: readonly string[]
  /** How many events the machine was sent, settlements among them. */
  readonly events: number
}

/** How far the person has come before anything unusual happens. */
type Ahead = Pick<Extract<Command, { do: 'go-on' }>, 'times' | 'later'>

/** Carries out a sequence of commands before a fresh machine, and looks after each whether everything holds. */
export async function walk(scenario: string, signsIn: boolean, ahead: Ahead, commands: readonly Command[]): Promise<Walked> {
  const desk = new Desk(scenario)
  const told: string[] = []
  let events = 0
  let broken: readonly string[] = []
  const opening: WizardEvent = signsIn
    ? { type: 'SIGN_IN', request: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } }
    : { type: 'OPEN_PRACTICE', scenario }
  try {
    // What is on screen: nothing happens between a look and the next command.
    let view = desk.view()
    for (const command of [undefined, { do: 'go-on', ...ahead } as const, ...commands]) {
      if (command === undefined) {
        desk.send(opening)
        told.push(`send ${JSON.stringify(opening)}`)
      } else told.push(await carryOut(desk, view, command))
      events += command?.do === 'go-on' ? command.times : 1
      await quiet()
      view = desk.view()
      broken = [
        ...desk.broken,
        ...brokenNow(view, desk.start, desk.hand),
        ...complaints(await desk.moment(view)),
        ...(await desk.falsehoods(view)),
        ...disagreements({ view, recorded: await desk.recorded() }),
      ]
      if (broken.length > 0) break
    }
  } finally {
    await desk.stop()
  }
  return { broken, told, events }
}

async function carryOut(desk: Desk, view: WizardView, command: Command): Promise<string> {
  switch (command.do) {
    case 'use': {
      const all = offered(view)
      const event = all[command.pick % all.length]
      if (event) desk.send(event)
      return `use ${JSON.stringify(event)}`
    }
    case 'go-on':
      return goOn(desk, command.times, command.meddled, command.later)
    case 'settle':
      return `settle ${await desk.settle(command.pick, command.how)}`
    case 'send':
      desk.send(command.event)
      return `send ${JSON.stringify(command.event)}`
    case 'advance':
      desk.advance(command.hours)
      return `${command.hours} hours pass`
    case 'hand-over':
      return desk.handOver()
    case 'meddle':
      return desk.meddle(command.pick)
    case 'restart':
      return desk.restart(command.arrives, command.away)
  }
}

/** What an event is, for the order below: a decision by its kind. */
const nameOf = (event: WizardEvent): string => (event.type === 'DECIDE' ? event.decision.kind : event.type)

/** What else leads towards the end, in this order, where what a person usually does is not offered: the first of what is on screen is chosen. */
const ONWARD: readonly (WizardEvent['type'] | Decision['kind'])[] = [
  'acknowledge-gap',
  'CHOOSE_ENVIRONMENT',
  'choose-policy',
  'turn-on-purge-protection',
  'ANSWER_DRIFT',
  'POLL_NOW',
  'NEXT',
  'BACK',
  'CHECK_AGAIN',
]

/** Once the steps are through: other environments are added and the key is protected, one of them looked at while another is encrypted. */
function afterwards({ page, step }: WizardView, all: readonly WizardEvent[], turn: number): WizardEvent | undefined {
  const some = (of: (event: WizardEvent) => boolean): WizardEvent | undefined => {
    const fitting = all.filter(of)
    return fitting[turn % fitting.length]
  }
  if (page === 'closing') return some((event) => event.type === 'GO_TO_PAGE' && event.page === 'operations')
  if (page !== 'operations') return undefined
  if (!step) return some((event) => event.type === 'OPEN_OPERATION' && ['add', 'protect'].includes(event.operation))
  const mayLeave = step.proved || (step.phase === 'waiting' && turn % 3 === 0)
  if (step.id === 'add' && (step.phase === 'choosing' || mayLeave)) return some((event) => nameOf(event) === 'choose-addition')
  const wishes = (event: WizardEvent) => event.type === 'DECIDE' && 'wanted' in event.decision && event.decision.wanted === true
  return step.id === 'protect' && step.phase === 'reviewing' ? some(wishes) : undefined
}

// What is chosen is what is on screen.
const { pages, phases } = usual({ environmentId: '', choices: {} })
const { choosing: _, ...phasesAfterChoosing } = phases

function nextOf(view: WizardView, turn: number, schedules: boolean): WizardEvent | undefined {
  const all = offered(view)
  const named = (name: string): WizardEvent | undefined => all.find((each) => nameOf(each) === name)
  const usually = answerTo<never>({ pages, phases: phasesAfterChoosing }, view)
  return (
    (schedules ? named('SCHEDULE') : undefined) ??
    afterwards(view, all, turn) ??
    (usually && named(nameOf(usually)) ? usually : undefined) ??
    ONWARD.flatMap((name) => named(name) ?? [])[0]
  )
}

/** A person who continues as well as they can, with tenants that answer as they are. @param times how many things happen @param meddled another person makes a change before the first of this plan @param later what may wait for its time is scheduled */
export async function goOn(desk: Desk, times: number, meddled = false, later: Later = 'no'): Promise<string> {
  const done: string[] = []
  let toMeddle = meddled
  for (let turn = 0; turn < times; turn++) {
    if (toMeddle && desk.snapshot?.children.step?.getSnapshot().matches('rechecking')) {
      toMeddle = false
      done.push(await desk.meddle(turn))
    }
    const settled = await desk.settleNext()
    if (settled !== undefined) done.push(settled)
    else {
      const event = nextOf(desk.view(), turn, later !== 'no')
      if (!event) break
      done.push(nameOf(event))
      desk.send(event)
      if (event.type === 'SCHEDULE' && later === 'asleep') desk.advance(1)
    }
    await quiet()
  }
  return `go on: ${done.join(', ')}`
}
