import { Button, Input } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { EngagementRow } from '../../messages/view.ts'
import { useWords } from '../language.tsx'
import { engagements } from '../messages/engagements.ts'
import { start as startWords } from '../messages/start.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Count } from '../primitives/status.tsx'
import { Hidden, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import { Engagement } from './engagement.tsx'
import styles from './engagements.module.css'
import { countedGroups, filtered, type Group, isWorthFiltering, needingSomeone, worstFirst } from './rows.ts'

type Shown = Group | 'all'

/**
 * Customer environments that were worked on with this computer, the one that needs someone most first.
 * @param onResume one is being opened: its sign-in comes on screen
 */
export function Engagements({
  rows,
  onPractise,
  onConnect,
  onResume,
}: {
  readonly rows: readonly EngagementRow[]
  readonly onPractise: () => void
  readonly onConnect: () => void
  readonly onResume: () => void
}) {
  const words = useWords(engagements)
  const start = useWords(startWords)
  const { announce } = useWizard()
  const [wanted, setGroup] = useState<Shown>('all')
  const [searched, setSearched] = useState('')
  const groups = countedGroups(rows)
  // A filter whose last row was removed shows nothing that could be looked for.
  const group = groups.some((each) => each.group === wanted) ? wanted : 'all'
  const isFiltering = isWorthFiltering(rows)
  const shown = isFiltering ? filtered(worstFirst(rows), group, searched) : worstFirst(rows)
  const filter = (to: Shown, text: string) => {
    setGroup(to)
    setSearched(text)
    announce(words.shown({ count: filtered(rows, to, text).length, total: rows.length }))
  }
  const actions = (
    <>
      <Button onClick={onPractise}>{start.practise.go}</Button>
      <Button appearance="primary" onClick={onConnect}>
        {start.connect.go}
      </Button>
    </>
  )
  return (
    <StartFrame page="start" title={words.heading} lead={words.lead({ count: needingSomeone(rows) })} large wide actions={actions}>
      {isFiltering ? (
        <div className={styles.bar}>
          <Filters all={rows.length} groups={groups} chosen={group} onChoose={(to) => filter(to, searched)} />
          <Search text={searched} onSearch={(text) => filter(group, text)} />
        </div>
      ) : null}
      <div className={styles.board}>
        <div className={styles.columns} aria-hidden="true">
          {[words.environment, words.stage, words.status, words.next, words.checked].map((column) => (
            <span key={column}>{column}</span>
          ))}
        </div>
        {shown.length === 0 ? (
          <div className={styles.none}>
            <Text>{words.none}</Text>
            <Button onClick={() => filter('all', '')}>{words.showAll}</Button>
          </div>
        ) : (
          <ul className={styles.list}>
            {shown.map((row) => (
              <Engagement key={row.id} row={row} onResume={onResume} />
            ))}
          </ul>
        )}
      </div>
    </StartFrame>
  )
}

const LABELS = {
  action: 'action',
  confirm: 'confirm',
  running: 'running',
  'not-checked': 'notChecked',
  ready: 'ready',
  linked: 'linked',
  encrypted: 'encrypted',
} as const satisfies Readonly<Record<Group, string>>

/** One is chosen: arrows move between them as between all radio buttons. */
function Filters({
  all,
  groups,
  chosen,
  onChoose,
}: {
  readonly all: number
  readonly groups: ReturnType<typeof countedGroups>
  readonly chosen: Shown
  readonly onChoose: (to: Shown) => void
}) {
  const words = useWords(engagements)
  const name = useId()
  const choices: readonly { readonly group: Shown; readonly count: number }[] = [{ group: 'all', count: all }, ...groups]
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

function Search({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
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
