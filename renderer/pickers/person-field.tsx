import type { FoundPerson } from '#contract/contract.ts'
import { nameOfPerson } from '#machines/procedure/people/name.ts'
import { Combobox } from '../primitives/combobox.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Details } from '../primitives/disclosure.tsx'
import { Field } from '../primitives/field.tsx'
import type { Draft } from '../primitives/fields.tsx'
import { Row, Whole } from '../primitives/layout.tsx'
import { Mono, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { type Found, usePeople } from './people.ts'

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
  const told = ({ of, people, why }: Found) => {
    if (of === '' || of !== draft.value.trim()) return
    // A pasted user name matches one person.
    const meant = people.find(({ userName }) => userName.toLowerCase() === of.toLowerCase())
    if (meant) return onPick(meant)
    announce(why ?? (people.length === 0 ? words.nobody({ wanted: of }) : words.found({ count: people.length })))
  }
  const { found, search } = usePeople(told)
  const { of, people, why } = found
  const isFor = of !== '' && of === draft.value.trim()
  const nobody = isFor && people.length === 0 && why === undefined ? words.nobody({ wanted: of }) : undefined
  return (
    <>
      <Field id={draft.id} label={draft.label} broken={draft.broken} hint={why ?? nobody ?? draft.hint} wide>
        {(described) => (
          <Combobox
            described={described}
            label={draft.label}
            value={person ? nameOfPerson(person) : draft.value}
            placeholder={words.placeholder}
            options={(person ? [] : people).map((each) => ({
              id: each.id,
              content: (
                <>
                  {each.displayName}
                  <Note>{each.isGroup ? words.group : each.userName}</Note>
                </>
              ),
            }))}
            onType={(text) => {
              draft.onChange(text)
              search(text)
            }}
            onPick={(id) => {
              const picked = people.find((each) => each.id === id)
              if (picked) onPick(picked)
            }}
            onLeave={() => draft.onLeave?.()}
          />
        )}
      </Field>
      {person ? (
        <Whole>
          <Details look="link" summary={words.objectId}>
            <Row>
              <Mono>{person.id}</Mono>
              <CopyButton text={person.id} of={words.objectId} />
            </Row>
          </Details>
        </Whole>
      ) : null}
    </>
  )
}
