import type { ReactNode } from 'react'
import styles from './card.module.css'

/** What belongs together on the page, in a box of its own; its parts are divided by lines. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={styles.card}>{children}</div>
}
