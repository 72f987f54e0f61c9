import { Input, Select } from '@fluentui/react-components'
import { useId } from 'react'
import { useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { engagements } from '../messages/engagements.ts'
import { classNames } from '../primitives/class-names.ts'
import { Count } from '../primitives/status.tsx'
import { Hidden } from '../primitives/text.tsx'
import styles from './board-bar.module.css'
import type { countedGroups, Group } from './rows.ts'

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

/** By how an environment stands. One is chosen: arrows move between them as between all radio buttons. */
export function Filters({
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
  const name = useId()
  const choices: readonly { readonly group: Group | 'all'; readonly count: number }[] = [{ group: 'all', count: all }, ...groups]
  return (
    <fieldset className={styles.filters}>
      <legend>
        <Hidden>{words.filter}</Hidden>
      </legend>
      {choices.map(({ group, count }) => (
        <label key={group} className={classNames(styles.filter, group === chosen && styles.chosen)}>
          <input className={styles.radio} type="radio" name={name} checked={group === chosen} onChange={() => onChoose(group)} />
          {group === 'all' ? words.all : words[LABELS[group]]} <Count tone={group === 'action' ? 'danger' : 'neutral'} count={count} />
        </label>
      ))}
    </fieldset>
  )
}

/** By name or ID. */
export function Search({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const { search } = useWords(engagements)
  const id = useId()
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{search}</label>
      <Input
        id={id}
        className={styles.field}
        type="search"
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, { value }) => onSearch(value)}
      />
    </div>
  )
}

/** By a group that a person put customers in. */
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
  // By its place: a group may have any name.
  const place = chosen === undefined ? '' : String(groups.indexOf(chosen))
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{words.group}</label>
      <Select
        id={id}
        className={styles.field}
        value={place}
        onChange={(_event, { value }) => onChoose(value === '' ? undefined : groups[Number(value)])}
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
