import type { SessionNotes } from '#contract/presenter-channels.ts'

const MINUTE = 60_000

export interface Pace {
  /** Planned milliseconds: the earlier stages and up to this one's duration. */
  readonly planned: number
  /** Whole minutes behind or (negative) ahead of the plan; 0 within this stage's own time. */
  readonly behind: number
}

/**
 * Compares the session with the notes' plan. A stage that is shorter than planned counts only once it ends.
 * @param elapsed milliseconds since the session began
 * @param inStage milliseconds since this stage began
 */
export function paceOf({ stages }: Pick<SessionNotes, 'stages'>, stage: number, elapsed: number, inStage: number): Pace {
  const before = stages.slice(0, stage).reduce((sum, { minutes }) => sum + minutes * MINUTE, 0)
  const own = (stages[stage]?.minutes ?? 0) * MINUTE
  const planned = before + Math.min(inStage, own)
  return { planned, behind: Math.trunc((elapsed - planned) / MINUTE) }
}

/** For example 21:40, or 1:02:03 after an hour. @param milliseconds rounded down to whole seconds */
export function timerText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
