import { type FormEvent, useId, useState } from 'react'
import { DAY } from '#machines/engine/durations.ts'
import { decide } from '#machines/procedure/decide.ts'
import { LONGEST_RELATIONSHIP } from '#machines/procedure/steps/integration/partner-relationship.ts'
import { Button } from '../primitives/button.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { DayField } from './day-field.tsx'
import { daysFrom, localTimeZone, startOfDayIn } from './local-time.ts'

/** Button and dialog for the end date of the partner's access. */
export function PartnerEnd() {
  const words = useStrings().findings
  const { send } = useWizard()
  const now = useNow()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [day, setDay] = useState('')
  const [isTried, setTried] = useState(false)
  const endsAt = startOfDayIn(day)
  const broken = endsAt > now && endsAt <= now + LONGEST_RELATIONSHIP ? undefined : words.accessEndBroken
  const close = () => {
    setOpen(false)
    setTried(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (broken) return document.getElementById(`${id}-day`)?.focus()
    send(decide({ kind: 'note-partner-end', endsAt }))
    close()
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.accessEnd}
      </Button>
      {isOpen ? (
        <ModalDialog
          title={words.accessEndTitle}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{words.accessEndCancel}</Button>
              <Button appearance="primary" type="submit" form={id}>
                {words.accessEndSave}
              </Button>
            </>
          }
        >
          <form id={id} onSubmit={submit} noValidate>
            <DayField
              id={`${id}-day`}
              label={words.accessEndDay}
              hint={words.accessEndHint}
              value={day}
              onChange={setDay}
              broken={isTried ? broken : undefined}
              days={daysFrom(localTimeZone(), now + DAY, LONGEST_RELATIONSHIP / DAY)}
            />
          </form>
        </ModalDialog>
      ) : null}
    </>
  )
}
