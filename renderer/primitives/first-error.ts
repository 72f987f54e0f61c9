import { type RefObject, useEffect } from 'react'

/** Marks what is wrong where `aria-invalid` may not stand, as on a radio button. */
export const WRONG = { 'data-wrong': true } as const

/**
 * After each try that found something wrong, the first of it is scrolled to and gets the focus.
 * @param tries how often it was tried; nothing is done before the first time
 */
export function useFirstError(within: RefObject<HTMLElement | null>, tries: number): void {
  useEffect(() => {
    if (tries === 0) return
    const first = within.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')
    first?.focus()
    // To its middle: what is wrong stands below the field, where the buttons of a dialog would hide it.
    first?.scrollIntoView({ block: 'center' })
  }, [within, tries])
}
