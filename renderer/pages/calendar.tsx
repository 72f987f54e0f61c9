import { useTimes } from '../language.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Section } from '../primitives/section.tsx'
import { useStrings } from '../strings.ts'
import { useSavedFile } from '../use-saved-file.tsx'
import { useWizard } from '../wizard-context.tsx'

/** By the calendar: a day with a clock change isn't 24 hours long. */
function nextDay(at: number): number {
  const date = new Date(at)
  return date.setDate(date.getDate() + 1)
}

/** Dates of the engagement, saved as a calendar file; nothing without dates. @param folded one line of a card, with the first dates */
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
  const saving = <TextButton onClick={() => void save(bridge.call('calendar:save', {}))}>{words.save}</TextButton>
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
