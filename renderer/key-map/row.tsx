import type { MapElementView } from '../../messages/view.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { STATE_LOOKS } from './looks.ts'
import styles from './row.module.css'
import { ThingName } from './thing-name.tsx'

export const rowClasses = { card: styles.thing, line: styles.line } as const

/**
 * A thing where the window is low: its name and one fact, which is that users are offline or how it stands. What isn't there may have no name
 * yet, and says its kind as well.
 */
export function ThingInRow({ element: { kind, name, outline, outage, state, word, count } }: { readonly element: MapElementView }) {
  const { glyph } = STATE_LOOKS[state]
  return (
    <>
      {outline === 'dashed' ? <span className={styles.kind}>{kind}</span> : null}
      <span className={styles.name}>
        {/* What is said in place of a name isn't cut. */}
        <ThingName of={name} lines={outline === 'dashed' ? 4 : 1} />
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
    </>
  )
}

/** What connects two things where the window is low. */
export function LineInRow({ element: { element, state }, isDone }: { readonly element: MapElementView; readonly isDone: boolean }) {
  const { knob } = STATE_LOOKS[state]
  return (
    <span className={styles.knob}>{knob === undefined ? null : <Glyph name={isDone && element === 'membership' ? 'lock' : knob} />}</span>
  )
}
