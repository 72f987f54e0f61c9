import { useId, useState } from 'react'
import { CASE_STAGES, type CaseStage } from '#machines/engine/wizard/case-stages.ts'
import type { StartView } from '#messages/view.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { useWords } from '../language.tsx'
import { footer as footerWords } from '../messages/frame.ts'
import { practiceCases } from '../messages/practice-cases.ts'
import { start as startWords } from '../messages/start.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Fold } from '../primitives/disclosure.tsx'
import { SearchField, SelectField } from '../primitives/fields.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row, Tiles } from '../primitives/layout.tsx'
import type { StateLook } from '../primitives/status.tsx'
import { Text } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { useWizard } from '../wizard-context.tsx'
import { CaseCard, type Opening } from './case-card.tsx'
import { CASE_GROUPS, type CaseGroup, cardsByGroup, type CaseCard as Shown } from './cases.ts'
import { Exercises } from './exercises.tsx'
import styles from './practice-page.module.css'

const LOOKS: Readonly<Record<CaseGroup, StateLook>> = {
  works: { tone: 'success', glyph: 'verified' },
  missing: { tone: 'neutral', glyph: 'missing' },
  breaks: { tone: 'danger', glyph: 'fault' },
  later: { tone: 'brand', glyph: 'clock' },
}

/** The suggested case, then the others in folded groups. */
export function PracticePage({ start, onBack }: { readonly start: StartView; readonly onBack: () => void }) {
  const { back } = useWords(footerWords)
  const { send, announce, ask, bridge } = useWizard()
  const { title, lead } = useWords(startWords.practise)
  const words = useWords(practiceCases)
  const [searched, setSearched] = useState('')
  const [stage, setStage] = useState<CaseStage>('prepare')
  const [isStarting, setIsStarting] = useState(false)
  const [asked, setAsked] = useState<string>()
  const startAtId = useId()
  // The sign-in page shows its own errors.
  const problem = start.signIn ? undefined : start.problem
  const isOpening = start.connecting || isStarting
  const isSearched = searched !== ''
  const cards = cardsByGroup(
    start.scenarios.filter(({ stages }) => stages.includes(stage)),
    searched,
  )
  const [first] = CASE_GROUPS.flatMap((group) => cards.get(group) ?? [])
  const open = (scenario: string) => {
    if (isOpening) return
    setAsked(scenario)
    if (stage === 'prepare' || stage === 'check') {
      send({ type: 'OPEN_PRACTICE', scenario, ...(stage === 'check' ? { checkFirst: true } : {}) })
      return
    }
    setIsStarting(true)
    void ask(bridge.call('practice:start', { scenario, at: stage })).then(() => setIsStarting(false))
  }
  const opening: Opening = {
    opening: isOpening ? (asked ?? '') : undefined,
    onStart: open,
    onPresent: (name) => void ask(bridge.call('presenter:open', { scenario: name })).then((done) => done && open(name)),
  }
  const startExercise = (name: string) => {
    if (isOpening) return
    setIsStarting(true)
    void ask(bridge.call('exercises:start', { name })).then(() => setIsStarting(false))
  }
  const announceFound = (text: string, at: CaseStage) => {
    const found = start.scenarios.filter(({ stages }) => stages.includes(at))
    announce(words.found({ count: [...cardsByGroup(found, text).values()].flat().length }))
  }
  const search = (text: string) => {
    setSearched(text)
    announceFound(text, stage)
  }
  const startAt = (value: string) => {
    const wanted = CASE_STAGES.find((each) => each === value) ?? 'prepare'
    setStage(wanted)
    announceFound(searched, wanted)
  }
  const footer = (
    <FooterFrame margins="wide">
      <Button onClick={onBack}>{back}</Button>
      <FooterGap />
    </FooterFrame>
  )
  return (
    <StartFrame page="practise" title={title} lead={lead} wide problem={problem} footer={footer}>
      <div className={styles.bar}>
        <SearchField label={words.search} placeholder={words.search} value={searched} onChange={search} />
        <SelectField
          id={startAtId}
          label={words.startAt}
          value={stage}
          onChange={startAt}
          options={CASE_STAGES.map((value) => ({ value, label: words.stages[value] }))}
        />
      </div>
      {first ? null : <Text>{words.none}</Text>}
      {first && !isSearched ? <CaseCard card={first} look="suggested" {...opening} /> : null}
      <Card>
        {CASE_GROUPS.map((group) => (
          <Group
            key={`${group} ${isSearched}`}
            group={group}
            unfolded={isSearched}
            opening={opening}
            cards={(cards.get(group) ?? []).filter((card) => isSearched || card !== first)}
            first={isSearched ? first : undefined}
          />
        ))}
        <Exercises disabled={isOpening} onStart={startExercise} />
        <Recordings disabled={isOpening} />
      </Card>
    </StartFrame>
  )
}

/** A group of cases; nothing if empty. @param first the one whose button is the page's */
function Group({
  group,
  cards,
  first,
  unfolded,
  opening,
}: {
  readonly group: CaseGroup
  readonly cards: readonly Shown[]
  readonly first: Shown | undefined
  readonly unfolded: boolean
  readonly opening: Opening
}) {
  const { groups } = useWords(practiceCases)
  const { tone, glyph } = LOOKS[group]
  if (cards.length === 0) return null
  const label = (
    <span className={classNames(styles.name, toneClass(tone))}>
      <Glyph name={glyph} />
      {groups[group]}
    </span>
  )
  return (
    <Fold as="section" inset label={label} aside={cards.length} unfolded={unfolded}>
      <Tiles as="ul" least={240} gap="close" filled>
        {cards.map((card) => (
          <CaseCard key={card.title} card={card} look={card === first ? 'first' : 'one'} {...opening} />
        ))}
      </Tiles>
    </Fold>
  )
}

/** Opens a saved tenant comparison as a case. */
function Recordings({ disabled }: { readonly disabled: boolean }) {
  const { recording: words } = useWords(practiceCases)
  const { ask, bridge } = useWizard()
  return (
    <Fold as="section" inset label={words.heading}>
      <Row>
        <Text>{words.lead}</Text>
        <Button size="small" disabledFocusable={disabled} onClick={() => void ask(bridge.call('recording:open', {}))}>
          {words.open}
        </Button>
      </Row>
    </Fold>
  )
}
