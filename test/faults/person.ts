import type { KeysHost } from '../../host/customer-managed-keys.ts'
import type { WizardEvent } from '../../machines/engine/wizard/events.ts'
import { decide } from '../../machines/procedure/decide.ts'
import { OWNERS } from '../../machines/procedure/owners.ts'
import type { ProblemView, StepView, WizardView } from '../../messages/view.ts'
import type { Scenario } from '../../practice/scenario.ts'
import { assessing } from '../../presenting/walk/assessing.ts'
import { confirmed } from '../../presenting/walk/walk.ts'

/** What the person read where the wizard did not continue automatically. */
export type Told = Pick<ProblemView, 'title' | 'meaning' | 'remedy' | 'owner'>

export type PersonsEnd = { readonly end: 'encrypted' } | { readonly end: 'lost'; readonly why: string }

/** More answers than any walk takes: a person who goes round in circles. */
const MOST_ANSWERS = 200
/** A person who reads the same message over and over gives up. */
const MOST_TOLD = 12
/** The longest wait that Microsoft names is four days; who waits longer was forgotten. In milliseconds of the tenant's time. */
const LONGEST = 5 * 24 * 3_600_000

/** What a person does on a special page: an event, only waiting, or what they do on any walk. */
export type OwnWay = (view: WizardView) => WizardEvent | PersonsEnd | 'wait' | undefined

/**
 * Sits before the wizard, sees nothing but the view and sends nothing but events. When they read what is wrong they have it fixed, check
 * again and go on.
 * @param putRight called with each message the person reads
 * @param ownWay asked first; without it the person opens the practice tenant of the scenario and finds nothing that was begun
 */
export function sitBefore(
  host: KeysHost,
  scenario: Scenario,
  putRight: (told: Told) => void,
  ownWay: OwnWay = () => undefined,
): Promise<PersonsEnd> {
  let answers = 0
  let told = 0
  let began: number | undefined
  let pressedNext = 0

  const lost = (why: string): PersonsEnd => ({ end: 'lost', why })

  function hear(all: readonly Told[], then: WizardEvent, where: string): WizardEvent | PersonsEnd {
    told += 1
    if (told > MOST_TOLD) return lost(`Told ${told} times, at last ${all.map(({ title }) => title).join('; ')}`)
    if (all.length === 0) return lost(`Stopped without a word ${where}`)
    const vague = all.find((each) => !isNamed(each))
    if (vague) return lost(`Not named or not actionable: ${JSON.stringify(vague)}`)
    for (const each of all) putRight(each)
    return then
  }

  function respond(view: WizardView): WizardEvent | PersonsEnd | undefined {
    began ??= view.now
    if (view.now - began > LONGEST) return lost(`After five days still ${view.step?.phase ?? view.page}`)
    const own = ownWay(view)
    if (own !== undefined) return own === 'wait' ? undefined : own
    if (view.page === 'closing') return { end: 'encrypted' }
    if (view.page === 'start') {
      if (view.start?.problem) return hear([view.start.problem], { type: 'OPEN_PRACTICE', scenario: scenario.name }, 'on the start page')
      return view.start?.connecting ? undefined : { type: 'OPEN_PRACTICE', scenario: scenario.name }
    }
    return assessing(view) ?? (view.step && inStep(view.step, view))
  }

  function inStep(step: StepView, { can, now }: WizardView): WizardEvent | PersonsEnd | undefined {
    switch (step.phase) {
      case 'choosing':
        return choose(step)
      case 'reviewing':
        return review(step, can)
      case 'confirming':
        return { type: 'CONFIRM', ...confirmed(step.confirmation, now) }
      case 'stopped':
        return lost(`A defect: ${step.problem?.meaning ?? 'without a word'}`)
      case 'waiting':
        // A failed check: the wait continues automatically, and says so.
        if (step.wait?.problem) {
          if (!isNamed(step.wait.problem)) return lost(`Not named or not actionable: ${JSON.stringify(step.wait.problem)}`)
          putRight(step.wait.problem)
        }
        return undefined
      default:
        return undefined
    }
  }

  function choose(step: StepView): WizardEvent | PersonsEnd {
    const { environmentId, choices } = scenario
    if (step.picture.kind === 'targets') {
      const { problem } = step.picture
      return problem ? hear([problem], { type: 'CHECK_AGAIN' }, 'in the list of other environments') : lost('Nothing to choose in add')
    }
    if (step.id !== 'integration')
      return choices.policy ? decide({ kind: 'choose-policy', policy: choices.policy }) : lost('Nothing to choose in step 3')
    const { picture } = step
    if (picture.kind === 'environments' && picture.environments.some(({ id }) => id === environmentId))
      return { type: 'CHOOSE_ENVIRONMENT', environmentId }
    const problem = picture.kind === 'environments' ? picture.problem : undefined
    return hear(problem ? [problem] : blocking(step), { type: 'CHECK_AGAIN' }, 'in the list of environments')
  }

  function review(step: StepView, can: WizardView['can']): WizardEvent | PersonsEnd {
    const toConfirm = step.findings.find((finding) => finding.attestable && !finding.attested)
    if (toConfirm) return { type: 'ATTEST', key: toConfirm.key }
    if (step.proved) {
      pressedNext = step.missing ? pressedNext + 1 : 0
      return pressedNext > 3 ? lost(`Continue leads nowhere: ${step.missing?.text ?? ''}`) : { type: 'NEXT' }
    }
    if (step.problem) {
      const heard = hear([step.problem], { type: 'CHECK_AGAIN' }, `in ${step.id}`)
      return 'type' in heard && can.includes('REVIEW_PLAN') ? { type: 'REVIEW_PLAN' } : heard
    }
    if (can.includes('REVIEW_PLAN')) return { type: 'REVIEW_PLAN' }
    return hear(blocking(step), { type: 'CHECK_AGAIN' }, `in ${step.id}`)
  }

  return new Promise((resolve) => {
    let answered = -1
    const leave = { call: (): void => undefined }
    const react = (view: WizardView): void => {
      if (answered === Number.POSITIVE_INFINITY || view.revision <= answered) return
      answered = view.revision
      const next = answers > MOST_ANSWERS ? lost(`No end after ${answers} answers, ${view.step?.id} ${view.step?.phase}`) : respond(view)
      if (next === undefined) return
      if ('end' in next) {
        answered = Number.POSITIVE_INFINITY
        leave.call()
        resolve(next)
        return
      }
      answers += 1
      queueMicrotask(() => host.send(next))
    }
    leave.call = host.subscribe(react)
    react(host.view())
  })
}

const blocking = ({ findings }: StepView): readonly Told[] =>
  findings
    .filter((finding) => finding.status === 'fail' || (finding.status === 'unknown' && !finding.attested))
    .map(({ title, seen, why, remedy, owner }) => ({ title, meaning: `${seen} ${why}`.trim(), remedy, owner }))

/** A stop that says what happened, what it means, how to fix it and who can; and none that blames the wizard itself. */
const isNamed = ({ title, meaning, remedy, owner }: Told): boolean =>
  [title, meaning, remedy].every((text) => text.trim().length > 3 && !/undefined|\[object|NaN/.test(text)) &&
  OWNERS.some((each) => each === owner) &&
  !/error in the wizard/.test(meaning)
