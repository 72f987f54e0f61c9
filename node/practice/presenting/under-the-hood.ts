import type { BackstageView } from '#contract/presenter-channels.ts'
import type { WizardView } from '#messages/view.ts'
import type { Backstage } from './backstage.ts'
import type { Behind, Directed } from './behind.ts'

/** Activity in any tenant, even a real one, for support. Changes nothing. */
export function createUnderTheHood(wizard: Pick<Directed, 'view' | 'subscribe'>, backstage: Backstage): Behind<BackstageView> {
  const listeners = new Set<(view: BackstageView) => void>()
  let revision = 0

  function view(): BackstageView {
    revision += 1
    const of = wizard.view()
    return { revision, language: of.language ?? 'en', stages: stagesIn(of), chart: backstage.chart(), requests: backstage.requests() }
  }

  const changed = (): void => {
    const shown = view()
    for (const listener of listeners) listener(shown)
  }
  const leaving = [wizard.subscribe(changed), backstage.subscribe(changed)]
  return {
    view,
    act(asked) {
      if (asked.do === 'clear-requests') backstage.clearRequests()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end() {
      for (const leave of leaving) leave()
    },
  }
}

export function stagesIn({ stepper, stages }: WizardView): BackstageView['stages'] {
  const entries = [...(stages ? [stages.prepare] : []), ...stepper, ...(stages?.manage ? [stages.manage] : [])]
  return entries.map(({ title, state }) => ({ title, state: state === 'done' || state === 'now' ? state : 'later' }))
}
