import { type Telling, useDrafts, useWizard } from '../wizard-context.tsx'

/** What was done for a start since the wizard was opened: earlier runs aren't known. @param at of the start */
export function useTold(at: number | undefined): readonly [done: readonly Telling[], did: (telling: Telling) => void] {
  const { view, keep } = useWizard()
  const { told } = useDrafts()
  const of = JSON.stringify([view.who?.tenant, view.who?.environment, view.step?.id, at])
  const done = told?.of === of ? told.done : []
  return [done, (telling) => (at === undefined || done.includes(telling) ? undefined : keep({ told: { of, done: [...done, telling] } }))]
}
