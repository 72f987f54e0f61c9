import { useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './filters.module.css'
import { Count } from './status.tsx'
import { Hidden } from './text.tsx'

export interface FilterChoice<Value> {
  readonly value: Value
  readonly label: string
  readonly count: number
  /** Its count asks for action. */
  readonly urgent?: boolean
}

/** What a list is narrowed to, with how many rows each choice shows. One is chosen: arrows move between them as between all radio buttons. */
export function Filters<Value extends string>({
  legend,
  choices,
  chosen,
  onChoose,
}: {
  readonly legend: string
  readonly choices: readonly FilterChoice<Value>[]
  readonly chosen: Value
  readonly onChoose: (to: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className={styles.filters}>
      <legend>
        <Hidden>{legend}</Hidden>
      </legend>
      {choices.map(({ value, label, count, urgent = false }) => (
        <label key={value} className={classNames(styles.filter, value === chosen && styles.chosen)}>
          <input className={styles.radio} type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {label} <Count tone={urgent ? 'danger' : 'neutral'} count={count} />
        </label>
      ))}
    </fieldset>
  )
}
