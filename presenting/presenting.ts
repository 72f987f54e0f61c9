import type { PresenterAct, PresenterView, SessionNotes } from '../ipc/presenter-channels.ts'
import type { WizardEvent } from '../machines/engine/wizard/events.ts'
import type { WizardView } from '../messages/view.ts'
import type { Backstage } from './backstage.ts'

/** The class's window, as far as a trainer directs it. */
export interface Directed {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
  send(event: WizardEvent): void
  /** @param hours of the practice tenant's time */
  advancePractice(hours: number): void
}

/** A session that is being held: where it is in its notes, and what its trainer sees. */
export interface Presenting {
  view(): PresenterView
  act(act: PresenterAct): void
  /** Calls back after each change, with the new view. @returns a function that ends the subscription */
  subscribe(listener: (view: PresenterView) => void): () => void
  /** Ends what goes wrong, and listens to nothing any more. */
  end(): void
}

/** @param now real time, milliseconds since 1970-01-01T00:00:00Z */
export function createPresenting(notes: SessionNotes, wizard: Directed, backstage: Backstage, now: () => number): Presenting {
  const listeners = new Set<(view: PresenterView) => void>()
  let revision = 0
  let stage = 0
  let began = now()
  let stageBegan = began

  function view(): PresenterView {
    revision += 1
    const of = wizard.view()
    return {
      ...{ revision, language: of.language ?? 'en', now: now() },
      ...{ session: notes, stage, began, stageBegan },
      ...(of.practice ? { shown: { title: of.practice.title, page: pageIn(of), clock: of.now } } : {}),
      stages: stagesIn(of),
      chart: backstage.chart(),
      requests: backstage.requests(),
      faults: backstage.faults()?.current() ?? [],
    }
  }

  function changed(): void {
    const shown = view()
    for (const listener of listeners) listener(shown)
  }

  function goTo(index: number): void {
    if (notes.stages[index] === undefined || index === stage) return
    stage = index
    stageBegan = now()
    changed()
  }

  /** The same case from its beginning, once the one that is open has been left. */
  function reset(): void {
    backstage.faults()?.end()
    stage = 0
    began = now()
    stageBegan = began
    if (wizard.view().page === 'start') {
      open()
      return
    }
    const leave = wizard.subscribe(({ page }) => {
      if (page !== 'start') return
      leave()
      open()
    })
    wizard.send({ type: 'CLOSE_TENANT' })
  }

  function open(): void {
    wizard.send({ type: 'OPEN_PRACTICE', scenario: notes.scenario })
    changed()
  }

  function act(asked: PresenterAct): void {
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
      case 'reset':
        reset()
        break
      case 'clear-requests':
        backstage.clearRequests()
        break
    }
  }

  const leaving = [wizard.subscribe(changed), backstage.subscribe(changed)]
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
    },
  }
}

/** The page that the class sees, by its title. */
function pageIn({ page, step, closing, pages, stages }: WizardView): string {
  if (page === 'step' && step) return step.title
  if (page === 'closing' && closing) return closing.title
  if (page === 'prepare') return stages?.prepare.title ?? ''
  return pages.find(({ now }) => now)?.title ?? ''
}

/** Prepare, the steps, and Manage, as the class's list of steps has them. */
function stagesIn({ stepper, stages }: WizardView): PresenterView['stages'] {
  const entries = [...(stages ? [stages.prepare] : []), ...stepper, ...(stages?.manage ? [stages.manage] : [])]
  return entries.map(({ title, state }) => ({ title, state: state === 'done' || state === 'now' ? state : 'later' }))
}
