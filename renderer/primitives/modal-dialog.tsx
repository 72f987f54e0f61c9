import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useScrollStop } from '../frame/overflow.ts'
import { useWords } from '../language.tsx'
import { desktop as desktopWords } from '../messages/desktop.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './modal-dialog.module.css'
import { useReturnFocus } from './return-focus.ts'

/**
 * Modal: the browser traps the focus, and Escape closes it.
 * @param actions buttons, always visible; without them it closes from its header
 * @param note beside the buttons
 * @param focusOn first focus, if it is in sight; default: the title
 * @param wide for page-like content
 * @param returnTo focus after closing, instead of the previous element
 */
export function ModalDialog({
  title,
  actions,
  note,
  wide = false,
  focusOn,
  returnTo,
  onClose,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly note?: string
  readonly focusOn?: () => HTMLElement | null | undefined
  readonly wide?: boolean
  readonly returnTo?: () => HTMLElement | null | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const words = useWords(desktopWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const asked = useRef(focusOn)
  const [scrolling, tabIndex] = useScrollStop<HTMLDivElement>()
  useReturnFocus(returnTo)
  useLayoutEffect(() => {
    dialog.current?.showModal()
    const first = asked.current?.() ?? heading.current
    first?.focus()
    const body = scrolling.current
    if (body === null || body.scrollTop === 0) return
    // The focus must not hide where the dialog begins.
    heading.current?.focus()
    body.scrollTop = 0
  }, [scrolling])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={classNames(styles.dialog, wide && styles.wide)}
      onCancel={(event) => {
        // The owner closes it: a refused answer must keep it open.
        event.preventDefault()
        onClose()
      }}
      onClose={onClose}
    >
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.heading}>
          {title}
        </h2>
        {actions === undefined ? (
          <Button appearance="subtle" onClick={onClose}>
            {words.close}
          </Button>
        ) : null}
      </div>
      <div ref={scrolling} tabIndex={tabIndex} className={styles.body}>
        {children}
      </div>
      {actions === undefined ? null : (
        <div className={styles.actions}>
          {note === undefined ? null : <span className={styles.note}>{note}</span>}
          {actions}
        </div>
      )}
    </dialog>
  )
}
