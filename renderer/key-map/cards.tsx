import type { MapElementView } from '#messages/view.ts'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Count, Status } from '../primitives/status.tsx'
import styles from './cards.module.css'
import { KIND_GLYPHS, STATE_LOOKS } from './looks.ts'
import { ThingName } from './thing-name.tsx'

export const cardClasses = { card: styles.card, line: styles.line } as const

export function Card({ element: { element, kind, name, badge, lines, outage, state, word, count } }: { readonly element: MapElementView }) {
  const { tone, glyph } = STATE_LOOKS[state]
  const kindGlyph = KIND_GLYPHS[element]
  return (
    <>
      <span className={styles.kind}>
        {kindGlyph === undefined ? null : <Glyph name={kindGlyph} />}
        <span className={styles.kindName}>{kind}</span>
      </span>
      <span className={styles.body}>
        <span className={styles.thing}>
          <span className={styles.name}>
            <ThingName of={name} />
          </span>
          {outage === undefined ? (
            <>
              {badge === undefined ? null : <span className={classNames(styles.badge, styles[badge.tone])}>{badge.word}</span>}
              {lines.map((line) => (
                <span key={line} className={styles.fact}>
                  {/* A host name breaks only after its dots. */}
                  <BreakableName of={line} after="." />
                </span>
              ))}
            </>
          ) : (
            <span className={styles.offline}>{outage}</span>
          )}
        </span>
        <span className={styles.strip}>
          <Status tone={tone} glyph={glyph}>
            {word}
          </Status>
          {count === undefined ? null : <Count tone={tone} count={count} />}
        </span>
      </span>
    </>
  )
}

export function Line({
  element: { element, kind, state, word, count },
  isDone,
}: {
  readonly element: MapElementView
  readonly isDone: boolean
}) {
  const { knob } = STATE_LOOKS[state]
  const isLocked = isDone && element === 'membership'
  return (
    <>
      <span className={styles.label}>{kind}</span>
      <span className={classNames(styles.knob, isLocked && styles.locked)}>
        {knob === undefined ? null : <Glyph name={isLocked ? 'lock' : knob} size={isLocked ? 20 : 16} />}
        {state === 'action-required' ? count : null}
      </span>
      <span className={styles.word}>{word}</span>
    </>
  )
}
