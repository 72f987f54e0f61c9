import { useId } from 'react'
import { KIND_GLYPHS, STATE_LOOKS } from '../key-map/looks.ts'
import { useWords } from '../language.tsx'
import { start } from '../messages/start.ts'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Heading, Hidden } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import styles from './parts.module.css'

const ORDER = ['app', 'integration', 'environment', 'membership', 'policy', 'access', 'key'] as const

export function Parts() {
  const words = useWords(start.map)
  const headingId = useId()
  const { tone, glyph } = STATE_LOOKS['not-checked']
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <Heading level={2} id={headingId}>
        {words.heading}
      </Heading>
      <ol className={classNames(styles.map, toneClass(tone))}>
        {ORDER.map((part) =>
          part === 'integration' || part === 'membership' || part === 'access' ? (
            <li key={part} className={styles.line}>
              <span className={styles.kind}>{words.kinds[part]}</span>
              <span className={styles.knob} />
              <Hidden>{words.notChecked}</Hidden>
            </li>
          ) : (
            <li key={part} className={styles.thing}>
              <span className={styles.sign}>
                <Glyph name={KIND_GLYPHS[part] ?? glyph} size={20} />
              </span>
              <span className={styles.words}>
                <span className={styles.name}>{words.kinds[part]}</span>
                <span className={styles.about}>{words.about[part]}</span>
                <span className={styles.state}>
                  <Glyph name={glyph} size={14} />
                  {words.notChecked}
                </span>
              </span>
            </li>
          ),
        )}
      </ol>
    </section>
  )
}
