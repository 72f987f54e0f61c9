import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { DriftView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Name, Text } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { Accepted, ReviewButtons, Snoozed } from './drift-review.tsx'

const LOOKS: Readonly<Record<DriftView['changes'][number]['turn'], StateLook>> = {
  worse: { tone: 'danger', glyph: 'action' },
  better: { tone: 'success', glyph: 'verified' },
  other: { tone: 'neutral', glyph: 'arrow' },
}

export function Drift({ drift, headingId }: { readonly drift: DriftView; readonly headingId: string }) {
  const words = useStrings().drift
  const note = useNote(drift)
  return (
    <Section heading={words.heading} headingId={headingId} note={note} busy={drift.reading} action={<Compare />}>
      <Compared drift={drift} />
    </Section>
  )
}

export function DriftFold({ drift }: { readonly drift: DriftView | undefined }) {
  const words = useStrings().drift
  const note = useNote(drift)
  return (
    <Fold as="section" inset label={words.heading} aside={note}>
      {drift === undefined ? <Text>{words.noEnd}</Text> : <Compared drift={drift} />}
      <span>
        <Compare />
      </span>
    </Fold>
  )
}

/** Last comparison, or the baseline's date. */
function useNote(drift: DriftView | undefined): string {
  const words = useStrings().drift
  const { moment } = useTimes()
  const now = useNow()
  if (drift === undefined) return words.none
  if (drift.reading) return words.reading
  const { comparedAt, endAt } = drift
  return comparedAt === undefined ? words.saved({ when: moment(endAt, now) }) : words.compared({ when: moment(comparedAt, now) })
}

function Compare() {
  const { compare } = useStrings().drift
  const { can, send } = useWizard()
  if (!can('CHECK_AGAIN')) return null
  return <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{compare}</TextButton>
}

function Compared({ drift }: { readonly drift: DriftView }) {
  const words = useStrings().drift
  const { moment } = useTimes()
  const now = useNow()
  const { endAt, endBy, reading, comparedAt, problem } = drift
  const changes = drift.changes.filter(({ snoozed }) => snoozed === undefined)
  const snoozed = drift.changes.filter((change) => change.snoozed !== undefined)
  const known = comparedAt !== undefined && !reading && problem === undefined
  return (
    <>
      <Text>{words.end({ when: moment(endAt, now), by: endBy })}</Text>
      {problem && !reading ? <Problem problem={problem} level={3} /> : null}
      {known && changes.length === 0 ? <Callout tone="success">{snoozed.length === 0 ? words.nothing : words.nothingElse}</Callout> : null}
      {known && changes.length > 0 ? <Changes changes={changes} /> : null}
      {known ? <Snoozed changes={snoozed} /> : null}
      <Accepted accepted={drift.accepted} />
    </>
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
