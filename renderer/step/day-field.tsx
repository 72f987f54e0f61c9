import { useTimes } from '../language.tsx'
import { type Draft, SelectField } from '../primitives/fields.tsx'

/** A day from a list in the language's own order: none can be read as another one, as in the browser's own field. */
export function DayField({
  draft,
  days,
}: {
  readonly draft: Draft
  /** Those that can be chosen, as `2026-11-29`. */
  readonly days: readonly string[]
}) {
  const { calendarDay } = useTimes()
  return <SelectField draft={draft} placeholder="" options={days.map((value) => ({ value, label: calendarDay(value) }))} />
}
