import type { MapElementView } from '#messages/view.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { KIND_GLYPHS, STATE_LOOKS } from './looks.ts'
import styles from './row.module.css'
import { ThingName } from './thing-name.tsx'

export const rowClasses = { card: styles.thing, line: styles.line } as const

/** A card in one line: sign, name, and state (or that users are offline). Only the name is truncated. */
export function ThingInRow({
  element: { element, kind, name, outline, outage, state, word, count },
}: {
  readonly element: MapElementView
}) {
  const { glyph } = STATE_LOOKS[state]
  const sign = KIND_GLYPHS[element]
  return (
    <>
      <span className={styles.sign}>{sign === undefined ? null : <Glyph name={sign} size={20} />}</span>
      <span className={styles.words}>
        {/* A missing resource may have no name: its kind replaces it. */}
        <span className={styles.name}>
          <ThingName of={outline === 'dashed' ? kind : name} lines={2} />
        </span>
        {outage === undefined ? (
          <span className={styles.state}>
            <Glyph name={glyph} />
            <span>
              {word}
              {count === undefined ? null : ` ${count}`}
            </span>
          </span>
        ) : (
          <span className={styles.offline}>{outage}</span>
        )}
      </span>
    </>
  )
}

/** A line between two cards in one row: kind and knob, or the problem. */
export function LineInRow({
  element: { element, kind, state, word },
  isDone,
}: {
  readonly element: MapElementView
  readonly isDone: boolean
}) {
  const { knob } = STATE_LOOKS[state]
  return (
    <>
      <span className={styles.kind}>{state === 'action-required' ? word : kind}</span>
      <span className={styles.knob}>{knob === undefined ? null : <Glyph name={isDone && element === 'membership' ? 'lock' : knob} />}</span>
    </>
  )
}
