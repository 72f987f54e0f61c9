import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type CalloutTone = 'info' | 'warning' | 'danger' | 'success'

const useStyles = makeStyles({
  callout: {
    display: 'flex',
    gap: '10px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusLarge,
    border: '1px solid transparent',
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
  },
  body: { flexGrow: 1, minWidth: 0 },
  icon: { display: 'inline-flex', height: '20px', alignItems: 'center', flexShrink: 0 },
  info: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  infoIcon: { color: tokens.colorBrandForeground2 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  warningIcon: { color: tokens.colorStatusWarningForeground1 },
  danger: { backgroundColor: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  dangerIcon: { color: tokens.colorStatusDangerForeground1 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
})

const ICONS: Readonly<Record<CalloutTone, IconName>> = { info: 'info', warning: 'triangle', danger: 'stop', success: 'tick' }

/** A box that stands out from the text, in one of four tones. */
export function Callout({ tone, id, children }: { readonly tone: CalloutTone; readonly id?: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div id={id} className={mergeClasses(styles.callout, styles[tone])}>
      <span className={mergeClasses(styles.icon, styles[`${tone}Icon`])}>
        <Icon name={ICONS[tone]} />
      </span>
      <div className={styles.body}>{children}</div>
    </div>
  )
}
