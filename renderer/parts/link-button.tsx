import type { ReactNode } from 'react'
import type { OpenLink } from '../../ipc/contract.ts'
import { useStrings } from '../language.tsx'
import { useWizard } from '../wizard-context.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icons.tsx'
import styles from './link-button.module.css'

/** Looks like a link and stays on the page. */
export function TextButton({
  children,
  onClick,
  expanded,
  controls,
  label,
}: {
  readonly children: ReactNode
  readonly onClick: () => void
  readonly expanded?: boolean
  readonly controls?: string
  /** Where the words on it say too little for people who hear it alone. Begins with them. */
  readonly label?: string
}) {
  return (
    <button
      type="button"
      className={classNames(styles.link, styles.small)}
      aria-label={label}
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
  const strings = useStrings()
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
