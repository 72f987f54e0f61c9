import type { ReactNode } from 'react'
import type { ProblemView } from '#messages/view.ts'
import { Callout } from '../primitives/callout.tsx'
import { Disclosure } from '../primitives/disclosure.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Heading, Points, Text } from '../primitives/text.tsx'
import { Owner } from './owner.tsx'
import { ServiceWords } from './service-words.tsx'

/** An error: what happened, impact, remedy, owner, then the service's text. */
export function Problem({
  problem,
  tone = 'danger',
  level = 2,
  fold,
  children,
}: {
  readonly problem: ProblemView
  readonly tone?: 'danger' | 'warning'
  readonly level?: 2 | 3
  /** Labels of the button that folds everything after the first line. */
  readonly fold?: { readonly show: string; readonly hide: string; readonly unfolded: boolean }
  readonly children?: ReactNode
}) {
  const words = (
    <>
      <Text>{problem.meaning}</Text>
      {problem.points === undefined ? null : <Points items={problem.points} />}
      <Text>{problem.remedy}</Text>
      {children}
      {problem.refusal ? <ServiceWords refusal={problem.refusal} /> : null}
    </>
  )
  return (
    <div data-problem="">
      <Callout tone={tone}>
        <Stack gap="tight">
          <Row spread="apart">
            <Heading level={level}>{problem.title}</Heading>
            <Owner owner={problem.owner} />
          </Row>
          {fold === undefined ? words : <Disclosure {...fold}>{words}</Disclosure>}
        </Stack>
      </Callout>
    </div>
  )
}
