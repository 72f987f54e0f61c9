import { classNames } from '../primitives/class-names.ts'
import styles from './thing-name.module.css'

/**
 * A name from its beginning in either text direction, truncated at the end, whole in a tooltip and in the button's accessible name.
 * @param lines one where there is little room
 */
export function ThingName({ of, lines = 4 }: { readonly of: string | undefined; readonly lines?: 1 | 4 }) {
  if (of === undefined) return null
  return (
    <span className={classNames(styles.name, lines === 1 && styles.line)} dir="auto" title={of}>
      {of}
    </span>
  )
}
