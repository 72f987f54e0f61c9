import { classNames } from './class-names.ts'
import styles from './now-mark.module.css'

/** Keeps the label within the line near its ends. */
const NEAR_AN_END = 0.12

/** A labeled mark on a timeline. @param at from 0, the start, to 1, the end */
export function NowMark({ at, children }: { readonly at: number; readonly children: string }) {
  return (
    <span className={styles.mark} style={{ insetInlineStart: percent(at) }}>
      <span className={classNames(styles.word, at < NEAR_AN_END && styles.first, at > 1 - NEAR_AN_END && styles.last)}>{children}</span>
    </span>
  )
}

/** Position between two times, clamped to 0–1. */
export const fractionOf = (moment: number, from: number, to: number): number => Math.min(1, Math.max(0, (moment - from) / (to - from)))

export const percent = (fraction: number): string => `${100 * fraction}%`
