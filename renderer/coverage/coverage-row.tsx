import { useId } from 'react'
import type { Coverage } from '#machines/procedure/coverage/item.ts'
import type { CoverageView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Chevron, Details, Disclosure } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './coverage-row.module.css'

type AssessedRow = CoverageView['rows'][number]
type AssessedItem = AssessedRow['items'][number]
type AssessedStatement = AssessedItem['newest']

const LOOKS: Readonly<Record<Coverage, StateLook>> = {
  not: { tone: 'danger', glyph: 'no' },
  partly: { tone: 'warning', glyph: 'half' },
  unknown: { tone: 'neutral', glyph: 'unknown' },
  covered: { tone: 'success', glyph: 'verified' },
}

interface Opening {
  readonly row: AssessedRow
  readonly open: boolean
  readonly onToggle: () => void
}

/** One app: name, coverage, open gaps. Opens to the documents' statements. */
export function CoverageRow({ row, open, onToggle }: Opening) {
  const words = useStrings().coverage
  const id = useId()
  const { title, covers, disagrees, items, openGaps } = row
  return (
    <li>
      <div className={styles.line}>
        <h3 className={styles.name}>
          <button
            type="button"
            className={styles.press}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            data-gap={!open && openGaps > 0 ? row.item : undefined}
            onClick={onToggle}
          >
            <Chevron open={open} />
            {title}
          </button>
        </h3>
        {disagrees ? (
          <Status tone="warning" glyph="warning">
            {words.documentsDisagree}
          </Status>
        ) : null}
        <span className={styles.verdict}>
          <Status {...LOOKS[covers]}>{words.covers[covers]}</Status>
        </span>
        <span className={styles.left}>
          <Left row={row} />
        </span>
      </div>
      {open ? (
        <div id={id} className={styles.inside}>
          {items.map((item) => (
            <Item key={item.item} item={item} alone={items.length === 1} />
          ))}
        </div>
      ) : null}
    </li>
  )
}

function Left({ row: { gaps, openGaps } }: { readonly row: AssessedRow }) {
  const words = useStrings().coverage
  if (gaps === 0) return null
  if (openGaps > 0) return words.toAcknowledge({ open: openGaps })
  return (
    <Status tone="success" glyph="verified">
      {words.acknowledged}
    </Status>
  )
}

/** @param alone the row already shows the item's name and coverage */
function Item({ item, alone }: { readonly item: AssessedItem; readonly alone: boolean }) {
  const strings = useStrings()
  const words = strings.coverage
  const isCovered = item.known === undefined
  return (
    <div className={styles.item}>
      {alone ? null : (
        <Row>
          <Heading level={4}>{item.title}</Heading>
          <Status {...LOOKS[item.covers]}>{words.covers[item.covers]}</Status>
        </Row>
      )}
      <Known item={item} />
      {isCovered ? null : <Note as="p">{item.toDo}</Note>}
      {alone && isCovered ? (
        <Documents item={item} />
      ) : (
        <Details look="link" summary={strings.findings.details}>
          <Documents item={item} />
        </Details>
      )}
    </div>
  )
}

function Documents({ item }: { readonly item: AssessedItem }) {
  const words = useStrings().coverage
  return (
    <Facts look="narrow">
      <Fact term={words.says}>
        <Said statement={item.newest} />
        <Older statements={item.older} />
      </Fact>
      <Fact term={words.because}>{item.because}</Fact>
      {item.known === undefined ? <Fact term={words.toDo}>{item.toDo}</Fact> : null}
    </Facts>
  )
}

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
    // Contradictions are shown unfolded.
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

/** A gap with its acknowledge button. The focus moves here, because the button alone doesn't name the gap. */
function Known({ item: { item, known, acknowledged } }: { readonly item: AssessedItem }) {
  const words = useStrings().coverage
  const { moment } = useTimes()
  const { decide, mayDecide } = useWizard()
  const now = useNow()
  const id = useId()
  if (known === undefined) return null
  const isOpen = acknowledged === undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own
    <div role="group" aria-labelledby={id} tabIndex={-1} data-gap={isOpen ? item : undefined} className={styles.known}>
      <Text id={id}>{words.know({ known })}</Text>
      {acknowledged ? (
        <Status tone="success" glyph="verified" long>
          {words.acknowledgedBy({ by: acknowledged.by, at: moment(acknowledged.at, now) })}
        </Status>
      ) : mayDecide('acknowledge-gap') ? (
        <Button size="small" aria-describedby={id} onClick={() => decide({ kind: 'acknowledge-gap', item })}>
          {words.acknowledge}
        </Button>
      ) : null}
    </div>
  )
}
