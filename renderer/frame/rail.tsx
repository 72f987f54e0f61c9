import { useId, useState } from 'react'
import { Button } from '../primitives/button.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Chevron } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Place, TextButton } from '../primitives/link-button.tsx'
import { Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { EmergencyChip } from './emergency.tsx'
import { useScrollStop } from './overflow.ts'
import styles from './rail.module.css'
import { Stepper } from './stepper.tsx'
import { Where, WhereInShort, Who, WhoInLine } from './who-and-where.tsx'

export function Rail({ narrow }: { readonly narrow: boolean }) {
  return narrow ? <NarrowRail /> : <WideRail />
}

function WideRail() {
  const strings = useStrings()
  const { view } = useWizard()
  const [scrolling, tabIndex] = useScrollStop<HTMLElement>()
  return (
    <nav ref={scrolling} tabIndex={tabIndex} className={styles.rail} aria-label={strings.frame.steps}>
      <div className={classNames(styles.parts, styles.whole)}>
        {view.who ? <Where who={view.who} /> : null}
        <EmergencyChip />
        <Stepper />
        <div className={styles.low}>
          <SidePages />
          {view.who ? <Who who={view.who} /> : null}
        </div>
      </div>
    </nav>
  )
}

const SIGNS = { 'hand-over': 'send', landscape: 'environment', evidence: 'evidence' } as const

function SidePages() {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  if (view.pages.length === 0) return null
  return (
    <Stack as="ul" gap="tight" label={strings.frame.sidePages}>
      {view.pages.map(({ page, title, now, open }) =>
        page === 'hand-over' || page === 'landscape' || page === 'evidence' ? (
          <li key={page} aria-current={now ? 'page' : undefined}>
            <div className={styles.beside}>
              <Glyph name={SIGNS[page]} />
              {!now && open && can('GO_TO_PAGE') ? (
                <TextButton look="plain" onClick={() => send({ type: 'GO_TO_PAGE', page })}>
                  {title}
                </TextButton>
              ) : (
                <Place now={now} why={now ? undefined : view.staying}>
                  {title}
                </Place>
              )}
            </div>
          </li>
        ) : null,
      )}
    </Stack>
  )
}

function NarrowRail() {
  const strings = useStrings()
  const { view } = useWizard()
  const [open, setOpen] = useState(false)
  const listId = useId()
  const now = view.stepper.findIndex(({ state }) => state === 'now')
  const entry = view.stepper[now]
  const stage = [view.stages?.prepare, view.stages?.manage].find((each) => each?.state === 'now')
  const beside = stage ?? view.pages.find((each) => each.now)
  const place = entry
    ? strings.frame.stepOf({ number: now + 1, of: view.stepper.length })
    : (beside?.title ?? strings.engagements.recovery.eyebrow)
  return (
    <nav className={styles.line} aria-label={strings.frame.steps}>
      <Row spread="apart">
        {view.who ? <WhereInShort who={view.who} /> : <span />}
        <Button
          size="small"
          iconPosition="after"
          icon={<Chevron open={open} />}
          aria-label={strings.frame.stepsAt({ place })}
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          onClick={() => setOpen(!open)}
        >
          {place}
        </Button>
      </Row>
      {view.who ? <WhoInLine who={view.who} /> : null}
      {open ? <AllSteps id={listId} /> : null}
    </nav>
  )
}

function AllSteps({ id }: { readonly id: string }) {
  const strings = useStrings()
  const { view } = useWizard()
  const [scrolling, tabIndex] = useScrollStop<HTMLElement>()
  return (
    <section ref={scrolling} id={id} tabIndex={tabIndex} className={styles.all} aria-label={strings.frame.allSteps}>
      <div className={styles.parts}>
        {view.who?.note === undefined ? null : <Note as="p">{view.who.note}</Note>}
        <Stepper />
        <SidePages />
      </div>
    </section>
  )
}
