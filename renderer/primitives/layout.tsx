import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './layout.module.css'

/** Room between two things: 2, 8, 12 or 20 pixels. */
export type Gap = 'tight' | 'close' | 'even' | 'wide'

interface LayoutProps {
  readonly gap?: Gap
  readonly children: ReactNode
}

/** One below the other. A list is drawn without its bullets. */
export function Stack({
  as: Tag = 'div',
  gap = 'close',
  id,
  label,
  ref,
  children,
}: LayoutProps & {
  readonly as?: 'div' | 'ul' | 'ol'
  readonly id?: string
  readonly label?: string
  readonly ref?: (element: HTMLElement | null) => void
}) {
  return (
    <Tag id={id} aria-label={label} ref={ref} className={classNames(styles.stack, styles[gap])}>
      {children}
    </Tag>
  )
}

/** One beside the other, in further lines where there is no room. */
export function Row({
  as: Tag = 'div',
  gap = 'close',
  spread = 'start',
  children,
}: LayoutProps & {
  readonly as?: 'div' | 'span'
  /** From the start, to both ends, or to the end. */
  readonly spread?: 'start' | 'apart' | 'end'
}) {
  return <Tag className={classNames(styles.row, styles[gap], styles[spread])}>{children}</Tag>
}

/** Side by side in columns as wide as each other, as many as there is room for. */
export function Tiles({ children }: { readonly children: ReactNode }) {
  return <div className={styles.tiles}>{children}</div>
}

/** Apart from what stands above and below it. */
export function Spaced({ children }: { readonly children: ReactNode }) {
  return <div className={styles.spaced}>{children}</div>
}
