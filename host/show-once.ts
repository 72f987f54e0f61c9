/** Puts off showing while something is under way. */
export interface ShowOnce {
  /** Does the work. What it changes is shown when it ends, once. */
  during(work: () => void): void
  /** Something has changed: shown now, or at the end of the work that is under way. */
  changed(): void
}

export function createShowOnce(show: () => void): ShowOnce {
  let isWorking = false
  let hasChanged = false
  return {
    during(work) {
      if (isWorking) return work()
      isWorking = true
      hasChanged = false
      try {
        work()
      } finally {
        isWorking = false
        if (hasChanged) show()
      }
    },
    changed() {
      if (isWorking) hasChanged = true
      else show()
    },
  }
}
