import { classNames } from './class-names.ts'
import styles from './now-mark.module.css'

/** Beside an end of the line, the word stays within it. */
const NEAR_AN_END = 0.12

/** A mark across a line of time, with its word above. @param at from 0, the start, to 1, the end */
export function NowMark({ at, children }: { readonly at: number; readonly children: string }) {
  return (
    <span className={styles.mark} style={{ insetInlineStart: percent(at) }}>
      <span className={classNames(styles.word, at < NEAR_AN_END && styles.first, at > 1 - NEAR_AN_END && styles.last)}>{children}</span>
    </span>
  )
}

/** Where a moment is between two others, from 0 to 1; before and after them it is at their ends. */
export const fractionOf = (moment: number, from: number, to: number): number => Math.min(1, Math.max(0, (moment - from) / (to - from)))

/** For a style: a place or a length along the line. */
export const percent = (fraction: number): string => `${100 * fraction}%`
