import { useId, useState } from 'react'
import { type Language, nameOfLanguage, OFFERED } from '#messages/languages.ts'
import { useFormatter } from '../language.tsx'
import { SelectField } from '../primitives/fields.tsx'

export function useWrittenIn(): readonly [language: string, choose: (language: string) => void] {
  const { locale } = useFormatter()
  const [chosen, setChosen] = useState<Language>()
  return [chosen ?? locale, (wanted) => setChosen(OFFERED.find((each) => each === wanted))]
}

/** Undefined for a test-only language. */
export function writtenIn(language: string): { readonly language?: Language } {
  const offered = OFFERED.find((each) => each === language)
  return offered === undefined ? {} : { language: offered }
}

/** Language choice, each by its own name; nothing if there is only one. */
export function WrittenInField({
  label,
  language,
  onChoose,
}: {
  readonly label: string
  readonly language: string
  readonly onChoose: (language: string) => void
}) {
  const id = useId()
  if (OFFERED.length < 2) return null
  return (
    <SelectField
      id={id}
      label={label}
      value={language}
      onChange={onChoose}
      options={OFFERED.map((each) => ({ value: each, label: nameOfLanguage(each), lang: each }))}
    />
  )
}
