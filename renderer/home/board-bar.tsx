import { useId } from 'react'
import type { Group } from '#machines/engine/situation/listed.ts'
import { useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { engagements } from '../messages/engagements.ts'
import { Input, Select } from '../primitives/field.tsx'
import { Filters } from '../primitives/filters.tsx'
import styles from './board-bar.module.css'
import type { countedGroups } from './rows.ts'

const LABELS = {
  action: 'action',
  confirm: 'confirm',
  running: 'running',
  'not-checked': 'notChecked',
  ready: 'ready',
  linked: 'linked',
  encrypted: 'encrypted',
  'not-started': 'notStarted',
} as const satisfies Readonly<Record<Group, string>>

export function StateFilters({
  all,
  groups,
  chosen,
  onChoose,
}: {
  readonly all: number
  readonly groups: ReturnType<typeof countedGroups>
  readonly chosen: Group | 'all'
  readonly onChoose: (to: Group | 'all') => void
}) {
  const words = useWords(engagements)
  const own = groups.map(({ group, count }) => ({ value: group, label: words[LABELS[group]], count, urgent: group === 'action' }))
  return (
    <Filters<Group | 'all'>
      legend={words.filter}
      choices={[{ value: 'all', label: words.all, count: all }, ...own]}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

export function Search({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const { search } = useWords(engagements)
  const id = useId()
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{search}</label>
      <Input id={id} className={styles.field} type="search" value={text} onChange={({ target }) => onSearch(target.value)} />
    </div>
  )
}

export function GroupFilter({
  groups,
  chosen,
  onChoose,
}: {
  readonly groups: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (group: string | undefined) => void
}) {
  const words = useWords(customers)
  const id = useId()
  // By index, because a group may have any name.
  const place = chosen === undefined ? '' : String(groups.indexOf(chosen))
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{words.group}</label>
      <Select
        id={id}
        className={styles.field}
        value={place}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : groups[Number(target.value)])}
      >
        <option value="">{words.allGroups}</option>
        {groups.map((group, at) => (
          <option key={group} value={String(at)}>
            {group}
          </option>
        ))}
      </Select>
    </div>
  )
}
