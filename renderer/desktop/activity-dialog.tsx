import type { ReactNode } from 'react'
import type { EngagementRow } from '#messages/view.ts'
import { ownRuns, runningRows } from '../frame/running.ts'
import { TypeBadge } from '../frame/type-badge.tsx'
import { rowWords } from '../home/row-words.ts'
import { useTimes, useWords } from '../language.tsx'
import { activity } from '../messages/activity.ts'
import { engagements } from '../messages/engagements.ts'
import { everyPage } from '../messages/every-page.ts'
import { Button } from '../primitives/button.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './activity-dialog.module.css'

export function ActivityDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(activity)
  const { view, board } = useWizard()
  const rows = runningRows(board, view.who)
  const own = ownRuns(view)
  const finished = (board.finished ?? []).flatMap((run) => {
    const row = board.engagements?.find(({ id }) => id === run.id)
    return row ? [{ ...run, row }] : []
  })
  const { moment } = useTimes()
  const now = useNow()
  return (
    <ModalDialog wide title={words.title} onClose={onClose}>
      <Heading level={3}>{words.running}</Heading>
      {rows.length + own.length === 0 ? <Text>{words.nothingRuns}</Text> : null}
      <ul className={styles.list}>
        {own.map(({ id, title, since }) => (
          <Item key={id} customer={view.who?.customer ?? ''} environment={view.who?.environment ?? ''}>
            <Status tone="brand" glyph="running" long>
              {title}
            </Status>
            <Note>{since === undefined ? words.open : words.started({ when: moment(since, now) })}</Note>
          </Item>
        ))}
        {rows.map((row) => (
          <RunningRow key={row.id} row={row} onOpen={onClose} />
        ))}
      </ul>
      <Heading level={3}>{words.finished}</Heading>
      {finished.length === 0 ? <Text>{words.nothingFinished}</Text> : null}
      <ul className={styles.list}>
        {finished.map(({ row, kind, startedAt, failed }) => (
          <Item key={`${row.id} ${kind} ${startedAt}`} customer={row.customer} environment={row.environment} type={row.environmentType}>
            <Text>{words.kinds[kind]}</Text>
            <Status tone={failed ? 'danger' : 'success'} glyph={failed ? 'fault' : 'verified'}>
              {failed ? words.failed : words.succeeded}
            </Status>
            <Note>{words.started({ when: moment(startedAt, now) })}</Note>
          </Item>
        ))}
      </ul>
    </ModalDialog>
  )
}

function RunningRow({ row, onOpen }: { readonly row: EngagementRow; readonly onOpen: () => void }) {
  const words = useWords(engagements)
  const { owners } = useWords(everyPage)
  const { moment } = useTimes()
  const { view, doors, openEngagement } = useWizard()
  const now = useNow()
  const said = rowWords(row, { engagements: words, owners }, now, (time) => moment(time, now))
  const open = () => {
    onOpen()
    openEngagement(row.id)
  }
  return (
    <Item
      customer={row.customer}
      environment={row.environment}
      type={row.environmentType}
      action={
        // In an open tenant, the list of customers leads to the others.
        view.page === 'start' && doors.free ? (
          <Button size="small" aria-label={words.openOf({ environment: row.environment || words.unnamed })} onClick={open}>
            {words.openIt}
          </Button>
        ) : null
      }
    >
      <Status tone={said.tone} glyph={said.glyph} long>
        {said.status}
      </Status>
      {said.why === undefined ? null : <Note>{said.why}</Note>}
    </Item>
  )
}

function Item({
  customer,
  environment,
  type,
  action,
  children,
}: {
  readonly customer: string
  readonly environment: string
  readonly type?: string | undefined
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <li className={styles.item}>
      <span className={styles.part}>
        <Name>
          <bdi>{customer}</bdi>
        </Name>
        <span className={styles.environment}>
          <bdi>{environment}</bdi>
          <TypeBadge type={type} />
        </span>
      </span>
      <span className={styles.part}>{children}</span>
      {action}
    </li>
  )
}
