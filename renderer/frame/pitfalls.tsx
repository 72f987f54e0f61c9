import type { PitfallView } from '../../messages/view.ts'
import { edition } from '../format.ts'
import { ExternalLink } from '../parts/link-button.tsx'
import { strings } from '../strings.ts'
import styles from './pitfalls.module.css'

/** What can go wrong and no service tells: one line each, its words and its document when it is opened. */
export function Pitfalls({ pitfalls }: { readonly pitfalls: readonly PitfallView[] }) {
  return (
    <ul className={styles.list}>
      {pitfalls.map(({ id, heading, text, source }) => (
        <li key={id}>
          <details className={styles.pitfall}>
            <summary className={styles.heading}>{heading}</summary>
            <p className={styles.text}>{text}</p>
            <p className={styles.source}>
              <ExternalLink to={{ source: source.id }}>{source.title}</ExternalLink>
              <span className={styles.date}>
                {source.edition === undefined ? strings.frame.noEdition : strings.frame.edition(edition(source.edition))}, {id}
              </span>
            </p>
          </details>
        </li>
      ))}
    </ul>
  )
}
