import type { BackstageView } from '#contract/presenter-channels.ts'
import { useWords } from '../language.tsx'
import { presenter } from '../messages/presenter.ts'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Heading, Mono } from '../primitives/text.tsx'
import styles from './chart.module.css'

/** Phases of every step in order, named as the machine's states in docs/statechart.md. */
const PHASES = ['observing', 'choosing', 'reviewing', 'confirming', 'rechecking', 'applying', 'waiting'] as const

export function Chart({ view: { chart, stages } }: { readonly view: BackstageView }) {
  const words = useWords(presenter)
  const [phase] = chart.step ?? []
  return (
    <section className={styles.card} aria-labelledby="chart-title">
      <Heading level={2} size="medium" id="chart-title">
        {words.doing}
      </Heading>
      {stages.length === 0 ? null : (
        <ol className={styles.row} aria-label={words.wizard}>
          {stages.map(({ title, state }) => (
            <li key={title} className={classNames(styles.box, styles[state])} aria-current={state === 'now' ? 'step' : undefined}>
              {state === 'done' ? <Glyph name="check" /> : null}
              {title}
            </li>
          ))}
        </ol>
      )}
      {phase === undefined ? null : (
        <ol className={classNames(styles.row, styles.inside)}>
          {[...PHASES, ...(PHASES.some((each) => each === phase) ? [] : [phase])].map((each) => (
            <li
              key={each}
              translate="no"
              className={classNames(styles.box, each === phase && styles.now)}
              aria-current={each === phase ? 'true' : undefined}
            >
              {each}
            </li>
          ))}
        </ol>
      )}
      <ul className={styles.said}>
        <li>
          <Mono>{words.state({ path: [...chart.wizard, ...(chart.step ?? [])].join(' › ') })}</Mono>
        </li>
        {/* The first state has no predecessor. */}
        {chart.last && chart.last.from !== '' ? (
          <li>
            <Mono>{words.lastMove({ event: chart.last.event, from: chart.last.from, to: chart.last.to })}</Mono>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
