import type { PitfallView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { ExternalLink } from '../parts/link-button.tsx'
import styles from './pitfalls.module.css'

/** What can go wrong and no service tells: one line each, its words and its document when it is opened. */
export function Pitfalls({ pitfalls }: { readonly pitfalls: readonly PitfallView[] }) {
  const strings = useStrings()
  const { edition } = useTimes()
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
                {source.edition === undefined ? strings.frame.noEdition : strings.frame.edition({ date: edition(source.edition) })}, {id}
              </span>
            </p>
          </details>
        </li>
      ))}
    </ul>
  )
}
