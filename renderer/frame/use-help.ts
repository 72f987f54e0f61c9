import { type RefObject, useEffect, useRef, useState } from 'react'

const REMEMBERED = 'help-is-open'
export const HELP_DRAWER = 'help'

/** Help drawer of a step and its button in the bar. */
export interface HelpState {
  readonly available: boolean
  readonly open: boolean
  /** Opens or closes it for the person and moves the focus. */
  turn(open: boolean): void
  readonly button: RefObject<HTMLButtonElement | null>
  readonly drawer: RefObject<HTMLElement | null>
}

/** Closed at first, then as left. F1 toggles it where help exists. */
export function useHelp(available: boolean): HelpState {
  const [open, setOpen] = useState(() => localStorage.getItem(REMEMBERED) === 'yes')
  const button = useRef<HTMLButtonElement>(null)
  const drawer = useRef<HTMLElement>(null)
  // A drawer that was open when the page appeared doesn't take the focus.
  const byPerson = useRef(false)
  const turn = (wanted: boolean) => {
    localStorage.setItem(REMEMBERED, wanted ? 'yes' : 'no')
    byPerson.current = true
    setOpen(wanted)
  }
  useEffect(() => {
    if (!byPerson.current) return
    byPerson.current = false
    ;(open ? drawer.current : button.current)?.focus()
  }, [open])
  useEffect(() => {
    if (!available) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return
      event.preventDefault()
      turn(!open)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  return { available, open, turn, button, drawer }
}
