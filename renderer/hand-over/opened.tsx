import type { OpenedView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { Section } from '../parts/section.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { Receipts } from '../step/receipts.tsx'
import { useNow } from '../wizard-context.tsx'
import styles from './opened.module.css'

/** What a file says, before anything of it is taken: text and nothing else, whatever stands in it. */
export function Opened({ opened }: { readonly opened: OpenedView }) {
  const strings = useStrings()
  const words = useStrings().handOver
  const { moment } = useTimes()
  const now = useNow()
  const { purpose, from, step, note, madeAt, environment, file, sha256, rows, findings, actions, done, proved, confirmed, gaps } = opened
  const when = (at: number) => moment(at, now)
  return (
    <>
      <p className={styles.asks}>{(purpose === 'ask' ? words.asks : words.tells)({ from, number: step.number, title: step.title })}</p>
      <Callout tone="warning">{words.words}</Callout>
      {note === undefined ? null : (
        <Section heading={words.noteFrom}>
          <blockquote className={styles.quote}>{note}</blockquote>
        </Section>
      )}
      <Section heading={words.what}>
        <NotedRows
          rows={[
            { label: words.environment, value: environment, copyable: false },
            ...rows,
            { label: words.made, value: when(madeAt), copyable: false },
            { label: words.file, value: file, copyable: false },
            { label: words.digest, value: sha256, copyable: true, hint: words.digestHint },
          ]}
        />
      </Section>
      {findings.length === 0 ? null : (
        <Section heading={words.inTheWay}>
          <ul className={styles.list}>
            {findings.map(({ title, why, remedy }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes, and its titles may repeat
              <li key={index}>
                {title}
                <span className={styles.more}>{why}</span>
                <span className={styles.more}>{remedy}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {actions.length === 0 ? null : (
        <Section heading={words.plan}>
          <ol className={styles.list}>
            {actions.map(({ title, resource, before, after, undo, takes, owner }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes, and its titles may repeat
              <li key={index}>
                {title}
                <span className={styles.more}>{words.turn({ resource, before, after })}</span>
                <span className={styles.more}>{words.terms({ owner: strings.owners[owner], undo, takes })}</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Receipts receipts={done} />
      <Sentences
        heading={words.proved}
        sentences={proved.map(({ number, title, at }) => words.provedStep({ number, title, when: when(at) }))}
      />
      <Sentences heading={words.confirmed} sentences={confirmed.map(({ title, by, at }) => words.said({ title, by, when: when(at) }))} />
      <Sentences heading={words.gaps} sentences={gaps.map(({ title, by, at }) => words.said({ title, by, when: when(at) }))} />
    </>
  )
}

function Sentences({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Section heading={heading}>
      <ul className={styles.list}>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}
