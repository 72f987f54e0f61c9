import { Button } from '@fluentui/react-components'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useScrollStop } from '../frame/overflow.ts'
import { useWords } from '../language.tsx'
import { desktop as desktopWords } from '../messages/desktop.ts'
import { classNames } from './class-names.ts'
import styles from './modal-dialog.module.css'
import { useReturnFocus } from './return-focus.ts'

/**
 * Over the page, which waits: the browser keeps the focus inside, and Escape closes it.
 * @param actions its buttons, which stay in sight while the rest is scrolled; without them it is closed at its head
 * @param note beside its buttons
 * @param focusOn what gets the focus first; absent: the title
 * @param wide for what is a page of its own
 * @param returnTo what gets the focus afterwards, instead of what had it before
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
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={classNames(styles.dialog, wide && styles.wide)}
      onCancel={(event) => {
        // It is gone when its owner says so: a refused answer must not leave the page without it.
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
