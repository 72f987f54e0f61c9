import { useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './filters.module.css'
import { Count } from './status.tsx'
import { Hidden } from './text.tsx'

export interface FilterChoice<Value> {
  readonly value: Value
  readonly label: string
  readonly count: number
  readonly urgent?: boolean
}

/** Filters of a list with row counts, as radio buttons. */
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
