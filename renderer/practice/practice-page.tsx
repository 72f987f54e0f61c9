import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { CASE_STAGES, type CaseStage } from '../../machines/engine/wizard/case-stages.ts'
import type { StartView } from '../../messages/view.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { useWords } from '../language.tsx'
import { footer as footerWords } from '../messages/frame.ts'
import { practiceCases } from '../messages/practice-cases.ts'
import { start as startWords } from '../messages/start.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { classNames } from '../primitives/class-names.ts'
import { SearchField, SelectField } from '../primitives/fields.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { Count, type StateLook } from '../primitives/status.tsx'
import { Heading, Text } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { useWizard } from '../wizard-context.tsx'
import { CaseCard } from './case-card.tsx'
import { CASE_GROUPS, type CaseGroup, cardsByGroup } from './cases.ts'
import { Exercises } from './exercises.tsx'
import styles from './practice-page.module.css'

const LOOKS: Readonly<Record<CaseGroup, StateLook>> = {
  works: { tone: 'success', glyph: 'verified' },
  missing: { tone: 'neutral', glyph: 'missing' },
  breaks: { tone: 'danger', glyph: 'fault' },
  later: { tone: 'brand', glyph: 'clock' },
}

/** The gallery of cases that can be practiced, by how they go. */
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
  const recordingsId = useId()
  // What went wrong with a sign-in is said on its own page.
  const problem = start.signIn ? undefined : start.problem
  const isOpening = start.connecting || isStarting
  const cases = start.scenarios.filter(({ stages }) => stages.includes(stage))
  const cards = cardsByGroup(cases, searched)
  const groups = CASE_GROUPS.flatMap((group) => {
    const ofGroup = cards.get(group)
    return ofGroup ? [{ group, cards: ofGroup }] : []
  })
  const open = (scenario: string) => {
    if (isOpening) return
    setAsked(scenario)
    if (stage === 'prepare' || stage === 'check') {
      send({ type: 'OPEN_PRACTICE', scenario, ...(stage === 'check' ? { checkFirst: true } : {}) })
      return
    }
    setIsStarting(true)
    void ask(bridge.startCase(scenario, stage)).then(() => setIsStarting(false))
  }
  const startExercise = (name: string) => {
    if (isOpening) return
    setIsStarting(true)
    void ask(bridge.startExercise(name)).then(() => setIsStarting(false))
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
          draft={{
            id: startAtId,
            label: words.startAt,
            value: stage,
            onChange: startAt,
          }}
          options={CASE_STAGES.map((value) => ({ value, label: words.stages[value] }))}
        />
      </div>
      {groups.length === 0 ? <Text>{words.none}</Text> : null}
      <div className={styles.groups}>
        {groups.map(({ group, cards: ofGroup }) => (
          <section key={group} className={styles.group} aria-labelledby={`case-group-${group}`}>
            <Heading level={2} id={`case-group-${group}`}>
              <span className={styles.name}>
                <span className={classNames(styles.sign, toneClass(LOOKS[group].tone))}>
                  <Glyph name={LOOKS[group].glyph} />
                </span>
                {words.groups[group]}
                <Count tone="neutral" count={ofGroup.length} />
              </span>
            </Heading>
            <ul className={styles.cards}>
              {ofGroup.map((card, index) => (
                <CaseCard
                  key={card.title}
                  card={card}
                  first={group === groups[0]?.group && index === 0}
                  isSearched={searched !== ''}
                  opening={isOpening ? (asked ?? '') : undefined}
                  onStart={open}
                  onPresent={(name) => void ask(bridge.present(name)).then((done) => done && open(name))}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Exercises disabled={isOpening} onStart={startExercise} />
      <section className={styles.recordings} aria-labelledby={recordingsId}>
        <Heading level={2} id={recordingsId}>
          {words.recording.heading}
        </Heading>
        <Row>
          <Text>{words.recording.lead}</Text>
          <Button size="small" disabledFocusable={isOpening} onClick={() => void ask(bridge.openRecording())}>
            {words.recording.open}
          </Button>
        </Row>
      </section>
    </StartFrame>
  )
}
