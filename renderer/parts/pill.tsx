import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './pill.module.css'

export type Tone = 'danger' | 'warning' | 'success' | 'brand' | 'neutral'

/** A word with its sign: status is never said by colour alone. */
export function Pill({ tone, icon, children }: { readonly tone: Tone; readonly icon?: IconName; readonly children: ReactNode }) {
  return (
    <span className={classNames(styles.pill, styles[tone], icon === undefined && styles.withoutIcon)}>
      {icon === undefined ? null : <Icon name={icon} size={12} />}
      {children}
    </span>
  )
}
