import { Field, Input, Select, Textarea } from './field.tsx'
import styles from './fields.module.css'

export interface Draft {
  readonly id: string
  readonly label: string
  readonly value: string
  /** The broken rule, once it is to be shown. */
  readonly broken?: string | undefined
  readonly hint?: string | undefined
  readonly wide?: boolean
  readonly secret?: boolean
  /** Filled in otherwise than by typing. */
  readonly readOnly?: boolean
  onChange(value: string): void
  onLeave?(): void
}

const frameOf = ({ id, label, broken, hint, wide }: Draft) => ({ id, label, broken, hint, wide: wide === true })

export function TextField(draft: Draft) {
  return (
    <Field {...frameOf(draft)}>
      {(described) => (
        <Input
          {...described}
          type={draft.secret ? 'password' : 'text'}
          value={draft.value}
          readOnly={draft.readOnly}
          onChange={({ target }) => draft.onChange(target.value)}
          onBlur={() => draft.onLeave?.()}
        />
      )}
    </Field>
  )
}

/** Multiline text. @param most maximum number of characters */
export function WordsField({ most, ...draft }: Draft & { readonly most: number }) {
  return (
    <Field {...frameOf(draft)}>
      {(described) => (
        <Textarea {...described} value={draft.value} maxLength={most} onChange={({ target }) => draft.onChange(target.value)} />
      )}
    </Field>
  )
}

export function SearchField({
  label,
  placeholder,
  value,
  onChange,
}: Pick<Draft, 'label' | 'value' | 'onChange'> & { placeholder: string }) {
  return (
    <Input
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** A select, or a text field if the list is empty: an account may not be allowed to list what it may use. */
export function SelectField({
  options,
  placeholder,
  ...draft
}: Draft & {
  /** `lang`: the label's, if not the window's. `name`: not translated. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string; readonly name?: true }[]
  readonly placeholder?: string
}) {
  if (options.length === 0) return <TextField {...draft} />
  const listed = options.some(({ value }) => value === draft.value)
  return (
    <Field {...frameOf(draft)}>
      {(described) => (
        <Select {...described} value={draft.value} onChange={({ target }) => draft.onChange(target.value)} onBlur={() => draft.onLeave?.()}>
          {listed ? null : <option value={draft.value}>{draft.value === '' ? placeholder : draft.value}</option>}
          {options.map(({ value, label, lang, name }) => (
            <option key={value} value={value} lang={lang} translate={name ? 'no' : undefined}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
