import { type FormEvent, useId, useState } from 'react'
import { LONGEST_REASON } from '#contract/contract.ts'
import { DAY } from '#machines/engine/durations.ts'
import type { DriftView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { TextField } from '../primitives/fields.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Name, Note, Text } from '../primitives/text.tsx'
import { DayField } from '../step/day-field.tsx'
import { dayField, daysFrom, localTimeZone, startOfDayIn } from '../step/local-time.ts'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'

type Change = DriftView['changes'][number]

const SNOOZED_FOR = 30 * DAY
const LONGEST = 365 * DAY

export function ReviewButtons({ change }: { readonly change: Change }) {
  const words = useStrings().drift
  const { can } = useWizard()
  const [asked, setAsked] = useState<'accepted' | 'snoozed'>()
  if (!can('REVIEW_CHANGE')) return null
  return (
    <Row>
      {change.mayAccept ? (
        <TextButton label={words.acceptOf({ what: change.what })} onClick={() => setAsked('accepted')}>
          {words.accept}
        </TextButton>
      ) : null}
      {change.maySnooze ? (
        <TextButton label={words.snoozeOf({ what: change.what })} onClick={() => setAsked('snoozed')}>
          {words.snooze}
        </TextButton>
      ) : null}
      {asked ? <ReviewDialog change={change} answer={asked} onClose={() => setAsked(undefined)} /> : null}
    </Row>
  )
}

function ReviewDialog({
  change: { key, what, was, is },
  answer,
  onClose,
}: {
  readonly change: Change
  readonly answer: 'accepted' | 'snoozed'
  readonly onClose: () => void
}) {
  const words = useStrings().drift
  const { send } = useWizard()
  const now = useNow()
  const id = useId()
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(() => dayField(now + SNOOZED_FOR))
  const [isTried, setTried] = useState(false)
  const until = startOfDayIn(day)
  const isSnooze = answer === 'snoozed'
  const broken = {
    reason: reason.trim() === '' ? words.reasonMissing : undefined,
    day: isSnooze && !(until > now && until <= now + LONGEST) ? words.dayBroken : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const first = broken.reason === undefined ? broken.day && `${id}-day` : `${id}-reason`
    if (first) return document.getElementById(first)?.focus()
    send({ type: 'REVIEW_CHANGE', change: key, wish: isSnooze ? { answer, reason, until } : { answer: 'accepted', reason } })
    onClose()
  }
  return (
    <ModalDialog
      title={isSnooze ? words.snoozeTitle : words.acceptTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button appearance="primary" type="submit" form={id}>
            {isSnooze ? words.snooze : words.accept}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate>
        <Stack gap="even">
          <div>
            <Name>{what}</Name>
            <Note>{words.wasIs({ was, is })}</Note>
          </div>
          <Text>{isSnooze ? words.snoozeMeans : words.acceptMeans}</Text>
          <TextField
            id={`${id}-reason`}
            label={words.reason}
            hint={words.reasonHint}
            value={reason}
            broken={isTried ? broken.reason : undefined}
            onChange={(value) => setReason(value.slice(0, LONGEST_REASON))}
          />
          {isSnooze ? (
            <DayField
              id={`${id}-day`}
              label={words.until}
              value={day}
              onChange={setDay}
              broken={isTried ? broken.day : undefined}
              days={daysFrom(localTimeZone(), now + DAY, LONGEST / DAY)}
            />
          ) : null}
        </Stack>
      </form>
    </ModalDialog>
  )
}

export function Snoozed({ changes }: { readonly changes: readonly Change[] }) {
  const words = useStrings().drift
  const { day } = useTimes()
  const { can, send } = useWizard()
  if (changes.length === 0) return null
  return (
    <Fold label={words.snoozed({ count: changes.length })}>
      <DataTable label={words.snoozed({ count: changes.length })} columns={[words.what, words.is, words.comesBack]}>
        {changes.map(({ key, what, is, snoozed }) => (
          <DataRow key={key} name={what}>
            <DataCell column={words.is}>{is}</DataCell>
            <DataCell column={words.comesBack}>
              <Name>{snoozed ? day(snoozed.until) : ''}</Name>
              <Note>{snoozed ? words.because({ by: snoozed.by, reason: snoozed.reason }) : ''}</Note>
              {can('REVIEW_CHANGE') ? (
                <TextButton
                  label={words.resumeOf({ what })}
                  onClick={() => send({ type: 'REVIEW_CHANGE', change: key, wish: { answer: 'resumed' } })}
                >
                  {words.resume}
                </TextButton>
              ) : null}
            </DataCell>
          </DataRow>
        ))}
      </DataTable>
    </Fold>
  )
}

export function Accepted({ accepted }: Pick<DriftView, 'accepted'>) {
  const words = useStrings().drift
  if (accepted.length === 0) return null
  return (
    <Fold label={words.acceptedList({ count: accepted.length })}>
      <DataTable label={words.acceptedList({ count: accepted.length })} columns={[words.what, words.isNow, words.acceptedBy]}>
        {accepted.map(({ what, was, is, reason, by, at }) => (
          <DataRow key={`${at} ${what}`} name={what}>
            <DataCell column={words.isNow}>{words.wasIs({ was, is })}</DataCell>
            <DataCell column={words.acceptedBy}>
              <Name>
                <Moment at={at} />
              </Name>
              <Note>{words.because({ by, reason })}</Note>
            </DataCell>
          </DataRow>
        ))}
      </DataTable>
    </Fold>
  )
}
