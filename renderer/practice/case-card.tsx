import { useId, useState } from 'react'
import type { PracticeCase } from '#messages/view.ts'
import { useWords } from '../language.tsx'
import { practiceCases } from '../messages/practice-cases.ts'
import { Button } from '../primitives/button.tsx'
import { classNames } from '../primitives/class-names.ts'
import { SelectField } from '../primitives/fields.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Note, Text } from '../primitives/text.tsx'
import styles from './case-card.module.css'
import type { CaseCard as Shown } from './cases.ts'

const DOTS = [1, 2, 3] as const

export interface Opening {
  readonly opening: string | undefined
  readonly onStart: (name: string) => void
  readonly onPresent: (name: string) => void
}

/** A practice case: topic, duration, difficulty, outcome. @param look the suggested one, one of a list, or the first of a list */
export function CaseCard({
  card: { title, cases },
  look,
  opening,
  onStart,
  onPresent,
}: Opening & { readonly card: Shown; readonly look: 'suggested' | 'first' | 'one' }) {
  const words = useWords(practiceCases)
  const titleId = useId()
  const [picked, setPicked] = useState(cases[0].name)
  const shown = cases.find(({ name }) => name === picked) ?? cases[0]
  const { objective, minutes, ending, endsWell } = shown
  const isSuggested = look === 'suggested'
  const Tag = isSuggested ? 'section' : 'li'
  const named = cases.length === 1 ? title : shown.title
  const button = { size: isSuggested ? 'medium' : 'small', disabledFocusable: opening !== undefined } as const
  return (
    <Tag className={classNames(styles.card, isSuggested && styles.suggested)} aria-labelledby={isSuggested ? titleId : undefined}>
      <div className={styles.said}>
        {isSuggested ? <span className={styles.first}>{words.first}</span> : null}
        <Heading level={isSuggested ? 2 : 3} size={isSuggested ? 'medium' : 'small'} id={titleId}>
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
      </div>
      <div className={styles.actions}>
        <Button
          {...button}
          appearance={look === 'one' ? 'secondary' : 'primary'}
          aria-label={words.startOf({ title: named })}
          onClick={() => onStart(shown.name)}
        >
          {opening === shown.name ? words.opening : words.start}
        </Button>
        <Button {...button} aria-label={words.presentOf({ title: named })} onClick={() => onPresent(shown.name)}>
          {words.present}
        </Button>
      </div>
    </Tag>
  )
}

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
  return <SelectField id={id} label={cause} value={picked} onChange={onPick} options={options} />
}

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
