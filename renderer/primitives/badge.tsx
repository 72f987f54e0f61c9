import styles from './badge.module.css'
import { classNames } from './class-names.ts'

export function Badge({ filled = false, children }: { readonly filled?: boolean; readonly children: string }) {
  return <span className={classNames(styles.badge, filled && styles.filled)}>{children}</span>
}
