import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { OWNERS } from '#machines/procedure/owners/owners.ts'
import type { ProblemView, StepView, WizardView } from '#messages/view.ts'
import { type Answer, answerTo, blocking, type Manner, usual } from '#node/practice/presenting/walk/person.ts'
import type { Scenario } from '#node/practice/scenario.ts'

/** Problem shown where the wizard didn't continue automatically. */
export type Told = Pick<ProblemView, 'title' | 'meaning' | 'remedy' | 'owner'>

export type PersonsEnd = { readonly end: 'encrypted' } | { readonly end: 'lost'; readonly why: string }

/** More answers than any walk takes: a person who goes round in circles. */
const MOST_ANSWERS = 200
/** A person who reads the same message over and over gives up. */
const MOST_TOLD = 12
/** The longest wait that Microsoft names is four days; who waits longer was forgotten. In milliseconds of the tenant's time. */
const LONGEST = 5 * 24 * 3_600_000

/** Extra behavior of a person on a walk: asked first, about every view. */
export type OwnWay = NonNullable<Manner<PersonsEnd>['first']>

/**
 * A person who reads what is wrong, has it fixed, checks again and continues.
 * @param putRight called with each message the person reads
 * @param ownWay without it the person opens the practice tenant of the scenario and finds nothing that was begun
 */
export function whoHasItFixed(scenario: Scenario, putRight: (told: Told) => void, ownWay?: OwnWay): Manner<PersonsEnd> {
  let answers = 0
  let told = 0
  let began: number | undefined
  let pressedNext = 0
  const { pages, phases } = usual(scenario)
  const { environmentId } = scenario

  const lost = (why: string): PersonsEnd => ({ end: 'lost', why })

  function hear(all: readonly Told[], then: WizardEvent, where: string): Answer<PersonsEnd> {
    told += 1
    if (told > MOST_TOLD) return lost(`Told ${told} times, at last ${all.map(({ title }) => title).join('; ')}`)
    if (all.length === 0) return lost(`Stopped without a word ${where}`)
    const vague = all.find((each) => !isNamed(each))
    if (vague) return lost(`Not named or not actionable: ${JSON.stringify(vague)}`)
    for (const each of all) putRight(each)
    return then
  }

  const manner: Manner<PersonsEnd> = {
    first: ownWay,
    pages: {
      ...pages,
      start({ start }) {
        const open = { type: 'OPEN_PRACTICE', scenario: scenario.name } as const
        if (start?.problem) return hear([start.problem], open, 'on the start page')
        return start?.connecting ? undefined : open
      },
      closing: () => ({ end: 'encrypted' }),
    },
    phases: {
      ...phases,
      choosing(step) {
        const { picture } = step
        const isThere = picture.kind === 'environments' && picture.environments.some(({ id }) => id === environmentId)
        if (picture.kind !== 'targets' && (isThere || step.id !== 'integration')) return phases.choosing(step) ?? lost('Nothing to choose')
        const problem = picture.kind === 'environments' || picture.kind === 'targets' ? picture.problem : undefined
        if (picture.kind === 'targets' && !problem) return lost('Nothing to choose in add')
        return hear(problem ? [problem] : blockedBy(step), { type: 'CHECK_AGAIN' }, `in the list of ${picture.kind}`)
      },
      reviewing(step, view) {
        const next = phases.reviewing(step, view)
        if (next?.type === 'NEXT') {
          pressedNext = step.missing ? pressedNext + 1 : 0
          return pressedNext > 3 ? lost(`Continue leads nowhere: ${step.missing?.text ?? ''}`) : next
        }
        const isPlan = next === undefined || next.type === 'REVIEW_PLAN'
        if (isPlan && step.problem) return hear([step.problem], next ?? { type: 'CHECK_AGAIN' }, `in ${step.id}`)
        return next ?? hear(blockedBy(step), { type: 'CHECK_AGAIN' }, `in ${step.id}`)
      },
      // Confirming the sign-in fixes what the service asked for.
      pausing(step, view) {
        const next = phases.pausing(step, view)
        return next && hear(step.problem ? [step.problem] : [], next, `in ${step.id}`)
      },
      stopped: ({ problem }) => lost(`A defect: ${problem?.meaning ?? 'without a word'}`),
      waiting({ wait }) {
        // A failed check: the wait continues automatically, and says so.
        if (!wait?.problem) return undefined
        if (!isNamed(wait.problem)) return lost(`Not named or not actionable: ${JSON.stringify(wait.problem)}`)
        putRight(wait.problem)
        return undefined
      },
    },
  }

  /** The same until it takes too long. */
  function withPatience(view: WizardView): Answer<PersonsEnd> | 'wait' {
    began ??= view.now
    if (view.now - began > LONGEST) return lost(`After five days still ${view.step?.phase ?? view.page}`)
    if (answers > MOST_ANSWERS) return lost(`No end after ${answers} answers, ${view.step?.id} ${view.step?.phase}`)
    const next = answerTo(manner, view)
    if (next) answers += 1
    return next ?? 'wait'
  }
  return { first: withPatience, pages: {}, phases: {} }
}

const blockedBy = (step: StepView): readonly Told[] =>
  blocking(step).map(({ title, seen, why, remedy, owner }) => ({ title, meaning: `${seen} ${why}`.trim(), remedy, owner }))

/** A stop that says what happened, what it means, how to fix it and who can; and none that blames the wizard itself. */
const isNamed = ({ title, meaning, remedy, owner }: Told): boolean =>
  [title, meaning, remedy].every((text) => text.trim().length > 3 && !/undefined|\[object|NaN/.test(text)) &&
  OWNERS.some((each) => each === owner) &&
  !/error in the wizard/.test(meaning)
