import { type ReactNode, useId } from 'react'
import styles from './section.module.css'
import { Hidden, Note } from './text.tsx'

/** A part of the page with a focusable heading. @param untitled hides the heading visually, because the card above repeats it */
export function Section({
  heading,
  note,
  action,
  headingId,
  busy,
  untitled = false,
  children,
}: {
  readonly heading: string
  readonly note?: string
  readonly action?: ReactNode
  readonly headingId?: string
  readonly busy?: boolean
  readonly untitled?: boolean
  readonly children: ReactNode
}) {
  const ownId = useId()
  const id = headingId ?? ownId
  return (
    <section className={styles.section} aria-labelledby={id} aria-busy={busy}>
      <div className={styles.head}>
        <h2 id={id} tabIndex={-1} className={untitled ? undefined : styles.heading}>
          {untitled ? <Hidden>{heading}</Hidden> : heading}
        </h2>
        {note === undefined || note === '' ? null : <Note>{note}</Note>}
        {action === undefined ? null : <span className={styles.action}>{action}</span>}
      </div>
      {children}
    </section>
  )
}
