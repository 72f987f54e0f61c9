import { flushSync } from 'react-dom'

/** ID of a blocking finding's title, for the focus. */
export const findingTitleId = (key: string): string => `finding-${key}`

/** ID of the button that shows its manual steps. */
export const manualStepsId = (key: string): string => `steps-${key}`

function unfold(selector: string): void {
  const closed = [...document.querySelectorAll<HTMLElement>('[data-holds]')]
  const holder = closed.find(({ dataset }) => dataset['holds']?.split(' ').some((id) => selector === `[id="${id}"]`))
  if (holder !== undefined) flushSync(() => holder.click())
}

/** Scrolls to an element and focuses it. @param selector of a focusable element @param opens ID of a button that shows more of it */
export function bringIntoSight(selector: string, opens?: string): void {
  unfold(selector)
  if (opens !== undefined) document.querySelector<HTMLElement>(`[id="${opens}"][aria-expanded="false"]`)?.click()
  const found = document.querySelector<HTMLElement>(selector)
  // Unfolds the line itself too.
  found?.querySelector<HTMLElement>(':scope > [aria-expanded="false"]')?.click()
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}

export const showFinding = (key: string): void => bringIntoSight(`[id="${findingTitleId(key)}"]`)
