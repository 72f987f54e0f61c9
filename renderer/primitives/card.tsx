import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names.ts'
import { type Tone, toneClass } from './tones.tsx'

/**
 * What belongs together on the page, in a box of its own. Without padding its parts are divided by lines.
 * @param tone marks the edge at which it is read first, beside a word that says the same
 * @param target pressing any part of it presses the button inside
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

/** One of the items of a card that is a list. @param lead stands before it, @param aside beside it, @param below under both */
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
