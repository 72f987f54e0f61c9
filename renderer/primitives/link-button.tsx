import type { ReactNode } from 'react'
import type { OpenLink } from '#contract/contract.ts'
import { useWords } from '../language.tsx'
import { everyPage } from '../messages/every-page.ts'
import { useWizard } from '../wizard-context.tsx'
import { classNames } from './class-names.ts'
import { Glyph } from './glyph.tsx'
import styles from './link-button.module.css'

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
  /** Accessible name, if the visible text says too little; starts with that text. */
  readonly label?: string
  /** `card`: names a card, and covers all of it. */
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

/** A navigation entry that can't be opened now: the current one or a closed one. @param why shown if nothing else explains it */
export function Place({ now, why, children }: { readonly now: boolean; readonly why?: string | undefined; readonly children: ReactNode }) {
  return (
    <span className={classNames(styles.place, now && styles.now)} title={why}>
      {children}
    </span>
  )
}

/** Opens a fixed address by ID in the browser; the page knows no URLs. */
export function ExternalLink({ to, children }: { readonly to: OpenLink; readonly children: ReactNode }) {
  const words = useWords(everyPage)
  const { ask, bridge } = useWizard()
  return (
    <button type="button" className={styles.link} title={words.opensInBrowser} onClick={() => void ask(bridge.call('links:open', to))}>
      <span>{children}</span>
      <Glyph name="open" />
    </button>
  )
}
