import styles from './badge.module.css'
import { classNames } from './class-names.ts'
import { Row } from './layout.tsx'
import { Name } from './text.tsx'

/** What kind it is, in a word. @param filled the one that hurts */
export function Badge({ filled = false, children }: { readonly filled?: boolean; readonly children: string }) {
  return <span className={classNames(styles.badge, filled && styles.filled)}>{children}</span>
}

/** An environment by its name, with its type beside it. */
export function EnvironmentName({
  name,
  badge,
}: {
  readonly name: string
  readonly badge: { readonly word: string; readonly tone: string } | undefined
}) {
  return (
    <Row>
      <Name>{name}</Name>
      {badge === undefined ? null : <Badge filled={badge.tone === 'production'}>{badge.word}</Badge>}
    </Row>
  )
}
