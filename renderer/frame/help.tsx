import { type RefObject, useEffect, useRef, useState } from 'react'
import type { StepView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Heading } from '../primitives/text.tsx'
import { Guide } from './guide.tsx'
import styles from './help.module.css'

const REMEMBERED = 'help-is-open'
const DRAWER_ID = 'help'

/** The drawer with the help of a step, and what opens it. */
export interface HelpState {
  readonly open: boolean
  /** Opens or closes it, as a person does: the focus follows. */
  turn(open: boolean): void
  readonly tab: RefObject<HTMLButtonElement | null>
  readonly drawer: RefObject<HTMLElement | null>
}

/** Closed at first, then as it was left. F1 opens and closes it wherever there is help. */
export function useHelp(available: boolean): HelpState {
  const [open, setOpen] = useState(() => localStorage.getItem(REMEMBERED) === 'yes')
  const tab = useRef<HTMLButtonElement>(null)
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
    ;(open ? drawer.current : tab.current)?.focus()
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
  return { open, turn, tab, drawer }
}

/** Opens the help: a tab at the edge of the page, or a button among the page's own where there is no room for it. */
export function HelpTab({ help: { open, turn, tab }, inFooter }: { readonly help: HelpState; readonly inFooter: boolean }) {
  const strings = useStrings()
  if (open) return null
  return (
    <button
      ref={tab}
      type="button"
      className={classNames(styles.tab, inFooter && styles.inFooter)}
      aria-expanded={false}
      aria-keyshortcuts="F1"
      title={strings.frame.guideKey}
      onClick={() => turn(true)}
    >
      <Glyph name="help" size={20} />
      <span>{strings.frame.guide}</span>
    </button>
  )
}

/** Why, manual steps, script, what can go wrong, and documents: over the page, never beside it. */
export function HelpDrawer({ help: { open, turn, drawer }, step }: { readonly help: HelpState; readonly step: StepView }) {
  const strings = useStrings()
  if (!open) return null
  return (
    <aside
      ref={drawer}
      id={DRAWER_ID}
      tabIndex={-1}
      className={styles.drawer}
      aria-label={strings.frame.guide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') turn(false)
      }}
    >
      <Row spread="apart">
        <Heading level={2} size="medium">
          {strings.frame.guide}
        </Heading>
        <TextButton onClick={() => turn(false)}>{strings.frame.closeGuide}</TextButton>
      </Row>
      <Guide key={step.id} step={step} />
    </aside>
  )
}
