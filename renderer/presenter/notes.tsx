import { type PresenterView, SHIPPED_NOTES, type ShippedNotes } from '#contract/presenter-channels.ts'
import { useWords } from '../language.tsx'
import { presenter } from '../messages/presenter.ts'
import { Button } from '../primitives/button.tsx'
import { Select } from '../primitives/field.tsx'
import { Row } from '../primitives/layout.tsx'
import { Heading, Note } from '../primitives/text.tsx'
import type { Act } from './act.ts'
import styles from './notes.module.css'
import { timerText } from './pace.ts'

export function Notes({ view, now, act }: { readonly view: PresenterView; readonly now: number; readonly act: Act }) {
  const { session, stage, stageBegan, shown, caseToOpen } = view
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
      {caseToOpen === undefined ? null : (
        <p className={styles.open}>
          <Button onClick={() => act({ do: 'open-case' })}>{words.openCase({ title: caseToOpen })}</Button>
        </p>
      )}
      {shown ? <p className={styles.sees}>{words.classSees({ page: shown.page })}</p> : null}
      <Source view={view} act={act} />
    </section>
  )
}

const isShipped = (value: string): value is ShippedNotes => SHIPPED_NOTES.some((each) => each === value)

/** Source of the notes, with a button to load others. */
function Source({ view: { notes }, act }: { readonly view: PresenterView; readonly act: Act }) {
  const words = useWords(presenter)
  const choose = (value: string) => {
    if (isShipped(value)) act({ do: 'notes', use: value })
  }
  return (
    <Row as="span">
      <Select aria-label={words.notes} value={notes.use} onChange={({ target }) => choose(target.value)}>
        {SHIPPED_NOTES.map((use) => (
          <option key={use} value={use}>
            {words.shippedNotes({ minutes: Number.parseInt(use, 10) })}
          </option>
        ))}
        {notes.use === 'own' ? <option value="own">{notes.name}</option> : null}
      </Select>
      <Button onClick={() => act({ do: 'open-notes' })}>{words.openNotes}</Button>
      <Button onClick={() => act({ do: 'save-notes' })}>{words.saveNotes}</Button>
    </Row>
  )
}

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
