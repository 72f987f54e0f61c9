import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './facts.module.css'

/** What things are called and what they are: in two columns, narrow ones, as rows of a card, as tiles of a card, or all in one line. */
export function Facts({
  look = 'columns',
  children,
}: {
  readonly look?: 'columns' | 'narrow' | 'rows' | 'tiles' | 'line'
  readonly children: ReactNode
}) {
  return <dl className={classNames(styles.facts, styles[look])}>{children}</dl>
}

/** One of them; nothing where there is nothing to say. @param aside what can be done with it */
export function Fact({ term, aside, children }: { readonly term: ReactNode; readonly aside?: ReactNode; readonly children: ReactNode }) {
  if (children === undefined || children === '') return null
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
      {aside ? <dd className={styles.aside}>{aside}</dd> : null}
    </div>
  )
}
