import { useEffect, useState } from 'react'
import type { ExercisesView } from '#contract/exercises.ts'
import { useWords } from '../language.tsx'
import { exercises as exerciseWords } from '../messages/exercises.ts'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Row, Stack, Tiles } from '../primitives/layout.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './exercises.module.css'

/** The exercises, reread when the view changes. @param onlyUnderWay only the current one: without any, the main process loads nothing */
function useExercises(onlyUnderWay: boolean): readonly [ExercisesView | undefined, () => void] {
  const { bridge, view } = useWizard()
  const [read, setRead] = useState<ExercisesView>()
  const [asked, ask] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for again is read again
  useEffect(() => {
    let isOver = false
    void bridge.call('exercises:read', { onlyUnderWay }).then((reply) => {
      if (!isOver && reply.ok) setRead(reply.value)
    })
    return () => {
      isOver = true
    }
  }, [bridge, onlyUnderWay, view.revision, asked])
  return [read, () => ask((count) => count + 1)]
}

/** A trainer's exercise may have its own language and direction. */
const langOf = ({ lang }: { readonly lang: string }) => ({ lang, dir: 'auto' }) as const

export function Exercises({ disabled, onStart }: { readonly disabled: boolean; readonly onStart: (name: string) => void }) {
  const words = useWords(exerciseWords)
  const { bridge, ask } = useWizard()
  const [read, readAgain] = useExercises(false)
  if (read === undefined) return null
  return (
    <Fold as="section" inset label={words.heading} aside={read.exercises.length}>
      <Row>
        <Text>{words.lead}</Text>
        <Button size="small" onClick={() => void ask(bridge.call('exercises:open', {})).then(readAgain)}>
          {words.open}
        </Button>
        <Button size="small" onClick={() => void ask(bridge.call('exercises:sheet', {}))}>
          {words.sheet}
        </Button>
      </Row>
      <Tiles as="ul" least={288} gap="close" filled>
        {read.exercises.map((each) => (
          <Card key={each.name} as="li" padded>
            <Stack>
              <Heading level={3}>
                <span {...langOf(each)}>{each.title}</span>
              </Heading>
              <Text>
                <span {...langOf(each)}>{each.goal}</span>
              </Text>
              <Note>{words.of({ case: each.case, minutes: each.minutes })}</Note>
              <Row>
                <Button
                  size="small"
                  aria-label={words.startOf({ title: each.title })}
                  disabledFocusable={disabled}
                  onClick={() => onStart(each.name)}
                >
                  {words.start}
                </Button>
                {each.solved ? (
                  <Status tone="success" glyph="verified">
                    {words.solved}
                  </Status>
                ) : null}
              </Row>
            </Stack>
          </Card>
        ))}
      </Tiles>
    </Fold>
  )
}

/** Goal, hints and progress of the current exercise, above every page of its case. */
export function ExerciseUnderWay() {
  const words = useWords(exerciseWords)
  const [read] = useExercises(true)
  const { announce } = useWizard()
  const [shown, setShown] = useState(0)
  const underWay = read?.underWay
  const solved = underWay?.solved === true
  useEffect(() => {
    if (solved) announce(words.solved)
  }, [solved, announce, words.solved])
  if (underWay === undefined) return null
  const { title, goal, hints } = underWay
  return (
    <section aria-label={words.underWay({ title })} className={styles.underWay}>
      <div className={styles.goal}>
        <strong {...langOf(underWay)}>{words.underWay({ title })}</strong>
        <span {...langOf(underWay)}>{goal}</span>
        <Status tone={solved ? 'success' : 'neutral'} glyph={solved ? 'verified' : 'missing'}>
          {solved ? words.solved : words.notSolved}
        </Status>
        {shown < hints.length && !solved ? (
          <Button size="small" onClick={() => setShown(shown + 1)}>
            {words.hint({ number: shown + 1, of: hints.length })}
          </Button>
        ) : null}
      </div>
      {hints.slice(0, shown).map((hint, index) => (
        <Note key={hint}>
          <span {...langOf(underWay)}>{words.hintShown({ number: index + 1, hint })}</span>
        </Note>
      ))}
    </section>
  )
}
