import type { ReactNode } from 'react'
import type { OpenLink } from '../../ipc/contract.ts'
import { useWords } from '../language.tsx'
import { everyPage } from '../messages/every-page.ts'
import { useWizard } from '../wizard-context.tsx'
import { classNames } from './class-names.ts'
import { Glyph } from './glyph.tsx'
import styles from './link-button.module.css'

/** Looks like a link and stays on the page. */
export function TextButton({
  children,
  onClick,
  expanded,
  controls,
  label,
  look = 'small',
}: {
  readonly children: ReactNode
  readonly onClick: () => void
  readonly expanded?: boolean
  readonly controls?: string
  /** Where the words on it say too little for people who hear it alone. Begins with them. */
  readonly label?: string
  /** Small beside something, plain in a list of places to go to, or as the name of a card, all of which it covers. */
  readonly look?: 'small' | 'plain' | 'card'
}) {
  return (
    <button
      type="button"
      className={classNames(styles.link, styles[look])}
      aria-label={label}
      aria-expanded={expanded}
      aria-controls={expanded ? controls : undefined}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

/**
 * A place in a list of places to go to that nothing leads to now: one is there, or it is closed.
 * @param why said where nothing else on the page says why
 */
export function Place({ now, why, children }: { readonly now: boolean; readonly why?: string | undefined; readonly children: ReactNode }) {
  return (
    <span className={classNames(styles.place, now && styles.now)} title={why}>
      {children}
    </span>
  )
}

/** Opens one of the fixed addresses in the person's browser: by id, the page knows no address. */
export function ExternalLink({ to, children }: { readonly to: OpenLink; readonly children: ReactNode }) {
  const words = useWords(everyPage)
  const { ask, bridge } = useWizard()
  return (
    <button type="button" className={styles.link} title={words.opensInBrowser} onClick={() => void ask(bridge.open(to))}>
      <span>{children}</span>
      <span className={styles.sign}>
        <Glyph name="open" />
      </span>
    </button>
  )
}
