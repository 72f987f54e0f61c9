import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import { present } from '../../machines/present.ts'
import type { Coverage } from '../../machines/procedure/coverage/item.ts'
import type { CoverageView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { Disclosure } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { ExternalLink, TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './coverage-result.module.css'

type AssessedItem = CoverageView['items'][number]
type AssessedStatement = AssessedItem['newest']

const LOOKS: Readonly<Record<Coverage, StateLook>> = {
  not: { tone: 'danger', glyph: 'no' },
  partly: { tone: 'warning', glyph: 'half' },
  unknown: { tone: 'neutral', glyph: 'unknown' },
  covered: { tone: 'success', glyph: 'verified' },
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
        {...present({ action: change })}
      >
        {gaps.length === 0 ? <Callout tone="success">{words.noGaps}</Callout> : null}
        <Stack
          as="ul"
          ref={(element) => {
            list.current = element
          }}
        >
          {gaps.map((item) => (
            <Item key={item.item} item={item} />
          ))}
        </Stack>
      </Section>
      <Section heading={words.covered} {...(answered ? { note: words.answeredBy({ by: answered.by, at: moment(answered.at, now) }) } : {})}>
        <Stack as="ul">
          {covered.map((item) => (
            <Item key={item.item} item={item} />
          ))}
        </Stack>
      </Section>
    </>
  )
}

/** The button that was pressed is gone: on to the next gap, or, after the last, to the top of the gaps. */
function useFocusOnNextGap(open: number) {
  const list = useRef<HTMLElement>(null)
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
  const look = LOOKS[item.covers]
  return (
    <Card as="li" padded tone={look.tone}>
      <Stack>
        <Row>
          <Heading level={3} focus="ring">
            {item.title}
          </Heading>
          <Status {...look}>{words.covers[item.covers]}</Status>
        </Row>
        <Facts>
          <Fact term={words.says}>
            <Said statement={item.newest} />
            <Older statements={item.older} />
          </Fact>
          <Fact term={words.because}>{item.because}</Fact>
          <Fact term={words.toDo}>{item.toDo}</Fact>
        </Facts>
      </Stack>
      <Known item={item} />
    </Card>
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
      {terms === undefined ? null : <Note>{words.inItsTerms({ terms: terms.map((term) => words.quoted({ words: term })) })}</Note>}
      {forecast && forecastIs ? <span className={styles.forecast}>{words.forecasts[forecastIs]({ words: forecast.words })}</span> : null}
      <Row as="span" gap="tight">
        <ExternalLink to={{ source }}>{title}</ExternalLink>
        <Note>{strings.frame.edition({ date: edition(date) })}</Note>
      </Row>
    </>
  )
}

function Older({ statements }: { readonly statements: readonly AssessedStatement[] }) {
  const words = useStrings().coverage
  const contradicted = statements.some(({ disagrees }) => disagrees)
  if (statements.length === 0) return null
  const label = words.older({ amount: statements.length })
  return (
    // What disagrees is not to be looked for.
    <Disclosure show={label} hide={label} unfolded={contradicted}>
      <div className={styles.older}>
        <Stack as="ul">
          {statements.map((statement) => (
            <li key={`${statement.source} ${statement.edition}`}>
              <Row as="span">
                <Name>{words.covers[statement.covers]}</Name>
                {statement.disagrees ? (
                  <Status tone="warning" glyph="warning">
                    {words.disagrees}
                  </Status>
                ) : null}
              </Row>
              <Said statement={statement} />
            </li>
          ))}
        </Stack>
      </div>
    </Disclosure>
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
      <Text id={id}>{words.know({ known })}</Text>
      {acknowledged ? (
        <Status tone="success" glyph="verified" long>
          {words.acknowledgedBy({ by: acknowledged.by, at: moment(acknowledged.at, now) })}
        </Status>
      ) : mayDecide('acknowledge-gap') ? (
        <Button size="small" data-acknowledge aria-describedby={id} onClick={() => decide({ kind: 'acknowledge-gap', item })}>
          {words.acknowledge}
        </Button>
      ) : null}
    </div>
  )
}
