import { MINUTE } from '../../machines/engine/durations.ts'
import type { ScheduleView } from '../../machines/engine/wizard/view-of-step.ts'
import type { Formatted } from '../../messages/formatter.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Spaced, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { useNow } from '../wizard-context.tsx'
import { MailDraft } from './mail-draft.tsx'
import styles from './scheduled.module.css'
import { MayClose } from './waiting.tsx'

/** A confirmed change that waits for its time: when it starts, and what happens first. */
export function Scheduled({ schedule }: { readonly schedule: Formatted<ScheduleView> }) {
  const strings = useStrings()
  const words = strings.schedule
  const { dateAndTimeIn, duration } = useTimes()
  const now = useNow()
  const { at, timeZone, latestEnd, rereads } = schedule
  const left = at - now
  const inZone = (moment: number) => words.zoneNamed({ at: dateAndTimeIn(moment, timeZone), zone: timeZone })
  return (
    <Spaced>
      <Section heading={left < MINUTE ? words.startsSoon : words.startsIn({ left: duration(Math.ceil(left / MINUTE) * MINUTE) })}>
        <Stack gap="wide">
          <Facts>
            <Fact term={words.starts}>{inZone(at)}</Fact>
            <Fact term={words.ends}>{words.endsBy({ at: inZone(latestEnd), needed: duration(latestEnd - at) })}</Fact>
            <Fact term={words.checkedFirst}>
              <ul className={styles.first}>
                {rereads.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            </Fact>
          </Facts>
          <MayClose mayClose why={words.mayCloseWhy} />
        </Stack>
      </Section>
      <MailDraft to={{ mail: 'outage', start: at }} />
    </Spaced>
  )
}
