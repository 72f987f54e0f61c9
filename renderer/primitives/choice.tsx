import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'
import { classNames } from './class-names.ts'
import { WRONG } from './first-error.ts'
import { Hidden } from './text.tsx'

/** A radio button with an explanation. @param group name shared by the group's radio buttons */
export function Choice({
  group,
  value,
  title,
  text,
  chosen,
  wrong = false,
  onChoose,
}: {
  readonly group: string
  readonly value: string
  readonly title: string
  readonly text: ReactNode
  readonly chosen: boolean
  /** A required choice is missing. */
  readonly wrong?: boolean
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
        {...(wrong ? WRONG : {})}
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

export function ShortChoice({ group, title, chosen, onChoose }: { group: string; title: string; chosen: boolean; onChoose: () => void }) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={group} className={styles.input} checked={chosen} onChange={onChoose} />
      <span>{title}</span>
    </label>
  )
}

export function ShortCheck({ title, checked, onCheck }: { title: string; checked: boolean; onCheck: (checked: boolean) => void }) {
  const id = useId()
  return (
    <label htmlFor={id} className={styles.choice}>
      <input id={id} type="checkbox" className={styles.input} checked={checked} onChange={({ target }) => onCheck(target.checked)} />
      <span>{title}</span>
    </label>
  )
}

export function AnswerHeads({ words }: { readonly words: readonly string[] }) {
  return (
    <span className={styles.answers} aria-hidden="true">
      {words.map((word) => (
        <span key={word} className={styles.answerHead}>
          {word}
        </span>
      ))}
    </span>
  )
}

/** A question with short answers at its end. @param within about a part of the previous item */
export function Question<Answer extends string>({
  title,
  hint,
  within = false,
  answers,
  given,
  onAnswer,
}: {
  readonly title: string
  readonly hint?: string | undefined
  readonly within?: boolean
  readonly answers: readonly (readonly [Answer, string])[]
  /** Absent: unanswered. */
  readonly given: Answer | undefined
  readonly onAnswer: (answer: Answer) => void
}) {
  const id = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-title`}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      data-open={given === undefined ? true : undefined}
      className={classNames(styles.question, within && styles.within)}
    >
      <span className={styles.asked}>
        <span id={`${id}-title`}>{title}</span>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} className={styles.text}>
            {hint}
          </span>
        )}
      </span>
      <span className={styles.answers}>
        {answers.map(([answer, words]) => (
          <label key={answer} className={styles.answer}>
            <input type="radio" name={id} className={styles.input} checked={given === answer} onChange={() => onAnswer(answer)} />
            <Hidden>{words}</Hidden>
          </label>
        ))}
      </span>
    </div>
  )
}
