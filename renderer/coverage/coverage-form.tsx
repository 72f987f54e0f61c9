import { type FormEvent, useRef, useState } from 'react'
import { COVERAGE_GROUPS, type CoverageGroup } from '../../machines/procedure/coverage/item.ts'
import type { CoverageItemId } from '../../machines/procedure/coverage/item-ids.ts'
import type { CoverageView } from '../../messages/view.ts'
import { CHOICES_FORM } from '../frame/footer-actions.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { AnswerHeads, Question } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Spaced, Stack } from '../primitives/layout.tsx'
import { type Drafts, useWizard } from '../wizard-context.tsx'
import styles from './coverage-form.module.css'

/** So many groups stand in the first of two columns. What is asked next never moves a group to the other one. */
const HALF = Math.ceil(COVERAGE_GROUPS.length / 2)

type Use = CoverageView['uses'][number]
type Answers = NonNullable<Drafts['apps']>

const given = (uses: readonly Use[]): Answers =>
  new Map([
    ...uses.filter(({ used }) => used).map(({ item }) => [item, 'yes'] as const),
    ...uses.filter(({ unsure }) => unsure).map(({ item }) => [item, 'unsure'] as const),
  ])

const saying = (answers: Answers, wanted: 'yes' | 'unsure'): readonly CoverageItemId[] =>
  [...answers].flatMap(([item, answer]) => (answer === wanted ? [item] : []))

/** What can be used, by group; parts of an app below it, once the app is used. The footer's button hands it in. */
export function CoverageForm({ uses }: { readonly uses: CoverageView['uses'] }) {
  const strings = useStrings()
  const { decide, drafts } = useWizard()
  const [answers, setAnswers] = useState(() => drafts.apps ?? given(uses))
  const [refused, setRefused] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const answer = (item: CoverageItemId, said: 'yes' | 'no' | 'unsure') => {
    const next = new Map(answers)
    if (said === 'no') next.delete(item)
    else next.set(item, said)
    drafts.apps = next
    setAnswers(next)
    if (next.size > 0) setRefused(0)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (answers.size === 0) {
      setRefused((times) => times + 1)
      form.current?.querySelector('input')?.focus()
      return
    }
    delete drafts.apps
    const unsure = saying(answers, 'unsure')
    decide({ kind: 'use-apps', apps: saying(answers, 'yes'), ...(unsure.length === 0 ? {} : { unsure }) })
  }
  return (
    <form ref={form} id={CHOICES_FORM} onSubmit={submit}>
      <Spaced>
        <Stack gap="even">
          {refused === 0 ? null : (
            <Callout key={refused} tone="warning" role="alert">
              {strings.coverage.nothingTicked}
            </Callout>
          )}
          <div className={styles.columns}>
            {[COVERAGE_GROUPS.slice(0, HALF), COVERAGE_GROUPS.slice(HALF)].map((groups) => (
              <Stack key={groups[0]} gap="even">
                {groups.map((group) => (
                  <Apps key={group} group={group} uses={uses.filter((use) => use.group === group)} answers={answers} onAnswer={answer} />
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
  readonly onAnswer: (item: CoverageItemId, said: 'yes' | 'no' | 'unsure') => void
}

function Apps({ group, uses, ...answering }: { readonly group: CoverageGroup; readonly uses: readonly Use[] } & Answering) {
  const { groups, answers } = useStrings().coverage
  return (
    <Group name={groups[group]} boxed dense inOneColumn beside={<AnswerHeads words={[answers.yes, answers.no, answers.unsure]} />}>
      {uses
        .filter(({ within }) => within === undefined)
        .map((use) => (
          <div key={use.item}>
            <App use={use} {...answering} />
            {answering.answers.get(use.item) === 'yes'
              ? uses.filter(({ within }) => within === use.item).map((part) => <App key={part.item} use={part} {...answering} />)
              : null}
          </div>
        ))}
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
      given={answers.get(item) ?? 'no'}
      onAnswer={(said) => onAnswer(item, said)}
    />
  )
}
