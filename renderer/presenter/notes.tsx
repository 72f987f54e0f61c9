import type { PresenterView } from '../../ipc/presenter-channels.ts'
import { useWords } from '../language.tsx'
import { presenter } from '../messages/presenter.ts'
import { Heading, Note } from '../primitives/text.tsx'
import styles from './notes.module.css'
import { timerText } from './pace.ts'

/** What the trainer says, shows, asks, and does in this stage. */
export function Notes({ view: { session, stage, stageBegan, shown }, now }: { readonly view: PresenterView; readonly now: number }) {
  const words = useWords(presenter)
  const current = session.stages[stage]
  if (current === undefined) return null
  const { title, minutes, points } = current
  return (
    <section className={styles.notes} aria-labelledby="notes-title">
      <div className={styles.over}>
        <Note>{words.now({ number: stage + 1, of: session.stages.length })}</Note>
        <Note>{words.spent({ spent: timerText(now - stageBegan), minutes })}</Note>
      </div>
      <Heading level={2} size="large" id="notes-title">
        {title}
      </Heading>
      <dl className={styles.points}>
        {points.map(({ label, runs }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read alike, and none is ever moved
          <div key={index} className={styles.point}>
            <dt>{label}</dt>
            <dd>
              {/* biome-ignore lint/suspicious/noArrayIndexKey: as above */}
              {runs.map(({ text, strong }, at) => (strong ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>))}
            </dd>
          </div>
        ))}
      </dl>
      {shown ? <p className={styles.sees}>{words.classSees({ page: shown.page })}</p> : null}
    </section>
  )
}

/** What comes after it. */
export function NextStage({ view: { session, stage } }: { readonly view: PresenterView }) {
  const words = useWords(presenter)
  const next = session.stages[stage + 1]
  const [first] = next?.points ?? []
  return (
    <section className={styles.card}>
      {next === undefined ? (
        <Note>{words.last}</Note>
      ) : (
        <>
          <Note>{words.next({ number: stage + 2, of: session.stages.length, minutes: next.minutes })}</Note>
          <Heading level={2} size="medium">
            {next.title}
          </Heading>
          {first ? <p className={styles.preview}>{first.runs.map(({ text }) => text).join('')}</p> : null}
        </>
      )}
    </section>
  )
}
