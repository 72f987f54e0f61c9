import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import { type DisplayText, defineMessages } from '#machines/messages/message.ts'
import { until } from './walk/person.ts'
import { type Walked, walk } from './walk/walk.ts'

/** Speed of practice time, as in `PracticeClockOptions`. */
export interface Pace {
  readonly speed: number
  readonly longest: number
}

export type Started = { readonly ok: true } | { readonly ok: false; readonly why: DisplayText }

/** Opens cases at a stage by an invisible walk in the open window. */
export interface Staging {
  /** Speed of the practice clock: without pauses during a walk. Read for each pause. */
  readonly pace: Pace
  /** A walk is running, invisibly. */
  isUnderWay(): boolean
  /** Reopens a practice case at a stage. @returns why it can't: a real tenant is open, a change is running, or no walk reaches the stage */
  start(wizard: Walked, scenario: string, stage: CaseStage): Promise<Started>
}

const messages = defineMessages('staging', {
  busy: 'The app is working. Try again when it’s done.',
  real: 'A real tenant is open. Sign out first.',
  unknown: 'There’s no practice case “{scenario}”.',
  notReached: 'This case doesn’t come to this stage by itself. It’s open where it stopped.',
})

const WITHOUT_PAUSES: Pace = { speed: Number.POSITIVE_INFINITY, longest: 0 }

/** Returns to the start page. @returns false if the app can't leave */
function left(wizard: Walked): Promise<boolean> {
  const { page, start, can } = wizard.view()
  if (page === 'start') return Promise.resolve(start?.behind === undefined || can.includes('OPEN_PRACTICE'))
  if (!can.includes('CLOSE_TENANT')) return Promise.resolve(false)
  const isLeft = until(wizard, ({ page }) => page === 'start').then(() => true)
  wizard.send({ type: 'CLOSE_TENANT' })
  return isLeft
}

/** @param usual speed while a person works */
export function createStaging(usual: Pace): Staging {
  let isUnderWay = false
  const pace = () => (isUnderWay ? WITHOUT_PAUSES : usual)

  async function walked(wizard: Walked, name: string, stage: CaseStage): Promise<Started> {
    // Loaded with the first case.
    const { scenarioByName } = await import('../scenarios.ts')
    const scenario = scenarioByName(name)
    if (scenario === undefined) return { ok: false, why: messages.unknown({ scenario: name }) }
    if (!(await left(wizard))) return { ok: false, why: messages.busy }
    const { environmentId, choices, comesBack } = scenario
    const end = await walk(wizard, { scenario: name, environmentId, choices, comesBack, stopAt: stage, tell: () => undefined })
    return end.end === 'stage' ? { ok: true } : { ok: false, why: messages.notReached }
  }

  return {
    pace: {
      get speed() {
        return pace().speed
      },
      get longest() {
        return pace().longest
      },
    },
    isUnderWay: () => isUnderWay,
    async start(wizard, scenario, stage) {
      const { page, practice } = wizard.view()
      if (page !== 'start' && practice === undefined) return { ok: false, why: messages.real }
      if (isUnderWay) return { ok: false, why: messages.busy }
      isUnderWay = true
      try {
        return await walked(wizard, scenario, stage)
      } finally {
        isUnderWay = false
        // Shows the walk's result.
        wizard.advancePractice(0)
      }
    },
  }
}
