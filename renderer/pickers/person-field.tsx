import { Combobox, Field, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { FoundPerson } from '#contract/contract.ts'
import { defined } from '#machines/defined.ts'
import { nameOfPerson } from '#machines/procedure/people/name.ts'
import { useStrings } from '../language.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Details } from '../primitives/disclosure.tsx'
import type { Draft } from '../primitives/fields.tsx'
import { Row } from '../primitives/layout.tsx'
import { Mono, Note } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import { type Found, usePeople } from './people.ts'
import styles from './person-field.module.css'

/**
 * Chooses a person by name. Accepts an object ID as typed, because not everyone may read the directory.
 * @param draft its value is an object ID, or the text so far
 * @param person owner of the ID, if known
 */
export function PersonField({
  draft,
  person,
  onPick,
}: {
  readonly draft: Draft
  readonly person: FoundPerson | undefined
  readonly onPick: (person: FoundPerson) => void
}) {
  const words = useStrings().people
  const { announce } = useWizard()
  const [open, setOpen] = useState(false)
  const pick = (picked: FoundPerson) => {
    setOpen(false)
    onPick(picked)
  }
  const told = ({ of, people, why }: Found) => {
    if (of === '') return
    // A pasted user name matches one person.
    const meant = people.find(({ userName }) => userName.toLowerCase() === of.toLowerCase())
    if (meant) return pick(meant)
    announce(why ?? (people.length === 0 ? words.nobody({ wanted: of }) : words.found({ count: people.length })))
  }
  const { found, search } = usePeople(told)
  const { of, people, why } = found
  const isFor = of !== '' && of === draft.value.trim()
  const nobody = isFor && people.length === 0 && why === undefined ? words.nobody({ wanted: of }) : undefined
  return (
    <>
      <Field
        label={{ children: draft.label, htmlFor: draft.id }}
        className={styles.field}
        validationState={draft.broken === undefined ? 'none' : 'error'}
        {...defined({ validationMessage: draft.broken, hint: why ?? nobody ?? draft.hint })}
      >
        <Combobox
          id={draft.id}
          freeform
          inlinePopup
          // Opens when there are matches; Fluent's expand button has an English name only.
          expandIcon={null}
          className={styles.box}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.placeholder}
          value={person ? nameOfPerson(person) : draft.value}
          selectedOptions={[draft.value]}
          open={open && people.length > 0}
          onOpenChange={(_event, { open: wanted }) => setOpen(wanted)}
          onChange={({ target }) => {
            draft.onChange(target.value)
            setOpen(true)
            search(target.value)
          }}
          onOptionSelect={(_event, { optionValue }) => {
            const picked = people.find(({ id }) => id === optionValue)
            if (picked) pick(picked)
          }}
          onBlur={() => draft.onLeave?.()}
        >
          {people.map((each) => (
            <Option key={each.id} value={each.id} text={nameOfPerson(each)} checkIcon={null}>
              <span>
                {each.displayName}
                <Note>{each.isGroup ? words.group : each.userName}</Note>
              </span>
            </Option>
          ))}
        </Combobox>
      </Field>
      {person ? (
        <div className={styles.field}>
          <Details look="link" summary={words.objectId}>
            <Row>
              <Mono>{person.id}</Mono>
              <CopyButton text={person.id} of={words.objectId} />
            </Row>
          </Details>
        </div>
      ) : null}
    </>
  )
}
