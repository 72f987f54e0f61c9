import { Button } from '@fluentui/react-components'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useStrings } from '../language.tsx'
import styles from './modal-dialog.module.css'
import { useReturnFocus } from './return-focus.ts'

/** Over the page, which waits: the browser keeps the focus inside, and closes it with Escape. */
export function ModalDialog({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { desktop } = useStrings()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useReturnFocus()
  useLayoutEffect(() => {
    dialog.current?.showModal()
    heading.current?.focus()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={id} className={styles.dialog} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.heading}>
          {title}
        </h2>
        <Button appearance="subtle" onClick={onClose}>
          {desktop.close}
        </Button>
      </div>
      {children}
    </dialog>
  )
}
