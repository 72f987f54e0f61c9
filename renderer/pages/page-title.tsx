import type { ReactNode, RefObject } from 'react'
import { classNames } from '../primitives/class-names.ts'
import styles from './page-title.module.css'

/** The page's main heading, focused when the page appears. */
export function PageTitle({
  ref,
  large = false,
  children,
}: {
  readonly ref: RefObject<HTMLHeadingElement | null>
  readonly large?: boolean
  readonly children: ReactNode
}) {
  return (
    <h1 ref={ref} tabIndex={-1} className={classNames(styles.title, large && styles.large)}>
      {children}
    </h1>
  )
}

/** Line above the title: location, and at its end the time of the check. */
export function EyebrowRow({ children, beside }: { readonly children: ReactNode; readonly beside: ReactNode }) {
  return (
    <div className={styles.row}>
      {children}
      <div className={styles.beside}>{beside}</div>
    </div>
  )
}

export function PageEyebrow({ children }: { readonly children: ReactNode }) {
  return <p className={styles.eyebrow}>{children}</p>
}
