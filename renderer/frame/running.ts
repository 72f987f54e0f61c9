import type { EngagementRow, StartView, WizardView } from '#messages/view.ts'

/** The last known customer list; this window changes no others while a tenant is open. */
export type Board = Pick<StartView, 'engagements' | 'finished'>

export interface OwnRun {
  readonly id: string
  readonly title: string
  readonly since?: number
}

const RUNS = ['applying', 'pausing', 'waiting', 'scheduled', 'rechecking'] as const

const running = ({ step, others = [] }: Pick<WizardView, 'step' | 'others'>) =>
  [...(step ? [step] : []), ...others].filter(
    (each) => each.wait !== undefined || ('schedule' in each && each.schedule !== undefined) || RUNS.some((phase) => phase === each.phase),
  )

/** The first that runs in the open tenant. */
export const ownRun = (view: Pick<WizardView, 'step' | 'others'>) => running(view)[0]

export const ownRuns = (view: Pick<WizardView, 'step' | 'others'>): readonly OwnRun[] =>
  running(view).map(({ id, title, wait }) => ({ id, title, ...(wait ? { since: wait.since } : {}) }))

const startOf = ({ state }: EngagementRow): number => ('since' in state ? state.since : 'at' in state ? state.at : 0)

/** Running or scheduled work, first begun first, without the open environment. */
export const runningRows = ({ engagements = [] }: Board, who: WizardView['who']): readonly EngagementRow[] =>
  engagements
    .filter(({ state }) => 'since' in state || state.kind === 'scheduled')
    .filter(({ tenantId, environment }) => tenantId !== who?.tenant || environment !== who.environment)
    .toSorted((a, b) => startOf(a) - startOf(b))
