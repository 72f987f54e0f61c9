import type { OtherView, StepView } from '#messages/view.ts'
import { useTimes, useWords } from '../language.tsx'
import { behind } from '../messages/behind.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { Name, Note } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { ownRun } from './running.ts'

/** On the pages outside a tenant: what runs in the one that is open behind them, and the way back to it. */
export function BehindNote() {
  const words = useWords(behind)
  const { view, send } = useWizard()
  const said = useSaid(ownRun(view) ?? view.step, view.start?.behind?.runs)
  if (view.who === undefined) return null
  const { who, practice, staying } = view
  const environment = who.environment ?? who.customer
  return (
    <Spaced>
      <Callout tone={said.isWrong ? 'warning' : 'info'} role="status">
        <Row spread="apart">
          <Stack gap="tight">
            <Name>
              <bdi>{environment}</bdi>
            </Name>
            {practice === undefined ? null : <Note>{words.practice}</Note>}
            <span>{said.text}</span>
            {staying === undefined ? null : <Note>{staying}</Note>}
          </Stack>
          <Button onClick={() => send({ type: 'RETURN' })}>{words.open({ environment })}</Button>
        </Row>
      </Callout>
    </Spaced>
  )
}

type Run = StepView | OtherView

function useSaid(run: Run | undefined, runs = ''): { readonly text: string; readonly isWrong?: true } {
  const words = useWords(behind)
  const { moment } = useTimes()
  const now = useNow()
  if (run === undefined) return { text: runs }
  const { title, phase, problem, proved, wait } = run
  if (problem) return { text: problem.title, isWrong: true }
  const progress = 'progress' in run ? run.progress : []
  const made = progress.findIndex(({ state }) => state !== 'done')
  if ('schedule' in run && run.schedule) return { text: words.scheduled({ when: moment(run.schedule.at, now) }) }
  switch (phase) {
    case 'rechecking':
      return { text: words.rechecking }
    case 'reading':
      return { text: words.reading }
    default: {
      const change = progress[made]
      if (change && progress.length > 1) return { text: words.making({ number: made + 1, count: progress.length, title: change.title }) }
      return { text: wait?.title || runs || (proved ? words.done({ title }) : title) }
    }
  }
}
