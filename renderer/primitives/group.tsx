import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './group.module.css'

/** @param labelledBy ID of a heading that replaces the name @param beside at the end of the name's line @param note below the name */
export function Group({
  name,
  labelledBy,
  boxed = false,
  dense = false,
  inOneColumn = false,
  beside,
  note,
  children,
}: {
  readonly name?: string
  readonly labelledBy?: string
  readonly boxed?: boolean
  readonly dense?: boolean
  readonly inOneColumn?: boolean
  readonly beside?: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <fieldset aria-labelledby={labelledBy} className={classNames(boxed && styles.boxed, beside !== undefined && styles.shared)}>
      {name === undefined ? null : <legend className={styles.legend}>{name}</legend>}
      {beside === undefined ? null : <div className={styles.beside}>{beside}</div>}
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
      <div className={classNames(styles.grid, dense && styles.dense, inOneColumn && styles.column)}>{children}</div>
    </fieldset>
  )
}
