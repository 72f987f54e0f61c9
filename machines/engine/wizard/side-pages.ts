/** Pages beside the steps, in the order of the list. Each can be opened and left at any time while nothing is written. */
export const SIDE_PAGES = ['coverage', 'preflight', 'hand-over', 'operations', 'evidence'] as const
export type SidePage = (typeof SIDE_PAGES)[number]
