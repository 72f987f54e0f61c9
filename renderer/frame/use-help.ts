import { type RefObject, useEffect, useRef, useState } from 'react'

const REMEMBERED = 'help-is-open'
/** Its ID. */
export const HELP_DRAWER = 'help'

/** The drawer with the help of a step, and the button in the bar that opens it. */
export interface HelpState {
  /** The page has such help. */
  readonly available: boolean
  readonly open: boolean
  /** Opens or closes it, as a person does: the focus follows. */
  turn(open: boolean): void
  readonly button: RefObject<HTMLButtonElement | null>
  readonly drawer: RefObject<HTMLElement | null>
}

/** Closed at first, then as it was left. F1 opens and closes it wherever there is help. */
export function useHelp(available: boolean): HelpState {
  const [open, setOpen] = useState(() => localStorage.getItem(REMEMBERED) === 'yes')
  const button = useRef<HTMLButtonElement>(null)
  const drawer = useRef<HTMLElement>(null)
  // A drawer that is open when a page comes on leaves the focus where it is.
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
