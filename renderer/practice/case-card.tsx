import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { PracticeCase } from '../../messages/view.ts'
import { useWords } from '../language.tsx'
import { practiceCases } from '../messages/practice-cases.ts'
import { classNames } from '../primitives/class-names.ts'
import { SelectField } from '../primitives/fields.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Note, Text } from '../primitives/text.tsx'
import styles from './case-card.module.css'
import type { CaseCard as Shown } from './cases.ts'

const DOTS = [1, 2, 3] as const

/** A case to practice: what it teaches, how long it takes, how hard it is, and where it ends. */
export function CaseCard({
  card: { title, cases },
  first,
  isSearched,
  opening,
  onStart,
  onPresent,
}: {
  readonly card: Shown
  /** The one to begin with. */
  readonly first: boolean
  /** What is shown was looked for: nothing is suggested. */
  readonly isSearched: boolean
  /** Name of the case that is being opened. */
  readonly opening: string | undefined
  readonly onStart: (name: string) => void
  /** With the trainer's window beside it. */
  readonly onPresent: (name: string) => void
}) {
  const words = useWords(practiceCases)
  const titleId = useId()
  const [picked, setPicked] = useState(cases[0].name)
  const shown = cases.find(({ name }) => name === picked) ?? cases[0]
  const { objective, minutes, ending, endsWell } = shown
  return (
    <li className={styles.card}>
      {first && !isSearched ? <span className={styles.first}>{words.first}</span> : null}
      <Heading level={3} id={titleId}>
        {title}
      </Heading>
      <Text>{objective}</Text>
      <Cause cases={cases} picked={shown.name} onPick={setPicked} />
      <div className={styles.facts}>
        <span className={styles.fact}>
          <Glyph name="clock" />
          <Note>{words.minutes({ minutes })}</Note>
        </span>
        <Level level={shown.level} />
      </div>
      <Status tone={endsWell ? 'success' : 'neutral'} glyph={endsWell ? 'lock' : 'stop'} long>
        {ending}
      </Status>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance={first ? 'primary' : 'secondary'}
          aria-label={words.startOf({ title: cases.length === 1 ? title : shown.title })}
          disabledFocusable={opening !== undefined}
          onClick={() => onStart(shown.name)}
        >
          {opening === shown.name ? words.opening : words.start}
        </Button>
        <Button
          size="small"
          aria-label={words.presentOf({ title: cases.length === 1 ? title : shown.title })}
          disabledFocusable={opening !== undefined}
          onClick={() => onPresent(shown.name)}
        >
          {words.present}
        </Button>
      </div>
    </li>
  )
}

/** Which of the cases on the card. */
function Cause({
  cases,
  picked,
  onPick,
}: {
  readonly cases: Shown['cases']
  readonly picked: string
  readonly onPick: (name: string) => void
}) {
  const { cause } = useWords(practiceCases)
  const id = useId()
  const options = cases.flatMap(({ name, family }) => (family ? [{ value: name, label: family.choice }] : []))
  if (options.length < 2) return null
  return <SelectField draft={{ id, label: cause, value: picked, onChange: onPick }} options={options} />
}

/** How hard it is, in dots and a word. */
function Level({ level }: Pick<PracticeCase, 'level'>) {
  const { levels } = useWords(practiceCases)
  return (
    <span className={styles.fact}>
      <span className={styles.dots} aria-hidden="true">
        {DOTS.map((dot) => (
          <span key={dot} className={classNames(styles.dot, dot <= level && styles.full)} />
        ))}
      </span>
      <Note>{levels[level - 1] ?? ''}</Note>
    </span>
  )
}
