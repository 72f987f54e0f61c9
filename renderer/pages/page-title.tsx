import type { ReactNode, RefObject } from 'react'
import { classNames } from '../primitives/class-names.ts'
import { Text } from '../primitives/text.tsx'
import styles from './page-title.module.css'

/** The main heading of a page: focus is sent to it when the page comes on screen. */
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

/** The line above the title: where one is, and at its end when the page was read, which leaves a long title the whole width. */
export function EyebrowRow({ children, beside }: { readonly children: ReactNode; readonly beside: ReactNode }) {
  return (
    <div className={styles.row}>
      {children}
      <div className={styles.beside}>{beside}</div>
    </div>
  )
}

/** Above it: where one is. Where the rail is one line, that line says it. */
export function PageEyebrow({ children }: { readonly children: ReactNode }) {
  return <p className={styles.eyebrow}>{children}</p>
}

/** The sentence below it: what the page is for. */
export function PageLead({ children }: { readonly children: ReactNode }) {
  return <Text>{children}</Text>
}
