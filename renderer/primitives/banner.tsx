import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'

/** Stays above every page while something unusual is open. @param word names it */
export function Banner({
  kind,
  word,
  children,
}: {
  readonly kind: 'practice' | 'customCloud'
  readonly word: string
  readonly children: ReactNode
}) {
  return (
    <header className={classNames(styles.banner, styles[kind])}>
      <span className={styles.word}>{word}</span>
      {children}
    </header>
  )
}
