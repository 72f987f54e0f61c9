import type { PresenterAct, PresenterView, SessionNotes, ShippedNotes } from '#contract/presenter-channels.ts'
import { defined } from '#machines/defined.ts'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import { DEFAULT_SETTINGS, type TextSize, textSizeBeside } from '#messages/settings.ts'
import { UNSTAGED } from '#messages/staging.ts'
import type { WizardView } from '#messages/view.ts'
import { practiceCases } from '../gallery.ts'
import type { Backstage } from './backstage.ts'
import type { Behind, Directed } from './behind.ts'
import type { ChosenNotes, NotesAnswer, NotesDesk } from './notes-desk.ts'
import { openCase } from './open-case.ts'
import { stagesIn } from './under-the-hood.ts'

/** A session: place in its notes, and the trainer's view. */
export type Presenting = Behind<PresenterView>

export interface Stagehands {
  readonly notes: ChosenNotes
  readonly scenario: string
  readonly desk: NotesDesk
  readonly wizard: Directed
  readonly backstage: Backstage
  /** Real time, milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
}

export function createPresenting({ notes: first, scenario, desk, wizard, backstage, now }: Stagehands): Presenting {
  const listeners = new Set<(view: PresenterView) => void>()
  let notes = first
  let problem: string | undefined
  let { language = 'en' } = wizard.view()
  let revision = 0
  let stage = 0
  let began = now()
  let stageBegan = began
  let jumpRefused: string | undefined

  /** The short session fits any case. */
  const caseOfSession = () => (notes.use === '20-minutes' ? scenario : notes.session.scenario)
  const caseOfStage = () => caseIn(notes.session, stage) ?? caseOfSession()

  function view(): PresenterView {
    revision += 1
    const of = wizard.view()
    const { use, name, session } = notes
    const isOpen = of.practice?.scenario === caseOfStage()
    return {
      revision,
      language: of.language ?? 'en',
      now: now(),
      session,
      notes: { use, ...defined({ name }) },
      stage,
      began,
      stageBegan,
      ...defined({ problem, caseToOpen: isOpen ? undefined : desk.titleOf(caseOfStage()) }),
      ...(of.practice ? { shown: { title: of.practice.title, page: pageIn(of), clock: of.now } } : {}),
      stages: stagesIn(of),
      staging: of.staging ?? UNSTAGED,
      textSize: textSizeOf(of),
      jumps: practiceCases.find(({ name }) => name === caseOfStage())?.stages ?? [],
      isJumping: backstage.staging.isUnderWay(),
      ...defined({ jumpRefused }),
      chart: backstage.chart(),
      requests: backstage.requests(),
      faults: backstage.faults()?.current() ?? [],
    }
  }

  function changed(): void {
    // On the way to a stage views change too fast to follow.
    if (!backstage.staging.isUnderWay()) show()
  }

  function show(): void {
    const shown = view()
    for (const listener of listeners) listener(shown)
  }

  function goTo(index: number): void {
    if (notes.session.stages[index] === undefined || index === stage) return
    stage = index
    stageBegan = now()
    changed()
  }

  function begin(): void {
    stage = 0
    began = now()
    stageBegan = began
  }

  /** Other notes start a new session with the same case. */
  function take(chosen: ChosenNotes): void {
    notes = chosen
    begin()
  }

  /** Shows a failure until the next attempt. */
  async function withNotes(work: () => Promise<NotesAnswer<unknown>>): Promise<void> {
    const answer = await work()
    problem = answer.ok ? undefined : answer.why
    changed()
  }

  const chooseShipped = (use: ShippedNotes) =>
    withNotes(async () => {
      take(await desk.shipped(use, language))
      return { ok: true }
    })

  const openNotes = () =>
    withNotes(async () => {
      const answer = await desk.open()
      if (answer.ok && answer.value) take(answer.value)
      return answer
    })

  /** Bundled notes follow the window's language, at the same stage. */
  async function translate(): Promise<void> {
    const wanted = language
    if (notes.use === 'own') return
    const translated = await desk.shipped(notes.use, wanted)
    if (wanted !== language || notes.use !== translated.use) return
    notes = translated
    changed()
  }

  function beginCase(wanted: string): void {
    backstage.faults()?.end()
    openCase(wizard, wanted)
    changed()
  }

  function reset(): void {
    begin()
    beginCase(caseOfStage())
  }

  /** Reopens the case at a stage; the session stays in place. */
  async function jump(to: CaseStage): Promise<void> {
    backstage.faults()?.end()
    const started = backstage.staging.start(wizard, caseOfStage(), to)
    show()
    const ended = await started
    jumpRefused = ended.ok ? undefined : wizard.text(ended.why)
    changed()
  }

  function act(asked: PresenterAct): void {
    // During a walk nothing else moves the window.
    if (backstage.staging.isUnderWay() && asked.do !== 'go') return
    switch (asked.do) {
      case 'go':
        goTo(stage + (asked.to === 'next' ? 1 : -1))
        break
      case 'advance':
        wizard.advancePractice(asked.hours)
        break
      case 'fault':
        backstage.faults()?.begin(asked.fault)
        changed()
        break
      case 'end-faults':
        backstage.faults()?.end()
        changed()
        break
      case 'jump':
        void jump(asked.to)
        break
      case 'reset':
        reset()
        break
      case 'open-case':
        beginCase(caseOfStage())
        break
      case 'stage':
        wizard.stage({ ...(wizard.view().staging ?? UNSTAGED), [asked.what]: asked.on })
        break
      case 'text-size':
        wizard.resizeText(textSizeBeside(textSizeOf(wizard.view()), asked.to === 'larger' ? 1 : -1))
        break
      case 'swap':
        wizard.bringToFront()
        break
      case 'notes':
        void chooseShipped(asked.use)
        break
      case 'open-notes':
        void openNotes()
        break
      case 'save-notes':
        void withNotes(() => desk.save(notes, language))
        break
      case 'clear-requests':
        backstage.clearRequests()
        break
    }
  }

  const onView = ({ language: spoken = 'en' }: WizardView): void => {
    if (spoken !== language) {
      language = spoken
      void translate()
    }
    changed()
  }
  const leaving = [wizard.subscribe(onView), backstage.subscribe(changed)]
  return {
    view,
    act,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end() {
      backstage.faults()?.end()
      for (const leave of leaving) leave()
      wizard.stage(undefined)
    },
  }
}

/** Case of a stage, or of the last one that names any. */
const caseIn = ({ stages }: SessionNotes, stage: number): string | undefined =>
  stages.slice(0, stage + 1).findLast(({ scenario }) => scenario !== undefined)?.scenario

const textSizeOf = ({ settings }: WizardView): TextSize => (settings ?? DEFAULT_SETTINGS).textSize

function pageIn({ page, step, closing, pages, stages }: WizardView): string {
  if (page === 'step' && step) return step.title
  if (page === 'closing' && closing) return closing.title
  if (page === 'prepare') return stages?.prepare.title ?? ''
  return pages.find(({ now }) => now)?.title ?? ''
}
