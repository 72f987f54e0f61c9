import { classNames } from '../primitives/class-names.ts'
import styles from './thing-name.module.css'

/**
 * A name from its beginning in either text direction, truncated at the end, whole in a tooltip and in the button's accessible name.
 * @param lines two where there is little room
 */
export function ThingName({ of, lines = 4 }: { readonly of: string | undefined; readonly lines?: 2 | 4 }) {
  if (of === undefined) return null
  return (
    <span className={classNames(styles.name, lines === 2 && styles.two)} dir="auto" title={of}>
      {of}
    </span>
  )
}
