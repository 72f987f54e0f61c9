import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './code-block.module.css'
import { Row } from './layout.tsx'

/** A verbatim text with a heading and actions. @param label names a long text, which scrolls and takes the focus */
export function CodeBlock({
  title,
  actions,
  text,
  label,
}: {
  readonly title: ReactNode
  readonly actions: ReactNode
  readonly text: string
  readonly label?: string
}) {
  return (
    <div className={styles.block}>
      <Row gap="close" spread="apart">
        {title}
        <Row gap="tight">{actions}</Row>
      </Row>
      {label === undefined ? (
        <pre className={styles.text} translate="no">
          {text}
        </pre>
      ) : (
        // Focusable, so that it can be scrolled and selected by keyboard.
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to take the focus
        <pre className={classNames(styles.text, styles.scrolls)} translate="no" role="group" aria-label={label} tabIndex={0}>
          {text}
        </pre>
      )}
    </div>
  )
}
