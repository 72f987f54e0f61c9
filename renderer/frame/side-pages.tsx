import type { SidePageEntry } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { classNames } from '../parts/class-names.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './side-pages.module.css'

/** Pages beside the steps: not in the sequence, so a list of their own above or below it. */
export function SidePages({ group }: { readonly group: SidePageEntry['group'] }) {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  const entries = view.pages.filter((entry) => entry.group === group)
  if (entries.length === 0) return null
  return (
    <ul className={classNames(styles.pages, styles[group])} aria-label={strings.frame.sidePages[group]}>
      {entries.map(({ page, title, note, now, open }) => (
        <li key={page} aria-current={now ? 'page' : undefined}>
          {!now && open && can('GO_TO_PAGE') ? (
            <button type="button" className={styles.go} onClick={() => send({ type: 'GO_TO_PAGE', page })}>
              {title}
            </button>
          ) : (
            <span className={classNames(styles.title, now && styles.now)}>{title}</span>
          )}
          {/* What a page is for is said where one is, and when a closed one opens: a note below each would push the steps out of sight. */}
          {now || !open ? <span className={styles.note}>{note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
