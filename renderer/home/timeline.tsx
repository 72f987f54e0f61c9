import { useId } from 'react'
import type { OpenLink } from '#contract/contract.ts'
import { useWords } from '../language.tsx'
import { start } from '../messages/start.ts'
import { classNames } from '../primitives/class-names.ts'
import { Fold } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Heading, Note } from '../primitives/text.tsx'
import { useDrafts } from '../wizard-context.tsx'
import styles from './timeline.module.css'

const PHASES = [
  ['before', 'licenses'],
  ['work', 'person'],
  ['wait', 'offline'],
  ['done', 'lock'],
] as const satisfies readonly (readonly [string, GlyphName])[]

const DAYS = [1, 2, 3, 4]

const LINKS = {
  charged: [
    ['prices', { link: 'key-vault-pricing' }],
    ['licenses', { source: 'managed-environment-licensing' }],
  ],
  sources: [
    ['encryption', { source: 'power-platform-keys' }],
    ['setup', { source: 'power-platform-integration-older' }],
    ['restart', { source: 'integration-new-dataverse' }],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, OpenLink])[]>>

export function Timeline() {
  const words = useWords(start.expect)
  const headingId = useId()
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.top}>
        <Heading level={2} size="medium" id={headingId}>
          {words.heading}
        </Heading>
        <Note>{words.notToScale}</Note>
      </div>
      <Phases />
    </section>
  )
}

export function FoldedTimeline() {
  const { folded, notToScale, work, wait } = useWords(start.expect)
  const { sought } = useDrafts()
  return (
    <Fold as="section" label={folded} aside={[work.fact, wait.fact].join(' · ')} unfolded={sought === 'prepare'}>
      <div className={styles.section}>
        <div className={styles.top}>
          <Note>{notToScale}</Note>
        </div>
        <Phases />
      </div>
    </Fold>
  )
}

function Phases() {
  const words = useWords(start.expect)
  return (
    <>
      <ol className={styles.track}>
        {PHASES.map(([name, glyph]) => (
          <li key={name} className={classNames(styles.phase, styles[name])}>
            <div className={styles.segment}>
              <span className={styles.name}>
                <Glyph name={glyph} size={20} />
                {words[name].phase}
              </span>
              {name === 'wait' ? (
                <span className={styles.days} aria-hidden="true">
                  {DAYS.map((day) => (
                    <span key={day} className={styles.day}>
                      {words.day({ day })}
                    </span>
                  ))}
                </span>
              ) : null}
            </div>
            <div className={styles.told}>
              <strong className={styles.fact}>{words[name].fact}</strong>
              <Note as="p">{words[name].text}</Note>
            </div>
          </li>
        ))}
      </ol>
      {(['charged', 'sources'] as const).map((kind) => (
        <p key={kind} className={styles.sources}>
          {words[kind]}
          {LINKS[kind].map(([name, to]) => (
            <ExternalLink key={name} to={to}>
              {words[name]}
            </ExternalLink>
          ))}
        </p>
      ))}
    </>
  )
}
