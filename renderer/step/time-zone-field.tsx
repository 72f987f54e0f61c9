import { SelectField } from '../primitives/fields.tsx'

export function TimeZoneField({
  id,
  label,
  timeZone,
  onChoose,
}: {
  readonly id: string
  readonly label: string
  readonly timeZone: string
  readonly onChoose: (timeZone: string) => void
}) {
  return (
    <SelectField
      id={id}
      label={label}
      value={timeZone}
      onChange={onChoose}
      options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' '), name: true as const }))}
    />
  )
}
