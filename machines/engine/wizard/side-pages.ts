/** Pages beside the steps. Each can be opened and left at any time while nothing is written. */
export const SIDE_PAGES = ['prepare', 'coverage', 'preflight', 'hand-over', 'operations', 'landscape', 'evidence'] as const
export type SidePage = (typeof SIDE_PAGES)[number]

/** Pages of the stage before the first step, and of the one after the last. The others stand beside all of them. */
export const STAGE_PAGES = { prepare: ['prepare', 'coverage', 'preflight'], manage: ['closing', 'operations'] } as const
