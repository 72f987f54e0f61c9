import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names.ts'
import { type Tone, toneClass } from './tones.tsx'

/**
 * A box for related content. Without padding, lines divide its parts.
 * @param tone colors the edge, in addition to words
 * @param target makes the whole card press its button
 */
export function Card({
  as: Tag = 'div',
  padded = false,
  tone,
  target = false,
  labelledBy,
  children,
}: {
  readonly as?: 'div' | 'section' | 'li' | 'ul' | 'ol'
  readonly padded?: boolean
  readonly tone?: Tone
  readonly target?: boolean
  readonly labelledBy?: string
  readonly children: ReactNode
}) {
  return (
    <Tag
      aria-labelledby={labelledBy}
      className={classNames(
        styles.card,
        padded ? styles.padded : styles.divided,
        target && styles.target,
        tone && classNames(styles.edged, toneClass(tone)),
      )}
    >
      {children}
    </Tag>
  )
}

export function CardItem({
  lead,
  aside,
  below,
  children,
}: {
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  readonly below?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <li className={styles.item}>
      {lead === undefined ? null : <span className={styles.lead}>{lead}</span>}
      <div className={styles.what}>{children}</div>
      {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
      {below ? <div className={styles.below}>{below}</div> : null}
    </li>
  )
}
