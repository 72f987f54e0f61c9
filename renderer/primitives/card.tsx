import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names.ts'

/**
 * A box for related content. Without padding, lines divide its parts.
 * @param target makes the whole card press its button
 */
export function Card({
  as: Tag = 'div',
  padded = false,
  target = false,
  children,
}: {
  readonly as?: 'div' | 'section' | 'li' | 'ul' | 'ol'
  readonly padded?: boolean
  readonly target?: boolean
  readonly children: ReactNode
}) {
  return <Tag className={classNames(styles.card, padded ? styles.padded : styles.divided, target && styles.target)}>{children}</Tag>
}

export function CardItem({
  lead,
  aside,
  children,
}: {
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <li className={styles.item}>
      {lead === undefined ? null : <span className={styles.lead}>{lead}</span>}
      <div className={styles.what}>{children}</div>
      {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
    </li>
  )
}
