import { type RefObject, useEffect, useRef } from 'react'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { PreparePart, PrepareView } from '#messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { FoldedTimeline } from '../home/timeline.tsx'
import { STATE_LOOKS } from '../key-map/looks.ts'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Count, Status } from '../primitives/status.tsx'
import { Heading, Name, Note } from '../primitives/text.tsx'
import { RefusedAudiences } from '../step/refused-audiences.tsx'
import { ActionCard } from '../step/task-card.tsx'
import { useStrings } from '../strings.ts'
import { useDrafts, useWizard } from '../wizard-context.tsx'
import { LandscapeLink } from './landscape-page.tsx'
import { PageEyebrow, PageTitle } from './page-title.tsx'
import styles from './prepare-page.module.css'

export function PreparePage({ prepare: { parts, blocked } }: { readonly prepare: PrepareView }) {
  const strings = useStrings()
  const words = strings.prepare
  const heading = useHeadingFocus('prepare')
  const verdict = useVerdict(parts, blocked)
  const expected = useSought()
  return (
    <>
      <PageEyebrow>{words.eyebrow}</PageEyebrow>
      <PageTitle ref={heading}>{words.title}</PageTitle>
      <ActionCard
        label={null}
        sentence={verdict}
        text={
          blocked === undefined ? undefined : words.whoMustAct({ owners: blocked.owners.map((owner) => strings.owners[ownerOf(owner)]) })
        }
      />
      <RefusedAudiences unfolded={false} />
      <ol className={styles.parts}>
        {parts.filter(saysMore).map((part) => (
          <Part key={part.part} part={part} isTold={isUnchecked(parts) && part.state === 'not-checked' && part.part !== 'coverage'} />
        ))}
      </ol>
      <Expected ref={expected} />
      <LandscapeLink />
    </>
  )
}

/** The main card already says that nothing is checked, and has the button. */
const saysMore = ({ part, state, owners }: PreparePart): boolean => part !== 'checks' || state !== 'not-checked' || owners.length > 0

const isUnchecked = (parts: PrepareView['parts']): boolean => parts.some(({ part, state }) => part === 'checks' && state === 'not-checked')

/** What blocks step 1, or who must act first: counts people, not checks. */
function useVerdict(parts: PrepareView['parts'], blocked: PrepareView['blocked']): string {
  const words = useStrings().prepare
  if (blocked) return words.blocked(blocked)
  const people = parts.flatMap((part) => part.people).filter(({ state }) => state === 'action-required' || state === 'confirm').length
  const owners = new Set(parts.flatMap((part) => part.owners.map(({ owner }) => owner))).size
  if (isUnchecked(parts)) return words.notChecked
  if (parts.every(({ state }) => state === 'verified')) return words.ready
  return words.mustAct({ people: Math.max(people, owners) })
}

/** Downtime, timing and charges, before they happen. */
function Expected({ ref }: { readonly ref: RefObject<HTMLDivElement | null> }) {
  const { view } = useWizard()
  if (view.stepper.at(-1)?.state === 'done') return null
  return (
    <div ref={ref}>
      <Card>
        <FoldedTimeline />
      </Card>
    </div>
  )
}

/** Scrolls once to what a search by a topic led to, after the page has begun at its top. */
function useSought(): RefObject<HTMLDivElement | null> {
  const { sought } = useDrafts()
  const { keep } = useWizard()
  const found = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sought !== 'prepare') return
    found.current?.scrollIntoView?.({ block: 'center' })
    keep({ sought: undefined })
  }, [sought, keep])
  return found
}

/** @param isTold the verdict already says that nothing was checked */
function Part({ part, isTold }: { readonly part: PreparePart; readonly isTold: boolean }) {
  const { can, send } = useWizard()
  const { title, state, says, action } = part
  const { page, step } = action
  const { tone, glyph } = STATE_LOOKS[state]
  return (
    <Card as="li">
      <div className={styles.head}>
        <div className={styles.what}>
          <Heading level={2} size="medium">
            {title}
          </Heading>
          {isTold ? null : (
            <Status tone={tone} glyph={glyph}>
              {says}
            </Status>
          )}
        </div>
        {can('GO_TO_PAGE') ? (
          <Button onClick={() => send({ type: 'GO_TO_PAGE', page, ...(step === undefined ? {} : { step }) })}>{action.title}</Button>
        ) : null}
      </div>
      <Owners owners={part.owners} />
      <People people={part.people} isTold={isTold} />
    </Card>
  )
}

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

function People({ people, isTold }: Pick<PreparePart, 'people'> & { readonly isTold: boolean }) {
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
                {isTold && state === 'not-checked' ? null : (
                  <Status tone={tone} glyph={glyph}>
                    {state === 'verified' && who === undefined ? words.nothingLeft : words.person[state]}
                  </Status>
                )}
              </span>
            </li>
          )
        })}
      </Stack>
    </div>
  )
}
