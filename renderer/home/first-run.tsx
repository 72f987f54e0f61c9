import { type ReactNode, useId } from 'react'
import { useWords } from '../language.tsx'
import { start } from '../messages/start.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Stack, Tiles } from '../primitives/layout.tsx'
import { Heading, Text } from '../primitives/text.tsx'
import styles from './first-run.module.css'
import { Parts } from './parts.tsx'
import { LeftOutNotice, PolicyNotice } from './policy-notice.tsx'
import { Timeline } from './timeline.tsx'

export function FirstRun({ onPractise, onConnect }: { readonly onPractise: () => void; readonly onConnect: () => void }) {
  const { title, lead, begin, practise, connect } = useWords(start)
  return (
    <StartFrame page="start" title={title} lead={lead} large wide>
      <Stack gap="even">
        <PolicyNotice />
        <LeftOutNotice />
        <Card>
          <Timeline />
          <Parts />
        </Card>
      </Stack>
      <div className={styles.begin}>
        <Heading level={2} size="medium">
          {begin}
        </Heading>
      </div>
      <Tiles>
        <Door glyph="practice" words={practise}>
          <Button appearance="primary" onClick={onPractise}>
            {practise.go}
          </Button>
        </Door>
        <Door glyph="connect" words={connect}>
          <Button onClick={onConnect}>{connect.go}</Button>
        </Door>
      </Tiles>
    </StartFrame>
  )
}

function Door({
  glyph,
  words,
  children,
}: {
  readonly glyph: GlyphName
  readonly words: { readonly title: string; readonly what: string; readonly points: readonly string[] }
  readonly children: ReactNode
}) {
  const titleId = useId()
  return (
    <section className={styles.door} aria-labelledby={titleId}>
      <div className={styles.head}>
        <span className={styles.sign}>
          <Glyph name={glyph} size={20} />
        </span>
        <div>
          <Heading level={3} size="medium" id={titleId}>
            {words.title}
          </Heading>
          <Text>{words.what}</Text>
        </div>
      </div>
      <ul className={styles.points}>
        {words.points.map((point) => (
          <li key={point} className={styles.point}>
            <Glyph name="check" />
            {point}
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
