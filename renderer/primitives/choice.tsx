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
    <label htmlFor={id} className={classNames(styles.choice, styles.boxed, chosen && styles.chosen)}>
      <input
        id={id}
        type="radio"
        name={group}
        value={value}
        className={styles.input}
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

/** One of a few short ones, beside the others. */
export function ShortChoice({ group, title, chosen, onChoose }: { group: string; title: string; chosen: boolean; onChoose: () => void }) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={group} className={styles.input} checked={chosen} onChange={onChoose} />
      <span>{title}</span>
    </label>
  )
}

/** What can be ticked. @param within it is a part of what stands above it */
export function Tick({
  title,
  hint,
  within = false,
  ticked,
  onTick,
}: {
  readonly title: string
  readonly hint?: string | undefined
  readonly within?: boolean
  readonly ticked: boolean
  readonly onTick: (on: boolean) => void
}) {
  const id = useId()
  return (
    <label htmlFor={id} className={classNames(styles.choice, within && styles.within)}>
      <input id={id} type="checkbox" className={styles.input} checked={ticked} onChange={({ target }) => onTick(target.checked)} />
      <span>
        {title}
        {hint === undefined ? null : <span className={styles.text}>{hint}</span>}
      </span>
    </label>
  )
}
