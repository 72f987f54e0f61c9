import { present } from '../../machines/present.ts'
import { ownerOf } from '../../machines/procedure/owners.ts'
import type { DriftView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Name, Text } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { Accepted, ReviewButtons, Snoozed } from './drift-review.tsx'

const LOOKS: Readonly<Record<DriftView['changes'][number]['turn'], StateLook>> = {
  worse: { tone: 'danger', glyph: 'action' },
  better: { tone: 'success', glyph: 'verified' },
  other: { tone: 'neutral', glyph: 'arrow' },
}

/** What was true at the end against what is true now, and the button that compares them. */
export function Drift({ drift, headingId }: { readonly drift: DriftView | undefined; readonly headingId?: string }) {
  const words = useStrings().drift
  const { moment } = useTimes()
  const { can, send } = useWizard()
  const now = useNow()
  if (!drift)
    return (
      <Section heading={words.heading} {...present({ headingId })}>
        <Text>{words.noEnd}</Text>
      </Section>
    )
  const { endAt, endBy, reading, comparedAt, problem } = drift
  const changes = drift.changes.filter(({ snoozed }) => snoozed === undefined)
  const snoozed = drift.changes.filter((change) => change.snoozed !== undefined)
  const known = comparedAt !== undefined && !reading && problem === undefined
  return (
    <Section
      heading={words.heading}
      {...present({ headingId })}
      note={reading ? words.reading : comparedAt === undefined ? '' : words.compared({ when: moment(comparedAt, now) })}
      busy={reading}
      action={can('CHECK_AGAIN') ? <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{words.compare}</TextButton> : undefined}
    >
      <Text>{words.end({ when: moment(endAt, now), by: endBy })}</Text>
      {problem && !reading ? <Problem problem={problem} level={3} /> : null}
      {known && changes.length === 0 ? <Callout tone="success">{snoozed.length === 0 ? words.nothing : words.nothingElse}</Callout> : null}
      {known && changes.length > 0 ? <Changes changes={changes} /> : null}
      {known ? <Snoozed changes={snoozed} /> : null}
      <Accepted accepted={drift.accepted} />
    </Section>
  )
}

function Changes({ changes }: { readonly changes: DriftView['changes'] }) {
  const words = useStrings().drift
  const open = changes.filter(({ remedy }) => remedy !== undefined).length
  return (
    <>
      <Callout tone={open > 0 ? 'warning' : 'info'}>{words.toPutRight({ worse: open })}</Callout>
      <DataTable label={words.heading} columns={[words.what, words.was, words.is, words.who]}>
        {changes.map((change) => (
          <Change key={change.key} change={change} />
        ))}
      </DataTable>
    </>
  )
}

function Change({ change }: { readonly change: DriftView['changes'][number] }) {
  const { what, was, is, turn, owner, remedy } = change
  const strings = useStrings()
  const words = useStrings().drift
  return (
    <DataRow
      name={
        <>
          <Name>{what}</Name>
          <Status {...LOOKS[turn]}>{words.turns[turn]}</Status>
        </>
      }
    >
      <DataCell column={words.was}>{was}</DataCell>
      <DataCell column={words.is}>{is}</DataCell>
      <DataCell column={words.who}>
        <Name>{strings.owners[ownerOf(owner)]}</Name>
        {remedy ?? words.inOrder}
        <ReviewButtons change={change} />
      </DataCell>
    </DataRow>
  )
}
