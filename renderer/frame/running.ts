import type { EngagementRow, StartView, WizardView } from '../../messages/view.ts'

/** What the list of customers knew last: while a tenant is open, nothing of the others is changed by this window. */
export type Board = Pick<StartView, 'engagements' | 'finished'>

/** What runs, or is scheduled, in the open tenant. */
export interface OwnRun {
  readonly id: string
  readonly title: string
  readonly since?: number
}

const RUNS = ['applying', 'pausing', 'waiting', 'scheduled', 'rechecking'] as const

export const ownRuns = ({ step, others = [] }: Pick<WizardView, 'step' | 'others'>): readonly OwnRun[] =>
  [...(step ? [step] : []), ...others]
    .filter(({ phase, wait }) => wait !== undefined || RUNS.some((each) => each === phase))
    .map(({ id, title, wait }) => ({ id, title, ...(wait ? { since: wait.since } : {}) }))

const startOf = ({ state }: EngagementRow): number => ('since' in state ? state.since : 'at' in state ? state.at : 0)

/** Rows where something runs at the services or is scheduled, the first begun first, without the environment that is open. */
export const runningRows = ({ engagements = [] }: Board, who: WizardView['who']): readonly EngagementRow[] =>
  engagements
    .filter(({ state }) => 'since' in state || state.kind === 'scheduled')
    .filter(({ tenantId, environment }) => tenantId !== who?.tenant || environment !== who.environment)
    .toSorted((a, b) => startOf(a) - startOf(b))
