import type { ReactNode, RefObject } from 'react'
import styles from './page-title.module.css'

/** The main heading of a page beside the rail: focus is sent to it when the page comes on screen. */
export function PageTitle({ ref, children }: { readonly ref: RefObject<HTMLHeadingElement | null>; readonly children: ReactNode }) {
  return (
    <h1 ref={ref} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  )
}

/** The sentence below it: what the page is for. */
export function PageLead({ children }: { readonly children: ReactNode }) {
  return <p className={styles.lead}>{children}</p>
}
