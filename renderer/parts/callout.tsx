import type { ReactNode } from 'react'
import styles from './callout.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'

type CalloutTone = 'info' | 'warning' | 'danger' | 'success'

const ICONS: Readonly<Record<CalloutTone, IconName>> = { info: 'info', warning: 'triangle', danger: 'stop', success: 'tick' }

/** A box that stands out from the text, in one of four tones. */
export function Callout({ tone, id, children }: { readonly tone: CalloutTone; readonly id?: string; readonly children: ReactNode }) {
  return (
    <div id={id} className={classNames(styles.callout, styles[tone])}>
      <span className={classNames(styles.icon, styles[`${tone}Icon`])}>
        <Icon name={ICONS[tone]} />
      </span>
      <div className={styles.body}>{children}</div>
    </div>
  )
}
