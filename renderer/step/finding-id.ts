import { flushSync } from 'react-dom'

/** Id of a finding's title: where the focus is sent when the finding is in the way. */
export const findingTitleId = (key: string): string => `finding-${key}`

/** Opens the line that holds this, where a person closed it. */
function unfold(selector: string): void {
  const closed = [...document.querySelectorAll<HTMLElement>('[data-holds]')]
  const holder = closed.find(({ dataset }) => dataset['holds']?.split(' ').some((id) => selector === `[id="${id}"]`))
  if (holder !== undefined) flushSync(() => holder.click())
}

/** Brings a part of the page into sight, with the focus on it. @param selector of what can have the focus */
export function bringIntoSight(selector: string): void {
  unfold(selector)
  const found = document.querySelector<HTMLElement>(selector)
  // Of a line that opens to more, all of it.
  found?.querySelector<HTMLElement>(':scope > [aria-expanded="false"]')?.click()
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}

/** The same for a finding. */
export const showFinding = (key: string): void => bringIntoSight(`[id="${findingTitleId(key)}"]`)
