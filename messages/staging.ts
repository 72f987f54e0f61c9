/** How the window of a class is shown while a trainer presents; for that time alone, and in no file. */
export interface Staging {
  /** All is dimmed but what the pointer or the focus is on. */
  readonly spotlight: boolean
  /** The page alone: without the list of steps beside it. */
  readonly bare: boolean
}

export const UNSTAGED: Staging = { spotlight: false, bare: false }
