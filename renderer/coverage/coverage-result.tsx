import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import type { Coverage } from '../../machines/procedure/coverage/item.ts'
import type { CoverageView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'

type AssessedItem = CoverageView['items'][number]
type AssessedStatement = AssessedItem['newest']

import { Callout } from '../parts/callout.tsx'
import { classNames } from '../parts/class-names.ts'
import type { IconName } from '../parts/icons.tsx'
import { ExternalLink, TextButton } from '../parts/link-button.tsx'
import { Pill, type Tone } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './coverage-result.module.css'

const SIGNS: Readonly<Record<Coverage, { readonly tone: Tone; readonly icon: IconName }>> = {
  not: { tone: 'danger', icon: 'cross' },
  partly: { tone: 'warning', icon: 'warning' },
  unknown: { tone: 'neutral', icon: 'question' },
  covered: { tone: 'success', icon: 'check' },
}

/** Gaps first, each with the words that acknowledge it; below them what is covered. */
export function CoverageResult({ coverage }: { readonly coverage: CoverageView }) {
  const words = useStrings().coverage
  const { moment } = useTimes()
  const { can, send } = useWizard()
  const now = useNow()
  const gaps = coverage.items.filter(({ known }) => known !== undefined)
  const covered = coverage.items.filter(({ known }) => known === undefined)
  const list = useFocusOnNextGap(coverage.openGaps)
  const change = can('CHANGE_CHOICES') ? (
    <TextButton onClick={() => send({ type: 'CHANGE_CHOICES' })}>{words.change}</TextButton>
  ) : undefined
  const { answered } = coverage
  return (
    <>
      <Section
        heading={words.gaps}
        {...(gaps.length === 0 ? {} : { note: words.gapsNote({ open: coverage.openGaps, all: gaps.length }) })}
        {...(change ? { action: change } : {})}
      >
        {gaps.length === 0 ? <Callout tone="success">{words.noGaps}</Callout> : null}
        <ul ref={list} className={styles.list}>
          {gaps.map((item) => (
            <Item key={item.item} item={item} />
          ))}
        </ul>
      </Section>
      <Section heading={words.covered} {...(answered ? { note: words.answeredBy({ by: answered.by, at: moment(answered.at, now) }) } : {})}>
        <ul className={styles.list}>
          {covered.map((item) => (
            <Item key={item.item} item={item} />
          ))}
        </ul>
      </Section>
    </>
  )
}

/** The button that was pressed is gone: on to the next gap, or, after the last, to the top of the gaps. */
function useFocusOnNextGap(open: number) {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(open)
  useEffect(() => {
    if (open < before.current) {
      const next = list.current?.querySelector('button[data-acknowledge]')?.closest('li')?.querySelector('h3')
      const target = next ?? list.current?.closest('section')?.querySelector('h2')
      target?.focus()
      target?.scrollIntoView?.({ block: 'nearest' })
    }
    before.current = open
  }, [open])
  return list
}

function Item({ item }: { readonly item: AssessedItem }) {
  const words = useStrings().coverage
  const { tone, icon } = SIGNS[item.covers]
  return (
    <li className={classNames(styles.card, styles[tone])}>
      <div className={styles.head}>
        <Pill tone={tone} icon={icon}>
          {words.covers[item.covers]}
        </Pill>
        <h3 tabIndex={-1} className={styles.title}>
          {item.title}
        </h3>
      </div>
      <dl className={styles.facts}>
        <dt className={styles.term}>{words.says}</dt>
        <dd className={styles.fact}>
          <Said statement={item.newest} />
        </dd>
        <Fact term={words.because} text={item.because} />
        <Fact term={words.toDo} text={item.toDo} />
      </dl>
      <Older statements={item.older} />
      <Known item={item} />
    </li>
  )
}

function Fact({ term, text }: { readonly term: string; readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{text}</dd>
    </>
  )
}

/** What one edition says, in short and in its own terms, and which edition that is. */
function Said({ statement }: { readonly statement: AssessedStatement }) {
  const strings = useStrings()
  const words = useStrings().coverage
  const { edition } = useTimes()
  const { says, terms, forecast, forecastIs, source, title, edition: date } = statement
  return (
    <>
      {says}
      {terms === undefined ? null : (
        <span className={styles.quote}>{words.inItsTerms({ terms: terms.map((term) => words.quoted({ words: term })) })}</span>
      )}
      {forecast && forecastIs ? <span className={styles.forecast}>{words.forecasts[forecastIs]({ words: forecast.words })}</span> : null}
      <span className={styles.source}>
        <ExternalLink to={{ source }}>{title}</ExternalLink>
        {strings.frame.edition({ date: edition(date) })}
      </span>
    </>
  )
}

function Older({ statements }: { readonly statements: readonly AssessedStatement[] }) {
  const words = useStrings().coverage
  const contradicted = statements.some(({ disagrees }) => disagrees)
  // What disagrees is not to be looked for.
  const [open, setOpen] = useState(contradicted)
  const id = useId()
  if (statements.length === 0) return null
  return (
    <div className={styles.older}>
      <TextButton expanded={open} controls={id} onClick={() => setOpen(!open)}>
        {words.older({ amount: statements.length })}
      </TextButton>
      {open ? (
        <ul id={id} className={styles.editions}>
          {statements.map((statement) => (
            <li key={`${statement.source} ${statement.edition}`}>
              <span className={styles.editionHead}>
                {words.covers[statement.covers]}
                {statement.disagrees ? (
                  <Pill tone="warning" icon="warning">
                    {words.disagrees}
                  </Pill>
                ) : null}
              </span>
              <Said statement={statement} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Known({ item: { item, known, acknowledged } }: { readonly item: AssessedItem }) {
  const words = useStrings().coverage
  const { moment } = useTimes()
  const { decide, mayDecide } = useWizard()
  const now = useNow()
  const id = useId()
  if (known === undefined) return null
  return (
    <div className={styles.known}>
      <p id={id} className={styles.sentence}>
        {words.know({ known })}
      </p>
      {acknowledged ? (
        <span className={styles.by}>
          <Pill tone="success" icon="check">
            {words.acknowledgedBy({ by: acknowledged.by, at: moment(acknowledged.at, now) })}
          </Pill>
        </span>
      ) : mayDecide('acknowledge-gap') ? (
        <Button size="small" data-acknowledge aria-describedby={id} onClick={() => decide({ kind: 'acknowledge-gap', item })}>
          {words.acknowledge}
        </Button>
      ) : null}
    </div>
  )
}
