import { type RefObject, useEffect } from 'react'

/** Marks errors on elements that don't support `aria-invalid`, such as radio buttons. */
export const WRONG = { 'data-wrong': true } as const

/** Focuses the first error after each failed attempt. @param tries number of attempts; 0 does nothing */
export function useFirstError(within: RefObject<HTMLElement | null>, tries: number): void {
  useEffect(() => {
    if (tries === 0) return
    const first = within.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')
    first?.focus()
    // To the middle, so that a dialog's buttons don't hide the message below the field.
    first?.scrollIntoView({ block: 'center' })
  }, [within, tries])
}
