import { Field, Input, Select } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { PolicyForm } from '../../machines/wizard/view.ts'
import { strings } from '../strings.ts'
import { existing } from './policy-draft.ts'
import styles from './policy-fields.module.css'

/** What a field needs to know of itself. */
export interface Draft {
  readonly id: string
  readonly label: string
  readonly value: string
  /** The rule that the value breaks, once it is to be shown. */
  readonly broken: string | undefined
  readonly hint?: string | undefined
  readonly wide?: boolean
  onChange(value: string): void
  onLeave(): void
}

/** Fields that belong together, under a name. */
export function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{name}</legend>
      <div className={styles.fields}>{children}</div>
    </fieldset>
  )
}

function Frame({ draft, children }: { readonly draft: Draft; readonly children: ReactNode }) {
  return (
    <Field
      label={{ children: draft.label, htmlFor: draft.id }}
      className={draft.wide ? styles.wide : ''}
      validationState={draft.broken === undefined ? 'none' : 'error'}
      {...(draft.broken === undefined ? {} : { validationMessage: draft.broken })}
      {...(draft.hint === undefined ? {} : { hint: draft.hint })}
    >
      {children}
    </Field>
  )
}

/** A name or id that is typed. */
export function TextField({ draft }: { readonly draft: Draft }) {
  return (
    <Frame draft={draft}>
      <Input
        id={draft.id}
        value={draft.value}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, { value }) => draft.onChange(value)}
        onBlur={draft.onLeave}
      />
    </Frame>
  )
}

/** One of a list; typed instead where the list is empty, since an account may not be allowed to list what it may use. */
export function SelectField({
  draft,
  options,
  placeholder,
}: {
  readonly draft: Draft
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly placeholder: string
}) {
  if (options.length === 0) return <TextField draft={draft} />
  const listed = options.some(({ value }) => value === draft.value)
  return (
    <Frame draft={draft}>
      <Select id={draft.id} value={draft.value} onChange={(_event, { value }) => draft.onChange(value)} onBlur={draft.onLeave}>
        {listed ? null : <option value={draft.value}>{draft.value === '' ? placeholder : draft.value}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Frame>
  )
}

/** A vault or policy: one that exists, from the list, or one by name, which may be new. */
export function PlaceField({
  draft,
  places,
  byName,
  nameLabel,
  fresh,
}: {
  readonly draft: Draft
  readonly places: PolicyForm['vaults']
  readonly byName: string
  readonly nameLabel: string
  /** The name that is offered when a new one is wanted. */
  readonly fresh: string
}) {
  const [named, setNamed] = useState(existing(places, draft.value) === undefined)
  if (places.length === 0) return <TextField draft={{ ...draft, label: nameLabel }} />
  const choose = (value: string) => {
    setNamed(value === '')
    draft.onChange(value === '' ? (existing(places, fresh) === undefined ? fresh : '') : value)
  }
  const listId = `${draft.id}-list`
  return (
    <>
      <Field label={{ children: draft.label, htmlFor: listId }} {...(named || draft.hint === undefined ? {} : { hint: draft.hint })}>
        <Select
          id={listId}
          value={named ? '' : (existing(places, draft.value)?.name ?? '')}
          onChange={(_event, { value }) => choose(value)}
        >
          {places.map(({ name, resourceGroup, location }) => (
            <option key={`${resourceGroup}/${name}`} value={name}>
              {`${name} (${location}, ${resourceGroup})`}
            </option>
          ))}
          <option value="">{byName}</option>
        </Select>
      </Field>
      {named ? <TextField draft={{ ...draft, label: nameLabel }} /> : null}
    </>
  )
}

/** Size of an RSA key in bits: the two that the service takes. */
export function KeySize({ size, onChange }: { readonly size: 2048 | 3072; readonly onChange: (size: 2048 | 3072) => void }) {
  return (
    <fieldset className={styles.sizes}>
      <legend className={styles.sizesLegend}>{strings.policy.keySize}</legend>
      {([2048, 3072] as const).map((bits) => (
        <label key={bits} className={styles.size}>
          <input type="radio" name="key-size" className={styles.radio} checked={size === bits} onChange={() => onChange(bits)} />
          {strings.policy.bits(bits)}
        </label>
      ))}
    </fieldset>
  )
}
