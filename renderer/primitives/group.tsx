import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './group.module.css'

/**
 * Fields or choices that belong together, under a name.
 * @param boxed in a box of its own
 * @param dense short lines close to each other
 * @param inOneColumn one below the other
 */
export function Group({
  name,
  boxed = false,
  dense = false,
  inOneColumn = false,
  children,
}: {
  readonly name: string
  readonly boxed?: boolean
  readonly dense?: boolean
  readonly inOneColumn?: boolean
  readonly children: ReactNode
}) {
  return (
    <fieldset className={classNames(styles.group, boxed && styles.boxed)}>
      <legend className={styles.legend}>{name}</legend>
      <div className={classNames(styles.grid, dense && styles.dense, inOneColumn && styles.column)}>{children}</div>
    </fieldset>
  )
}
