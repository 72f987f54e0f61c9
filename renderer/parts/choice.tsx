import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'
import { classNames } from './class-names.ts'

/**
 * One of several, as a radio button with a line of explanation.
 * @param group name of the radio buttons that belong together
 */
export function Choice({
  group,
  value,
  title,
  text,
  chosen,
  onChoose,
}: {
  readonly group: string
  readonly value: string
  readonly title: string
  readonly text: ReactNode
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  const id = useId()
  return (
    <label htmlFor={id} className={classNames(styles.choice, chosen && styles.chosen)}>
      <input
        id={id}
        type="radio"
        name={group}
        value={value}
        className={styles.radio}
        checked={chosen}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onChange={onChoose}
      />
      <span>
        <span id={`${id}-title`} className={styles.title}>
          {title}
        </span>
        <span id={`${id}-text`} className={styles.text}>
          {text}
        </span>
      </span>
    </label>
  )
}

/** Choices that belong together, under a question. */
export function Choices({ legend, quiet, children }: { readonly legend: string; readonly quiet?: boolean; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend className={classNames(styles.legend, quiet && styles.quiet)}>{legend}</legend>
      <div className={styles.grid}>{children}</div>
    </fieldset>
  )
}
