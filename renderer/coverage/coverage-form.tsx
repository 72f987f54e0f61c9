import { type FormEvent, useEffect, useRef, useState } from 'react'
import { COVERAGE_GROUPS, type CoverageGroup } from '#machines/procedure/coverage/item.ts'
import type { CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import type { CoverageView } from '#messages/view.ts'
import { CHOICES_FORM } from '../frame/page-actions.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { AnswerHeads, Question } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { useStrings } from '../strings.ts'
import { type Drafts, useDrafts, useWizard } from '../wizard-context.tsx'
import styles from './coverage-form.module.css'

/** Groups in the first of two columns. Fixed, so that an answer never moves a group to the other. */
const HALF = Math.ceil(COVERAGE_GROUPS.length / 2)

type Use = CoverageView['uses'][number]
type Answers = NonNullable<Drafts['apps']>
type Answer = NonNullable<Use['answer']>

const given = (uses: readonly Use[]): Answers => new Map(uses.flatMap(({ item, answer }) => (answer ? [[item, answer] as const] : [])))

/** Parts of an app are asked about only once the app is used. */
const asked = (uses: readonly Use[], answers: Answers): readonly Use[] =>
  uses.filter(({ within }) => within === undefined || uses.some(({ item }) => item === within && answers.get(item) === 'yes'))

export function CoverageForm({ uses }: { readonly uses: CoverageView['uses'] }) {
  const strings = useStrings()
  const { decide, keep } = useWizard()
  const drafts = useDrafts()
  const [answers, setAnswers] = useState(() => drafts.apps ?? given(uses))
  const [refused, setRefused] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const open = asked(uses, answers).filter(({ item }) => !answers.has(item))
  const saying = (wanted: Answer) => asked(uses, answers).flatMap(({ item }) => (answers.get(item) === wanted ? [item] : []))
  const pressedFor = useRef(false)
  const answer: Answering['onAnswer'] = (items, said) => {
    pressedFor.current = items.length > 1
    const apps = new Map([...answers, ...items.map((item) => [item, said] as const)])
    keep({ apps })
    setAnswers(apps)
  }
  // The "answer all" button is gone: move the focus to the next question, or to the last answer.
  useEffect(() => {
    if (!pressedFor.current || answers.size === 0) return
    pressedFor.current = false
    const inputs = form.current?.querySelectorAll('input') ?? []
    const target = form.current?.querySelector<HTMLElement>('[data-open] input') ?? inputs[inputs.length - 1]
    target?.focus()
  }, [answers])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [apps, unsure] = [saying('yes'), saying('unsure')]
    if (open.length > 0 || apps.length + unsure.length === 0) {
      setRefused((times) => times + 1)
      form.current?.querySelector<HTMLElement>(open.length > 0 ? `[data-open] input` : 'input')?.focus()
      return
    }
    keep({ apps: undefined })
    decide({ kind: 'use-apps', apps, ...(unsure.length === 0 ? {} : { unsure }) })
  }
  return (
    <form ref={form} id={CHOICES_FORM} onSubmit={submit}>
      <Spaced>
        <Stack gap="even">
          {refused === 0 ? null : (
            <Callout key={refused} tone="warning" role="alert">
              {open.length > 0 ? strings.coverage.unanswered({ count: open.length }) : strings.coverage.nothingTicked}
            </Callout>
          )}
          <div className={styles.columns}>
            {[COVERAGE_GROUPS.slice(0, HALF), COVERAGE_GROUPS.slice(HALF)].map((groups) => (
              <Stack key={groups[0]} gap="even">
                {groups.map((group) => (
                  <Apps
                    key={group}
                    group={group}
                    uses={asked(uses, answers).filter((use) => use.group === group)}
                    answers={answers}
                    onAnswer={answer}
                  />
                ))}
              </Stack>
            ))}
          </div>
        </Stack>
      </Spaced>
    </form>
  )
}

interface Answering {
  readonly answers: Answers
  readonly onAnswer: (items: readonly CoverageItemId[], said: Answer) => void
}

function Apps({ group, uses, ...answering }: { readonly group: CoverageGroup; readonly uses: readonly Use[] } & Answering) {
  const { groups, answers, noneOfThese, noneOfTheRest } = useStrings().coverage
  const open = uses.filter(({ item }) => !answering.answers.has(item)).map(({ item }) => item)
  const wholes = uses.filter(({ within }) => within === undefined)
  return (
    <Group name={groups[group]} boxed dense inOneColumn beside={<AnswerHeads words={[answers.yes, answers.no, answers.unsure]} />}>
      {wholes.map((use) => (
        <div key={use.item}>
          <App use={use} {...answering} />
          {uses
            .filter(({ within }) => within === use.item)
            .map((part) => (
              <App key={part.item} use={part} {...answering} />
            ))}
        </div>
      ))}
      {open.length > 1 ? (
        <Row>
          <Button size="small" onClick={() => answering.onAnswer(open, 'no')}>
            {open.length === uses.length ? noneOfThese : noneOfTheRest}
          </Button>
        </Row>
      ) : null}
    </Group>
  )
}

function App({ use: { item, title, hint, within }, answers, onAnswer }: { readonly use: Use } & Answering) {
  const words = useStrings().coverage.answers
  return (
    <Question
      title={title}
      hint={hint}
      within={within !== undefined}
      answers={[
        ['yes', words.yes],
        ['no', words.no],
        ['unsure', words.unsure],
      ]}
      given={answers.get(item)}
      onAnswer={(said) => onAnswer([item], said)}
    />
  )
}
