import type { CSSProperties, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './layout.module.css'

/** 2, 8, 12 or 20 pixels. */
export type Gap = 'tight' | 'close' | 'even' | 'wide'

interface LayoutProps {
  readonly gap?: Gap
  readonly children: ReactNode
}

export function Stack({
  as: Tag = 'div',
  gap = 'close',
  label,
  children,
}: LayoutProps & {
  readonly as?: 'div' | 'ul' | 'ol'
  readonly label?: string
}) {
  return (
    <Tag aria-label={label} className={classNames(styles.stack, styles[gap])}>
      {children}
    </Tag>
  )
}

export function Row({
  as: Tag = 'div',
  gap = 'close',
  spread = 'start',
  children,
}: LayoutProps & {
  readonly as?: 'div' | 'span'
  /** Alignment: start, both ends, end. */
  readonly spread?: 'start' | 'apart' | 'end'
}) {
  return <Tag className={classNames(styles.row, styles[gap], styles[spread])}>{children}</Tag>
}

/** Equal columns, as many as fit. @param least width of one, in pixels @param filled few are no wider than many */
export function Tiles({
  as: Tag = 'div',
  least = 300,
  gap,
  filled = false,
  children,
}: Partial<LayoutProps> & { readonly as?: 'div' | 'ul'; readonly least?: number; readonly filled?: boolean }) {
  const style = { '--least': `${least}px` } as CSSProperties
  return (
    <Tag className={classNames(styles.tiles, filled && styles.filled, gap && styles[gap])} style={style}>
      {children}
    </Tag>
  )
}

/** All columns of a group. */
export function Whole({ children }: { readonly children: ReactNode }) {
  return <div className={styles.whole}>{children}</div>
}

export function Spaced({ children }: { readonly children: ReactNode }) {
  return <div className={styles.spaced}>{children}</div>
}
