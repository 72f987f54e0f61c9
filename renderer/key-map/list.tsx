import type { MapElementView } from '#messages/view.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Status } from '../primitives/status.tsx'
import styles from './list.module.css'
import { KIND_GLYPHS, STATE_LOOKS } from './looks.ts'
import { ThingName } from './thing-name.tsx'

export const listClasses = { card: styles.thing, line: styles.line } as const

function State({ element: { state, word, count } }: { readonly element: MapElementView }) {
  const { tone, glyph } = STATE_LOOKS[state]
  return (
    <Status tone={tone} glyph={glyph} count={count}>
      {word}
    </Status>
  )
}

export function ThingInList({ element }: { readonly element: MapElementView }) {
  const { element: id, kind, name, outage } = element
  const glyph = KIND_GLYPHS[id]
  return (
    <>
      <span className={styles.sign}>{glyph === undefined ? null : <Glyph name={glyph} size={20} />}</span>
      <span className={styles.words}>
        <span className={styles.name}>
          <ThingName of={name} />
        </span>
        {outage === undefined ? <span className={styles.kind}>{kind}</span> : <span className={styles.offline}>{outage}</span>}
      </span>
      <State element={element} />
    </>
  )
}

export function LineInList({ element }: { readonly element: MapElementView }) {
  return (
    <>
      <span className={styles.rule} />
      <span className={styles.kind}>{element.kind}</span>
      <State element={element} />
    </>
  )
}
