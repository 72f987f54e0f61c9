import type { GuideView, SourceView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { ExternalLink } from '../parts/link-button.tsx'
import styles from './known.module.css'

/** A document by its date alone, to stand beside what it says. */
function Dated({ source }: { readonly source: SourceView }) {
  const strings = useStrings()
  const { edition } = useTimes()
  return (
    <span className={styles.source}>
      <ExternalLink to={{ source: source.id }}>{source.title}</ExternalLink>
      <span className={styles.date}>
        {source.edition === undefined ? strings.frame.noEdition : strings.frame.edition({ date: edition(source.edition) })}
      </span>
    </span>
  )
}

/** How long things take that one waits for, each with the document that says so. */
export function Waits({ waits }: { readonly waits: GuideView['waits'] }) {
  const strings = useStrings()
  if (waits.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>{strings.frame.waits}</h3>
      <dl className={styles.list}>
        {waits.map(({ what, takes, sources }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd className={styles.takes}>
              {takes}
              {sources.map((source) => (
                <Dated key={source.id} source={source} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Matters on which documents disagree: opened, the newest first, the older below it, and what holds here. */
export function Contradictions({ contradictions }: { readonly contradictions: GuideView['contradictions'] }) {
  const strings = useStrings()
  if (contradictions.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>{strings.frame.disagree}</h3>
      {contradictions.map(({ topic, statements, goesBy }) => (
        <details key={topic} className={styles.contradiction}>
          <summary className={styles.topic}>{topic}</summary>
          <ol className={styles.statements}>
            {statements.map(({ says, source }) => (
              <li key={says}>
                {says}
                <Dated source={source} />
              </li>
            ))}
          </ol>
          <p className={styles.goesBy}>
            <strong>{strings.frame.goesBy}:</strong> {goesBy}
          </p>
        </details>
      ))}
      <h3 className={styles.heading}>{strings.frame.documents}</h3>
    </>
  )
}
