import { Button } from '@fluentui/react-components'
import { ownerOf } from '../../machines/procedure/owners.ts'
import type { PreparePart, PrepareView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Timeline } from '../home/timeline.tsx'
import { STATE_LOOKS } from '../key-map/looks.ts'
import { useStrings } from '../language.tsx'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Spaced, Stack } from '../primitives/layout.tsx'
import { Count, Status } from '../primitives/status.tsx'
import { Heading, Name, Note } from '../primitives/text.tsx'
import { RefusedAudiences } from '../step/refused-audiences.tsx'
import { useWizard } from '../wizard-context.tsx'
import { LandscapeLink } from './landscape-page.tsx'
import { PageEyebrow, PageLead, PageTitle } from './page-title.tsx'
import styles from './prepare-page.module.css'

/** The stage before the first step: its parts in order, each with its state and where it is done. */
export function PreparePage({ prepare: { parts } }: { readonly prepare: PrepareView }) {
  const words = useStrings().prepare
  const heading = useHeadingFocus('prepare')
  const first = parts.find(({ state }) => state !== 'verified')
  return (
    <>
      <PageEyebrow>{words.eyebrow}</PageEyebrow>
      <PageTitle ref={heading}>{words.title}</PageTitle>
      <PageLead>{words.lead}</PageLead>
      <RefusedAudiences unfolded={false} />
      <Expected />
      <ol className={styles.parts}>
        {parts.map((part, index) => (
          <Part key={part.part} part={part} number={index + 1} first={part === first} />
        ))}
      </ol>
      <LandscapeLink />
    </>
  )
}

/** What happens to users, and when; nothing once it has happened. */
function Expected() {
  const { view } = useWizard()
  if (view.stepper.at(-1)?.state === 'done') return null
  return (
    <Spaced>
      <Card>
        <Timeline short />
      </Card>
    </Spaced>
  )
}

function Part({ part, number, first }: { readonly part: PreparePart; readonly number: number; readonly first: boolean }) {
  const { can, send } = useWizard()
  const { title, state, says, action } = part
  const { page, step } = action
  const { tone, glyph } = STATE_LOOKS[state]
  const done = state === 'verified'
  return (
    <Card as="li">
      <div className={styles.head}>
        <span className={classNames(styles.dot, done && styles.done)} aria-hidden="true">
          {done ? <Glyph name="check" /> : number}
        </span>
        <div className={styles.what}>
          <Heading level={2} size="medium">
            {title}
          </Heading>
          <Status tone={tone} glyph={glyph}>
            {says}
          </Status>
        </div>
        {can('GO_TO_PAGE') ? (
          <Button
            appearance={first ? 'primary' : 'secondary'}
            onClick={() => send({ type: 'GO_TO_PAGE', page, ...(step === undefined ? {} : { step }) })}
          >
            {action.title}
          </Button>
        ) : null}
      </div>
      <Owners owners={part.owners} />
      <People people={part.people} />
    </Card>
  )
}

/** Who the findings are for. */
function Owners({ owners }: Pick<PreparePart, 'owners'>) {
  const strings = useStrings()
  if (owners.length === 0) return null
  return (
    <div className={styles.more}>
      <Stack as="ul">
        {owners.map(({ owner, count }) => (
          <li key={owner} className={styles.row}>
            <Glyph name="person" />
            <Name>{strings.owners[ownerOf(owner)]}</Name>
            <Count tone="neutral" count={count} />
          </li>
        ))}
      </Stack>
    </div>
  )
}

/** Who carries out which steps. */
function People({ people }: Pick<PreparePart, 'people'>) {
  const strings = useStrings()
  const words = strings.prepare
  if (people.length === 0) return null
  return (
    <div className={styles.more}>
      <Stack as="ul">
        {people.map(({ owner, steps, state, who }) => {
          const { tone, glyph } = STATE_LOOKS[state]
          return (
            <li key={owner} className={styles.row}>
              <Glyph name="person" />
              <Name>{strings.owners[ownerOf(owner)]}</Name>
              <Note>{words.steps({ steps: steps.map(String), count: steps.length })}</Note>
              <span className={styles.state}>
                {who === undefined ? null : (
                  <Note>
                    <BreakableName of={who} after="@." />
                  </Note>
                )}
                <Status tone={tone} glyph={glyph}>
                  {words.person[state]}
                </Status>
              </span>
            </li>
          )
        })}
      </Stack>
    </div>
  )
}
