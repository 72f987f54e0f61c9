import type { WhatIfView } from '#messages/view.ts'
import { Source } from '../frame/source.tsx'
import { useTimes } from '../language.tsx'
import { DataCell, DataTable, FoldingRow } from '../primitives/data-table.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Points, Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'

type Row = WhatIfView['rows'][number]

const LOOKS: Readonly<Record<Row['state'], StateLook>> = {
  lost: { tone: 'danger', glyph: 'action' },
  clear: { tone: 'success', glyph: 'verified' },
  unknown: { tone: 'neutral', glyph: 'unknown' },
}

const PROTECTED: Readonly<Record<NonNullable<Row['protection']>['status'], StateLook>> = {
  pass: { tone: 'success', glyph: 'verified' },
  warning: { tone: 'warning', glyph: 'warning' },
  fail: { tone: 'danger', glyph: 'action' },
  unknown: { tone: 'neutral', glyph: 'unknown' },
}

/** Nothing has happened: keep it folded. */
export const isCalm = ({ readAt, rows }: WhatIfView): boolean => readAt === undefined || rows.every(({ state }) => state === 'clear')

/** Causes of an outage for all environments on the policy: whether each happened, how to recover, how to prevent it. */
export function WhatIf({ whatIf }: { readonly whatIf: WhatIfView }) {
  const words = useStrings().whatIf
  const { moment } = useTimes()
  const now = useNow()
  const { readAt } = whatIf
  if (readAt === undefined || isCalm(whatIf))
    return (
      <Fold
        as="section"
        inset
        label={words.heading}
        aside={readAt === undefined ? words.unread : words.calm({ when: moment(readAt, now) })}
      >
        <Losses whatIf={whatIf} />
      </Fold>
    )
  return (
    <Section heading={words.heading} note={words.read({ when: moment(readAt, now) })}>
      <Losses whatIf={whatIf} />
    </Section>
  )
}

function Losses({ whatIf: { environments, rows, readAt } }: { readonly whatIf: WhatIfView }) {
  const words = useStrings().whatIf
  return (
    <>
      <Text>{words.lead}</Text>
      <Facts>
        {environments.map(({ name, deadline }) => (
          <Fact key={name} term={name}>
            {deadline}
          </Fact>
        ))}
      </Facts>
      <DataTable label={words.heading} columns={[words.cause, words.notice, words.now]}>
        {rows.map((row) => (
          <Cause key={`${row.loss} ${row.state}`} row={row} checked={readAt !== undefined} />
        ))}
      </DataTable>
    </>
  )
}

function Cause({ row, checked }: { readonly row: Row; readonly checked: boolean }) {
  const words = useStrings().whatIf
  const { title, noticed, state, seen } = row
  return (
    <FoldingRow label={title} columns={3} unfolded={state === 'lost'} inside={<Inside row={row} />}>
      <DataCell column={words.notice}>{noticed}</DataCell>
      <DataCell column={words.now}>
        <Status {...LOOKS[state]}>{words.states[state === 'unknown' && !checked ? 'unchecked' : state]}</Status>
        {state === 'lost' && seen !== undefined ? <Text>{seen}</Text> : null}
      </DataCell>
    </FoldingRow>
  )
}

function Inside({ row: { back, protectedBy, protection, sources, contradiction } }: { readonly row: Row }) {
  const strings = useStrings()
  const words = strings.whatIf
  return (
    <Facts look="narrow">
      <Fact term={words.back}>{back.length > 1 ? <Points ordered items={back} /> : back[0]}</Fact>
      <Fact term={words.protection}>
        <Stack>
          <span>{protectedBy}</span>
          {protection === undefined ? null : (
            <Status {...PROTECTED[protection.status]} long>
              {protection.title}
            </Status>
          )}
        </Stack>
      </Fact>
      {contradiction === undefined ? null : (
        <Fact term={strings.frame.disagree}>
          <Stack as="ol">
            {contradiction.statements.map(({ says, source }) => (
              <li key={says}>
                {says} <Source source={source} />
              </li>
            ))}
          </Stack>
          <strong>{strings.frame.goesBy}:</strong> {contradiction.goesBy}
        </Fact>
      )}
      <Fact term={strings.closing.sources}>
        <Stack as="ol">
          {sources.map((source) => (
            <li key={source.id}>
              <Source source={source} />
            </li>
          ))}
        </Stack>
      </Fact>
    </Facts>
  )
}
