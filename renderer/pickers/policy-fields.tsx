import { useState } from 'react'
import { nameIn } from '#machines/engine/action.ts'
import type { PolicyForm } from '#messages/view.ts'
import { ShortChoice } from '../primitives/choice.tsx'
import { Field, Select } from '../primitives/field.tsx'
import { type Draft, TextField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Row } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'
import { type Strings, useStrings } from '../strings.ts'
import type { KeyOrigin, Place } from './policy-draft.ts'

/** A key vault and a Managed HSM can share a name; no name contains a slash. */
const optionOf = ({ name, keyStore }: { readonly name: string; readonly keyStore?: Place['keyStore'] | undefined }): string =>
  keyStore ? `${keyStore}/${name}` : name

const placeWords = (
  { hsmPlace }: Strings['policy'],
  {
    name,
    keyStore,
    location,
    group,
  }: Pick<Place, 'name' | 'location'> & { readonly keyStore: Place['keyStore'] | undefined; readonly group: string },
): string => (keyStore ? hsmPlace({ name, location, group }) : `${name} (${location}, ${group})`)

export function PlaceField({
  draft,
  places,
  regionNames = {},
  chosen,
  onPick,
  byName,
  nameLabel,
  fresh,
}: {
  readonly draft: Draft
  readonly places: PolicyForm['vaults']
  readonly regionNames?: PolicyForm['regionNames']
  readonly chosen: Place | undefined
  readonly onPick: (place: Place) => void
  readonly byName: string
  readonly nameLabel: string
  /** Suggested name for a new resource. */
  readonly fresh: string
}) {
  const strings = useStrings()
  const [named, setNamed] = useState(chosen === undefined)
  if (places.length === 0) return <TextField {...draft} label={nameLabel} />
  const choose = (value: string) => {
    const place = places.find((each) => optionOf(each) === value)
    setNamed(place === undefined)
    if (place) onPick(place)
    else draft.onChange(fresh)
  }
  return (
    <>
      <Field id={`${draft.id}-list`} label={draft.label} hint={named ? undefined : draft.hint}>
        {(described) => (
          <Select
            {...described}
            value={named || chosen === undefined ? '' : optionOf(chosen)}
            onChange={({ target }) => choose(target.value)}
          >
            {places.map(({ name, resourceGroup, location: code, keyStore }) => (
              <option key={`${keyStore ?? ''}/${resourceGroup}/${name}`} value={optionOf({ name, keyStore })}>
                {placeWords(strings.policy, { name, keyStore, group: resourceGroup, location: nameIn(regionNames, code) ?? code })}
              </option>
            ))}
            <option value="">{byName}</option>
          </Select>
        )}
      </Field>
      {named ? <TextField {...draft} label={nameLabel} /> : null}
    </>
  )
}

export function KeyFrom({ origin, onChange }: { readonly origin: KeyOrigin; readonly onChange: (origin: KeyOrigin) => void }) {
  const words = useStrings().policy
  return (
    <Group name={words.keyFrom} dense>
      <Row gap="wide">
        {(['created', 'imported'] as const).map((each) => (
          <ShortChoice
            key={each}
            group="key-origin"
            title={each === 'created' ? words.keyCreated : words.keyImported}
            chosen={origin === each}
            onChoose={() => onChange(each)}
          />
        ))}
      </Row>
    </Group>
  )
}

/** RSA key size in bits; the service accepts these two. */
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
