import { useTimes } from '../language.tsx'
import { type Draft, SelectField } from '../primitives/fields.tsx'

/** A list of days in the language's format, unlike the browser's date field, so that no date is misread. */
export function DayField({ days, ...draft }: Draft & { readonly days: readonly string[] }) {
  const { calendarDay } = useTimes()
  return <SelectField {...draft} placeholder="" options={days.map((value) => ({ value, label: calendarDay(value) }))} />
}
