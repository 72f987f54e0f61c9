import { useDrafts, useWizard } from '../wizard-context.tsx'

/** What is done before a scheduled start, in the page's order. */
export type Telling = 'mail' | 'calendar' | 'request'

/** What was done here for one start; another start has to be told anew. */
export interface ToldStart {
  readonly of: string
  readonly done: readonly Telling[]
}

/** What was done for a start since the wizard was opened: earlier runs aren't known. @param at of the start */
export function useTold(at: number | undefined): readonly [done: readonly Telling[], did: (telling: Telling) => void] {
  const { view, keep } = useWizard()
  const { told } = useDrafts()
  const of = JSON.stringify([view.who?.tenant, view.who?.environment, view.step?.id, at])
  const done = told?.of === of ? told.done : []
  return [done, (telling) => (at === undefined || done.includes(telling) ? undefined : keep({ told: { of, done: [...done, telling] } }))]
}
