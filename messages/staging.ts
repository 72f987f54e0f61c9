/** Presentation mode of the main window; never stored. */
export interface Staging {
  /** Dims everything except under pointer or focus. */
  readonly spotlight: boolean
  /** Hides the stepper. */
  readonly bare: boolean
}

export const UNSTAGED: Staging = { spotlight: false, bare: false }
