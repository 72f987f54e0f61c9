import { useState } from 'react'
import { HAND_OVER_TITLE } from '#machines/engine/wizard/side-page-words.ts'
import type { HandOverView, OpenedView } from '#messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Give } from '../hand-over/give.tsx'
import { Opened } from '../hand-over/opened.tsx'
import { useFormatter } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout, Failure } from '../primitives/callout.tsx'
import { Row, Spaced } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Text } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { Skeleton } from '../step/skeleton.tsx'
import { ActionCard } from '../step/task-card.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { PageTitle } from './page-title.tsx'

function titleOf(words: Strings['handOver'], name: string, { reading, opened }: HandOverView): string {
  if (reading) return words.reading
  if (!opened) return name
  return opened.purpose === 'ask' ? words.from : words.backFrom
}

const toldBy = (words: Strings['handOver'], { purpose, from, step: { number, title } }: OpenedView): string =>
  (purpose === 'ask' ? words.asks : words.tells)({ from, number, title })

function Take() {
  const words = useStrings().handOver
  const { bridge, announce } = useWizard()
  const [why, setWhy] = useState<string>()
  const [opening, setOpening] = useState(false)
  const open = async () => {
    if (opening) return
    setOpening(true)
    announce(words.opening)
    const answer = await bridge.call('hand-over:open', {})
    setOpening(false)
    setWhy(answer.ok ? undefined : answer.why)
  }
  return (
    <Section heading={words.take}>
      <Text>{words.takeLead}</Text>
      <Row>
        <Button disabledFocusable={opening} onClick={() => void open()}>
          {words.open}
        </Button>
      </Row>
      <Failure why={why} />
    </Section>
  )
}

export function HandOverPage({ handOver }: { readonly handOver: HandOverView }) {
  const words = useStrings().handOver
  const { text } = useFormatter()
  const { reading, opened, problem } = handOver
  const heading = useHeadingFocus(reading ? 'hand-over reading' : opened ? `hand-over ${opened.sha256}` : 'hand-over')
  const [note, setNote] = useState('')
  return (
    <>
      <PageTitle ref={heading}>{titleOf(words, text(HAND_OVER_TITLE), handOver)}</PageTitle>
      {problem ? (
        <Spaced>
          <Problem problem={problem} />
        </Spaced>
      ) : null}
      {reading ? (
        <Skeleton />
      ) : opened ? (
        <>
          <ActionCard sentence={opened.purpose === 'ask' ? words.take : words.takeBack} text={toldBy(words, opened)} />
          <Opened opened={opened} />
        </>
      ) : (
        <>
          <Text>{words.lead}</Text>
          <Spaced>
            <Callout tone="info">{words.duties}</Callout>
          </Spaced>
          <Give handOver={handOver} note={note} onNote={setNote} />
          <Take />
        </>
      )}
    </>
  )
}
