import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './group.module.css'

/**
 * Fields or choices that belong together, under a name.
 * @param labelledBy ID of the heading above that names them, in place of a name
 * @param boxed in a box of its own
 * @param dense short lines close to each other
 * @param inOneColumn one below the other
 * @param beside what stands at the end of the line with the name
 * @param note what is said of all of them, below the name
 */
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
    <fieldset
      aria-labelledby={labelledBy}
      className={classNames(styles.group, boxed && styles.boxed, beside !== undefined && styles.shared)}
    >
      {name === undefined ? null : <legend className={styles.legend}>{name}</legend>}
      {beside === undefined ? null : <div className={styles.beside}>{beside}</div>}
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
      <div className={classNames(styles.grid, dense && styles.dense, inOneColumn && styles.column)}>{children}</div>
    </fieldset>
  )
}
