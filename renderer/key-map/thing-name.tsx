import { classNames } from '../primitives/class-names.ts'
import styles from './thing-name.module.css'

/**
 * A name from its beginning, whichever way the page is read. What doesn't fit its lines is cut at the end, and shown when it is pointed at;
 * the button that it is part of is called by the whole of it.
 * @param lines one where there is room for no more
 */
export function ThingName({ of, lines = 4 }: { readonly of: string | undefined; readonly lines?: 1 | 4 }) {
  if (of === undefined) return null
  return (
    <span className={classNames(styles.name, lines === 1 && styles.line)} dir="auto" title={of}>
      {of}
    </span>
  )
}
