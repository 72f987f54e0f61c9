import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { OpenLink } from '../../electron/ipc/contract.ts'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { Icon } from './icons.tsx'

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    padding: '0',
    border: 'none',
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: { flexShrink: 0, display: 'inline-flex' },
})

/** Looks like a link and stays on the page. */
export function TextButton({
  children,
  onClick,
  expanded,
  controls,
}: {
  readonly children: ReactNode
  readonly onClick: () => void
  readonly expanded?: boolean
  readonly controls?: string
}) {
  const styles = useStyles()
  return (
    <button
      type="button"
      className={mergeClasses(styles.link, styles.small)}
      aria-expanded={expanded}
      aria-controls={expanded ? controls : undefined}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

/** Opens one of the fixed addresses in the person's browser: by id, the page knows no address. */
export function ExternalLink({ to, children }: { readonly to: OpenLink; readonly children: ReactNode }) {
  const styles = useStyles()
  const { ask, bridge } = useWizard()
  return (
    <button type="button" className={styles.link} title={strings.opensInBrowser} onClick={() => void ask(bridge.open(to))}>
      <span>{children}</span>
      <span className={styles.icon}>
        <Icon name="external" size={14} />
      </span>
    </button>
  )
}
