import styles from './badge.module.css'
import { classNames } from './class-names.ts'

/** What kind it is, in a word. @param filled the one that hurts */
export function Badge({ filled = false, children }: { readonly filled?: boolean; readonly children: string }) {
  return <span className={classNames(styles.badge, filled && styles.filled)}>{children}</span>
}
