import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { PolicyForm } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { type Draft, TextField } from '../parts/fields.tsx'
import { existing } from './policy-draft.ts'
import styles from './policy-fields.module.css'

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
    draft.onChange(value === '' ? fresh : value)
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
  const strings = useStrings()
  return (
    <fieldset className={styles.sizes}>
      <legend className={styles.sizesLegend}>{strings.policy.keySize}</legend>
      {([2048, 3072] as const).map((bits) => (
        <label key={bits} className={styles.size}>
          <input type="radio" name="key-size" className={styles.radio} checked={size === bits} onChange={() => onChange(bits)} />
          {strings.policy.bits({ size: bits })}
        </label>
      ))}
      <p className={styles.sizesHint}>{strings.policy.keySizeHint}</p>
    </fieldset>
  )
}
