import type { StepView } from '#messages/view.ts'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Name, Note } from '../primitives/text.tsx'
import styles from './harms.module.css'

type Harm = NonNullable<StepView['confirmation']>['harms'][number]

/** Impact on users and data: downtime, then irreversible changes, then rollback. */
export function Harms({ harms }: { readonly harms: readonly Harm[] }) {
  const outages = once(harms.flatMap(({ outage }) => outage ?? []))
  const lasting = once(harms.flatMap((each) => each.lasting))
  const back = once(harms.flatMap((each) => each.back ?? []))
  return (
    <>
      {outages.map(({ title, text }) => (
        <div key={title} className={styles.outage}>
          <Glyph name="offline" size={20} />
          <span>
            <strong>{title}</strong>
            <span className={styles.text}>{text}</span>
          </span>
        </div>
      ))}
      {lasting.length + back.length === 0 ? null : (
        <Card as="ul">
          {[...lasting, ...back].map(({ title, text }, index) => (
            <li key={`${title} ${text}`} className={classNames(styles.part, index < lasting.length && styles.lasting)}>
              <Glyph name={index < lasting.length ? 'lock' : 'undo'} size={20} />
              <span>
                <Name>{title}</Name>
                <Note>{text}</Note>
              </span>
            </li>
          ))}
        </Card>
      )}
    </>
  )
}

/** Two changes can have the same impact. */
const once = (parts: Harm['lasting']): Harm['lasting'] =>
  parts.filter((part, index) => parts.findIndex(({ title, text }) => title === part.title && text === part.text) === index)
