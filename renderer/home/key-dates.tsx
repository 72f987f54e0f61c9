import { useState } from 'react'
import type { EngagementRow } from '#messages/view.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { TypeBadge } from '../frame/type-badge.tsx'
import { useFormatter, useTimes, useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { engagements } from '../messages/engagements.ts'
import { footer } from '../messages/frame.ts'
import { keyDatesOfAll } from '../messages/key-dates-of-all.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Name, Note } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { GroupFilter } from './board-bar.tsx'
import { type ComingDate, comingDates, isUrgent, monthsOf } from './coming-dates.ts'
import styles from './engagements.module.css'
import { ownGroups } from './rows.ts'

const LOOKS: Readonly<Record<ComingDate['kind'], StateLook>> = {
  deleted: { tone: 'danger', glyph: 'lock' },
  expires: { tone: 'danger', glyph: 'offline' },
  rotate: { tone: 'warning', glyph: 'rotate' },
  renews: { tone: 'success', glyph: 'rotate' },
  'comes-back': { tone: 'neutral', glyph: 'clock' },
  'access-ends': { tone: 'warning', glyph: 'clock' },
}

/** A distant expiration needs no action. */
const LATER: StateLook = { tone: 'neutral', glyph: 'clock' }

/** @param onResume an environment is being opened: its sign-in appears */
export function KeyDatesPage({
  rows,
  onBack,
  onResume,
}: {
  readonly rows: readonly EngagementRow[]
  readonly onBack: () => void
  readonly onResume: () => void
}) {
  const words = useWords(keyDatesOfAll)
  const { back } = useWords(footer)
  const { locale } = useFormatter()
  const now = useNow()
  const [wanted, setGroup] = useState<string>()
  const compare = new Intl.Collator(locale, { numeric: true }).compare
  const groups = ownGroups(rows, compare)
  const group = wanted !== undefined && groups.includes(wanted) ? wanted : undefined
  const shown = group === undefined ? rows : rows.filter((row) => row.groups?.includes(group))
  const { urgent, past, coming, withoutDates } = comingDates(shown, now)
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
  return (
    <StartFrame
      page="key-dates"
      title={words.heading}
      lead={words.lead}
      wide
      footer={
        <FooterFrame margins="wide">
          <Button onClick={onBack}>{back}</Button>
          <FooterGap />
        </FooterFrame>
      }
    >
      {groups.length === 0 ? null : (
        <div className={styles.bar}>
          <GroupFilter groups={groups} chosen={group} onChoose={setGroup} />
        </div>
      )}
      {urgent.length + past.length + coming.length === 0 ? <Callout tone="info">{words.none}</Callout> : null}
      <Dates heading={words.urgent} dates={urgent} onResume={onResume} />
      {monthsOf(coming).map(({ from, dates }) => (
        <Dates key={from} heading={month.format(from)} dates={dates} onResume={onResume} />
      ))}
      <Dates heading={words.past} dates={past} onResume={onResume} />
      {withoutDates === 0 ? null : (
        <Spaced>
          <Note as="p">{words.withoutDates({ count: withoutDates })}</Note>
        </Spaced>
      )}
    </StartFrame>
  )
}

function Dates({
  heading,
  dates,
  onResume,
}: {
  readonly heading: string
  readonly dates: readonly ComingDate[]
  readonly onResume: () => void
}) {
  const words = useWords(keyDatesOfAll)
  const own = useWords(customers)
  if (dates.length === 0) return null
  return (
    <Section heading={heading}>
      <DataTable label={heading} columns={[words.when, own.customer, words.what, own.actions]}>
        {dates.map((date) => (
          <DateRow key={`${date.row.id} ${date.kind} ${date.at}`} date={date} onResume={onResume} />
        ))}
      </DataTable>
    </Section>
  )
}

function DateRow({ date, onResume }: { readonly date: ComingDate; readonly onResume: () => void }) {
  const { row, kind, at, what } = date
  const words = useWords(keyDatesOfAll)
  const own = useWords(customers)
  const list = useWords(engagements)
  const { day, relative } = useTimes()
  const { ask, bridge, keep } = useWizard()
  const now = useNow()
  const open = async () => {
    if (!(await ask(bridge.call('engagements:open', { id: row.id })))) return
    // Drafts of another sign-in must not appear in this form.
    keep({ signIn: undefined })
    onResume()
  }
  return (
    <DataRow
      name={
        <>
          <Name>{day(at)}</Name>
          <Note>{relative(at, now)}</Note>
        </>
      }
    >
      <DataCell column={own.customer}>
        <Name>{row.customer}</Name>
        {row.environment} <TypeBadge type={row.environmentType} />
      </DataCell>
      <DataCell column={words.what}>
        <Status {...(kind === 'expires' && !isUrgent(date, now) ? LATER : LOOKS[kind])}>{words[kind]}</Status>
        {what === undefined ? null : <Note>{what}</Note>}
      </DataCell>
      <DataCell column={own.actions}>
        <Button aria-label={list.openOf({ environment: row.environment || row.environmentId })} onClick={() => void open()}>
          {list.openIt}
        </Button>
      </DataCell>
    </DataRow>
  )
}
