import { Field, Input, Select } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { defined } from '#machines/defined.ts'
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
  onChange(value: string): void
  onLeave?(): void
}

function Frame({ draft, children }: { readonly draft: Draft; readonly children: ReactNode }) {
  return (
    <Field
      label={{ children: draft.label, htmlFor: draft.id }}
      className={draft.wide ? styles.wide : ''}
      validationState={draft.broken === undefined ? 'none' : 'error'}
      {...defined({ validationMessage: draft.broken })}
      {...defined({ hint: draft.hint })}
    >
      {children}
    </Field>
  )
}

export function TextField({ draft }: { readonly draft: Draft }) {
  return (
    <Frame draft={draft}>
      <Input
        id={draft.id}
        type={draft.secret ? 'password' : 'text'}
        value={draft.value}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, { value }) => draft.onChange(value)}
        onBlur={() => draft.onLeave?.()}
      />
    </Frame>
  )
}

/** Multiline text. @param most maximum number of characters */
export function WordsField({ draft, most }: { readonly draft: Draft; readonly most: number }) {
  return (
    <Frame draft={draft}>
      <textarea
        id={draft.id}
        className={styles.words}
        value={draft.value}
        maxLength={most}
        onChange={({ target }) => draft.onChange(target.value)}
      />
    </Frame>
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
      onChange={(_event, { value: wanted }) => onChange(wanted)}
    />
  )
}

/** A select, or a text field if the list is empty: an account may not be allowed to list what it may use. */
export function SelectField({
  draft,
  options,
  placeholder,
}: {
  readonly draft: Draft
  /** `lang`: the label's, if not the window's. `name`: not translated. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string; readonly name?: true }[]
  readonly placeholder?: string
}) {
  if (options.length === 0) return <TextField draft={draft} />
  const listed = options.some(({ value }) => value === draft.value)
  return (
    <Frame draft={draft}>
      <Select
        className={styles.select}
        id={draft.id}
        value={draft.value}
        onChange={(_event, { value }) => draft.onChange(value)}
        onBlur={() => draft.onLeave?.()}
      >
        {listed ? null : <option value={draft.value}>{draft.value === '' ? placeholder : draft.value}</option>}
        {options.map(({ value, label, lang, name }) => (
          <option key={value} value={value} lang={lang} translate={name ? 'no' : undefined}>
            {label}
          </option>
        ))}
      </Select>
    </Frame>
  )
}
