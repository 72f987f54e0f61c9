import { useStrings, useTimes } from '../language.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Section } from '../primitives/section.tsx'
import { Note } from '../primitives/text.tsx'
import { useSavedFile } from '../use-saved-file.tsx'
import { useWizard } from '../wizard-context.tsx'

/** By the calendar and not by hours: a day with a clock change is not 24 hours long. */
function nextDay(at: number): number {
  const date = new Date(at)
  return date.setDate(date.getDate() + 1)
}

/** The dates of the engagement, and the button that saves them for a calendar; nothing while none is known. */
export function Calendar() {
  const { calendar: words } = useStrings()
  const { day } = useTimes()
  const { view, bridge } = useWizard()
  const [save, outcome] = useSavedFile()
  const { calendar } = view
  if (!calendar || calendar.length === 0) return null
  return (
    <Section heading={words.heading} action={<TextButton onClick={() => void save(bridge.saveCalendar({}))}>{words.save}</TextButton>}>
      <Facts>
        {calendar.map(({ key, title, at, on }) => (
          <Fact key={key} term={on === 'moment' ? <Moment at={at} /> : day(on === 'day' ? at : nextDay(at))}>
            {title}
          </Fact>
        ))}
      </Facts>
      <Note as="p">{words.again}</Note>
      {outcome}
    </Section>
  )
}
