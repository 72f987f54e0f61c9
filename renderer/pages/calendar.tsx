import { useStrings, useTimes } from '../language.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Section } from '../primitives/section.tsx'
import { useSavedFile } from '../use-saved-file.tsx'
import { useWizard } from '../wizard-context.tsx'

/** By the calendar and not by hours: a day with a clock change is not 24 hours long. */
function nextDay(at: number): number {
  const date = new Date(at)
  return date.setDate(date.getDate() + 1)
}

/**
 * The dates of the engagement, and the button that saves them for a calendar; nothing while none is known.
 * @param folded a line of a card, with the first of them
 */
export function Calendar({ folded = false }: { readonly folded?: boolean }) {
  const { calendar: words } = useStrings()
  const { day } = useTimes()
  const { view, bridge } = useWizard()
  const [save, outcome] = useSavedFile(words.again)
  const [first, ...more] = view.calendar ?? []
  if (!first) return null
  const whenOf = ({ at, on }: typeof first) => (on === 'moment' ? <Moment at={at} /> : day(on === 'day' ? at : nextDay(at)))
  const dates = (
    <Facts>
      {[first, ...more].map((date) => (
        <Fact key={date.key} term={whenOf(date)}>
          {date.title}
        </Fact>
      ))}
    </Facts>
  )
  const saving = <TextButton onClick={() => void save(bridge.saveCalendar({}))}>{words.save}</TextButton>
  if (folded)
    return (
      <Fold as="section" inset label={words.heading} aside={whenOf(first)}>
        {dates}
        <span>{saving}</span>
        {outcome}
      </Fold>
    )
  return (
    <Section heading={words.heading} action={saving}>
      {dates}
      {outcome}
    </Section>
  )
}
