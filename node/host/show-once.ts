export interface ShowOnce {
  /** Runs work and shows its changes once, afterwards. */
  during(work: () => void): void
  /** Shows now, or after the current work. */
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
