import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './facts.module.css'

/** Terms with values: two columns, narrow columns, rows, tiles, or one line. */
export function Facts({
  look = 'columns',
  children,
}: {
  readonly look?: 'columns' | 'narrow' | 'rows' | 'tiles' | 'line'
  readonly children: ReactNode
}) {
  return <dl className={classNames(styles.facts, styles[look])}>{children}</dl>
}

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
