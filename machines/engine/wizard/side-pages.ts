/** Pages beside the steps, in the order of the list. Each can be opened and left at any time while nothing is written. */
export const SIDE_PAGES = ['coverage', 'preflight', 'hand-over', 'operations', 'evidence'] as const
export type SidePage = (typeof SIDE_PAGES)[number]

/** Where the list shows a page: above the steps or below them. */
export const SIDE_PAGE_WORDS: Readonly<
  Record<SidePage, { readonly title: string; readonly note: string; readonly closed?: string; readonly group: 'before' | 'after' }>
> = {
  coverage: { title: 'What the key covers', note: 'Which apps are used, and what stays outside', group: 'before' },
  preflight: { title: 'Check everything first', note: 'All findings at once, by who can put them right', group: 'before' },
  'hand-over': { title: 'Work with a second person', note: 'Hand a step over, or take one over', group: 'after' },
  operations: {
    title: 'After the link',
    note: 'Rotate the key, go back, and what has changed',
    closed: 'Opens when the environment is on your key',
    group: 'after',
  },
  evidence: { title: 'Evidence', note: 'What happened, as a report to give away', group: 'after' },
}
