import { LOCKABLE } from '#machines/procedure/actions/create-lock/lock.ts'
import { messages } from '#machines/procedure/templates/messages.ts'
import { BESIDE_LOCKS, orNothing, type ProtectionDefaults } from '#machines/procedure/templates/protections.ts'
import type { Template } from '#machines/procedure/templates/template.ts'
import { useFormatter, useWords } from '../language.tsx'
import { templates as templateWords } from '../messages/templates.ts'
import { ShortCheck } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Note } from '../primitives/text.tsx'

function without(given: ProtectionDefaults, which: (typeof BESIDE_LOCKS)[number]): ProtectionDefaults {
  const others = { ...given }
  delete others[which]
  return others
}

/** Protections in a template. Workspace and people differ per customer and aren't saved. */
export function Protections({
  template: { protection, ...template },
  onChange,
}: {
  readonly template: Template
  readonly onChange: (template: Template) => void
}) {
  const words = useWords(templateWords)
  const { text } = useFormatter()
  const given: ProtectionDefaults = protection ?? { locks: [] }
  const put = (wanted: ProtectionDefaults) => {
    const kept = orNothing(wanted)
    onChange({ ...template, ...(kept ? { protection: kept } : {}) })
  }
  return (
    <Group name={words.protections} boxed dense note={<Note as="p">{words.protectionsNote}</Note>}>
      {LOCKABLE.map((of) => (
        <ShortCheck
          key={of}
          title={text(messages.lock({ of }))}
          checked={given.locks.includes(of)}
          onCheck={(checked) => put({ ...given, locks: LOCKABLE.filter((each) => (each === of ? checked : given.locks.includes(each))) })}
        />
      ))}
      {BESIDE_LOCKS.map((each) => (
        <ShortCheck
          key={each}
          title={text(messages[each])}
          checked={given[each] === true}
          onCheck={(checked) => put({ ...without(given, each), ...(checked ? { [each]: true } : {}) })}
        />
      ))}
    </Group>
  )
}
