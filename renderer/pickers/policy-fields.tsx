import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { PolicyForm } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { ShortChoice } from '../primitives/choice.tsx'
import { type Draft, TextField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Row } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'
import { existing } from './policy-draft.ts'

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
    <Group name={strings.policy.keySize} dense>
      <Row gap="wide">
        {([2048, 3072] as const).map((bits) => (
          <ShortChoice
            key={bits}
            group="key-size"
            title={strings.policy.bits({ size: bits })}
            chosen={size === bits}
            onChoose={() => onChange(bits)}
          />
        ))}
      </Row>
      <Note as="p">{strings.policy.keySizeHint}</Note>
    </Group>
  )
}
