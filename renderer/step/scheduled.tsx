import { useState } from 'react'
import { MINUTE } from '#machines/engine/durations.ts'
import type { OutageView, ScheduleView } from '#machines/engine/wizard/view-of-step.ts'
import type { MailTo } from '#machines/procedure/mail/mail.ts'
import type { Formatted } from '#messages/formatter.ts'
import type { StepView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { FoldedMail, MailDraft } from './mail-draft.tsx'
import { ActionCard } from './task-card.tsx'

/** Tasks before the start: users are told. Starts nothing. */
export function ScheduledCard({ schedule }: { readonly schedule: Formatted<ScheduleView> }) {
  const words = useStrings().schedule
  const { momentInZone } = useTimes()
  const { ask, bridge } = useWizard()
  const [told, setTold] = useState(false)
  const { at, timeZone, end, openEnded } = schedule
  const write = async () => setTold(await ask(bridge.call('mail:open', mailTo(schedule))))
  return (
    <ActionCard
      label={words.scheduled}
      sentence={told ? words.nothingLeft : words.tell}
      text={words.startsAndEnds({
        start: momentInZone(at, timeZone),
        end: (openEnded ? words.planUntil : words.end)({ at: momentInZone(end, timeZone) }),
      })}
      actions={
        told ? null : (
          <Button appearance="primary" onClick={() => void write()}>
            {words.write}
          </Button>
        )
      }
    />
  )
}

const mailTo = ({ at, end, timeZone, openEnded }: OutageView, mail: 'outage' | 'canceled' = 'outage'): MailTo => ({
  mail,
  start: at,
  end,
  timeZone,
  ...(openEnded ? { isPlanned: true } : {}),
})

export function Unstarted({ unstarted }: { readonly unstarted: NonNullable<StepView['unstarted']> }) {
  const words = useStrings().schedule
  return (
    <Spaced>
      <Stack gap="even">
        <Callout tone="info">
          <strong>{unstarted.how === 'canceled' ? words.wasCanceled : words.wasNotStarted}</strong> {words.tellCanceled}
        </Callout>
        <Card>
          <FoldedMail to={mailTo(unstarted, 'canceled')} />
        </Card>
      </Stack>
    </Spaced>
  )
}

function StartOrStop() {
  const words = useStrings().schedule
  const { can, send } = useWizard()
  return (
    <Section heading={words.startOrStop}>
      <div data-actions>
        <Row>
          {can('START_NOW') ? <Button onClick={() => send({ type: 'START_NOW' })}>{words.startNow}</Button> : null}
          {can('CANCEL_SCHEDULE') ? <Button onClick={() => send({ type: 'CANCEL_SCHEDULE' })}>{words.cancel}</Button> : null}
        </Row>
      </div>
    </Section>
  )
}

/** A scheduled change: its start, and the tasks before it. */
export function Scheduled({ schedule }: { readonly schedule: Formatted<ScheduleView> }) {
  const strings = useStrings()
  const words = strings.schedule
  const { dateAndTimeIn, duration } = useTimes()
  const now = useNow()
  const { at, timeZone, end, openEnded, rereads } = schedule
  const left = at - now
  const inZone = (moment: number) => words.zoneNamed({ at: dateAndTimeIn(moment, timeZone), zone: timeZone })
  return (
    <Spaced>
      <Section heading={left < MINUTE ? words.startsSoon : words.startsIn({ left: duration(Math.ceil(left / MINUTE) * MINUTE) })}>
        <Stack gap="wide">
          <Facts>
            <Fact term={words.starts}>{inZone(at)}</Fact>
            <Fact term={openEnded ? words.plannedEnd : words.ends}>
              {openEnded ? words.plannedFor({ at: inZone(end), needed: duration(end - at) }) : inZone(end)}
            </Fact>
            <Fact term={words.checkedFirst}>
              <Stack as="ul" gap="tight">
                {rereads.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </Stack>
            </Fact>
          </Facts>
          <Callout tone="info">{words.stayOn}</Callout>
        </Stack>
      </Section>
      <StartOrStop />
      <MailDraft to={mailTo(schedule)} />
    </Spaced>
  )
}
