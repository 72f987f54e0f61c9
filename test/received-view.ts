import type { WizardView } from '#messages/view.ts'

/**
 * The view among what main may answer.
 * @throws with main's own words where it gave none
 */
export function receivedView(answer: unknown): WizardView {
  if (isView(answer)) return answer
  throw new Error(`This is no view: ${JSON.stringify(answer)?.slice(0, 300)}`)
}

/** True if main replied with a view; the compiler checks its content. */
export const isView = (answer: unknown): answer is WizardView =>
  typeof answer === 'object' && answer !== null && 'revision' in answer && 'page' in answer && 'can' in answer
