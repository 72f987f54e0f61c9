import type { EngagementRow } from '#messages/view.ts'
import { useWords } from '../language.tsx'
import { engagements } from '../messages/engagements.ts'
import { classNames } from '../primitives/class-names.ts'
import { Note } from '../primitives/text.tsx'
import styles from './stage.module.css'

type Steps = EngagementRow['steps']

const LOOKS = { verified: 'verified', 'action-required': 'action', current: 'current', open: 'open' } as const satisfies Readonly<
  Record<Steps[number], string>
>

/** A dot per step, told apart by shape, and the next step in words. */
export function Stage({ steps }: { readonly steps: Steps }) {
  const words = useWords(engagements)
  const at = steps.findIndex((step) => step !== 'verified')
  const stages = steps.map((step, index) => words.stageIs({ number: index + 1, state: LOOKS[step] }))
  return (
    <>
      <span className={styles.dots} role="img" aria-label={words.stages({ stages })}>
        {steps.map((step, index) => (
          // Fixed order.
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change their places
          <span key={index} className={classNames(styles.dot, styles[LOOKS[step]])} />
        ))}
      </span>
      <Note>{at === -1 ? words.allSteps : words.step({ step: at + 1, steps: steps.length })}</Note>
    </>
  )
}
