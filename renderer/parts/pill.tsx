import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

export type Tone = 'danger' | 'warning' | 'success' | 'brand' | 'neutral'

const useStyles = makeStyles({
  pill: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '1px 8px 1px 6px',
    minHeight: '20px',
    boxSizing: 'border-box',
    borderRadius: '10px',
    border: '1px solid transparent',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  withoutIcon: { paddingLeft: '8px' },
  danger: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  warning: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  success: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  brand: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  neutral: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

/** A word with its sign: status is never said by colour alone. */
export function Pill({ tone, icon, children }: { readonly tone: Tone; readonly icon?: IconName; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.pill, styles[tone], icon === undefined && styles.withoutIcon)}>
      {icon === undefined ? null : <Icon name={icon} size={12} />}
      {children}
    </span>
  )
}
