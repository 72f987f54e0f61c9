import type { ReactNode } from 'react'
import type { StepPicture } from '#messages/view.ts'
import { ActionButton, ActionButtons } from '../frame/action-buttons.tsx'
import { TypeBadge } from '../frame/type-badge.tsx'
import { Button } from '../primitives/button.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Hidden, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './names-question.module.css'

export type Names = NonNullable<Extract<StepPicture, { kind: 'noted' }>['names']>

/** Key of the question whether the environment is the right one. */
export const QUESTION_OF_NAMES = 'environment-noted'

/** Both names, side by side, and the answers. Its title is above. */
export function NamesQuestion({ names }: { readonly names: Names }) {
  const words = useStrings().names
  const { can, send, keep } = useWizard()
  const choose = () => {
    keep({ editing: 'integration' })
    send({ type: 'GO_TO_STEP', step: 'integration' })
  }
  const { operations, platform } = names
  const question = words.question({
    operations: operations.name,
    address: operations.address,
    platform: platform.name,
    type: platform.type,
    region: platform.region,
  })
  return (
    <>
      <dl className={styles.names}>
        <Named sign="app" term={words.operations}>
          <Compared name={operations} with={platform.name} />
          <Note>{operations.address.replace(/^https:\/\/|\/$/g, '')}</Note>
        </Named>
        <Named sign="environment" term={words.platform}>
          <span className={styles.name}>{platform.name}</span>
          <Note>
            <TypeBadge type={platform.type} /> {platform.region}
          </Note>
        </Named>
      </dl>
      <div className={styles.answers}>
        <ActionButtons>
          {can('GO_TO_STEP') ? <Button onClick={choose}>{words.choose}</Button> : null}
          <ActionButton action={{ label: words.ask, does: 'copy', text: question }} />
        </ActionButtons>
        <Note>{words.logged}</Note>
      </div>
    </>
  )
}

function Named({ sign, term, children }: { readonly sign: GlyphName; readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={styles.named}>
      <dt className={styles.term}>
        <span className={styles.sign}>
          <Glyph name={sign} />
        </span>
        <Note>{term}</Note>
      </dt>
      <dd className={styles.what}>{children}</dd>
    </div>
  )
}

/** From where it differs, it is underlined. */
function Compared({ name: { name, differsFrom }, with: other }: { readonly name: Names['operations']; readonly with: string }) {
  const words = useStrings().names
  if (differsFrom === undefined) return <span className={styles.name}>{name}</span>
  return (
    <>
      <span className={styles.name} dir="ltr" translate="no">
        {name.slice(0, differsFrom)}
        <mark className={styles.other}>{name.slice(differsFrom)}</mark>
      </span>
      <Hidden> ({words.differs({ name: other })})</Hidden>
    </>
  )
}
