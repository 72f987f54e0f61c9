import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'

/** Stands above every page and is not scrolled away: that what is open is not the usual. @param word says it in a word */
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
