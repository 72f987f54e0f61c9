import { useState } from 'react'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Note } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'

/** By the calendar and not by hours: a day with a clock change is not 24 hours long. */
function nextDay(at: number): number {
  const date = new Date(at)
  return date.setDate(date.getDate() + 1)
}

/** The dates of the engagement, and the button that saves them for a calendar; nothing while none is known. */
export function Calendar() {
  const { calendar: words, evidence } = useStrings()
  const { moment, day } = useTimes()
  const { view, bridge, announce } = useWizard()
  const now = useNow()
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'danger'; readonly text: string }>()
  const { calendar } = view
  if (!calendar || calendar.length === 0) return null
  const save = async () => {
    const answer = await bridge.saveCalendar()
    if (!answer.ok) return setOutcome({ tone: 'danger', text: answer.why })
    // Called off by the person: nothing to say.
    if (answer.value.savedAs === undefined) return setOutcome(undefined)
    const text = evidence.saved({ name: answer.value.savedAs })
    setOutcome({ tone: 'success', text })
    announce(text)
  }
  return (
    <Section heading={words.heading} action={<TextButton onClick={() => void save()}>{words.save}</TextButton>}>
      <Facts>
        {calendar.map(({ key, title, at, on }) => (
          <Fact key={key} term={on === 'moment' ? moment(at, now) : day(on === 'day' ? at : nextDay(at))}>
            {title}
          </Fact>
        ))}
      </Facts>
      <Note as="p">{words.again}</Note>
      {outcome ? (
        <Callout tone={outcome.tone} role={outcome.tone === 'danger' ? 'alert' : undefined}>
          {outcome.text}
        </Callout>
      ) : null}
    </Section>
  )
}
