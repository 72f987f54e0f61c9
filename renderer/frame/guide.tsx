import { useId, useState } from 'react'
import type { GuideView, StepView } from '#messages/view.ts'
import { Callout } from '../primitives/callout.tsx'
import { Stack } from '../primitives/layout.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { Heading, Note, Points, Text } from '../primitives/text.tsx'
import { Script } from '../step/script.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { Contradictions, Waits } from './known.tsx'
import { Pitfalls } from './pitfalls.tsx'
import { Source } from './source.tsx'

type TabName = 'why' | 'byHand' | 'script' | 'wait' | 'pitfalls' | 'sources'

function tabsOf(strings: Strings, guide: GuideView, waiting: boolean, why: string | undefined): readonly (readonly [TabName, string])[] {
  const tabs: readonly (readonly [TabName, string, boolean])[] = [
    ['wait', strings.frame.waitTab, waiting && guide.whileYouWait.length > 0],
    ['why', strings.frame.whyTab, guide.why.length > 0 || why !== undefined],
    ['byHand', strings.frame.byHandTab, !waiting && guide.byHand.length > 0],
    ['script', strings.script.tab, !waiting],
    ['pitfalls', strings.frame.pitfallsTab, guide.pitfalls.length > 0],
    ['sources', strings.frame.sourcesTab, guide.sources.length > 0],
  ]
  return tabs.flatMap(([name, title, shown]) => (shown ? [[name, title] as const] : []))
}

/** While Microsoft works, restrictions come first and manual steps are hidden. */
export function Guide({ step }: { readonly step: StepView }) {
  const strings = useStrings()
  const { guide } = step
  const waiting = step.wait !== undefined
  const id = useId()
  const why = step.task.about?.why
  const tabs = tabsOf(strings, guide, waiting, why)
  const [wanted, setWanted] = useState<TabName>()
  const chosen = tabs.find(([name]) => name === wanted)?.[0] ?? tabs[0]?.[0]
  if (chosen === undefined) return null
  return (
    <Tabs id={id} label={strings.frame.guide} tabs={tabs} chosen={chosen} onChoose={setWanted}>
      <Stack gap="even">
        {chosen === 'why' && why !== undefined ? <Text>{why}</Text> : null}
        {chosen === 'why' ? <Passages passages={guide.why} /> : null}
        {chosen === 'wait' ? <Passages passages={guide.whileYouWait} /> : null}
        {chosen === 'byHand' ? <ByHand ways={guide.byHand} /> : null}
        {chosen === 'byHand' || chosen === 'wait' ? <Waits waits={guide.waits} /> : null}
        {chosen === 'script' ? <Script step={step} /> : null}
        {chosen === 'pitfalls' ? <Pitfalls pitfalls={guide.pitfalls} /> : null}
        {chosen === 'sources' ? <Contradictions contradictions={guide.contradictions} /> : null}
        {chosen === 'sources' ? <Sources sources={guide.sources} /> : null}
      </Stack>
    </Tabs>
  )
}

function Passages({ passages }: { readonly passages: GuideView['why'] }) {
  return passages.map(({ heading, text }) => (
    <Stack key={heading} gap="tight">
      <Heading level={3}>{heading}</Heading>
      <Text>{text}</Text>
    </Stack>
  ))
}

function ByHand({ ways }: { readonly ways: GuideView['byHand'] }) {
  return ways.map(({ heading, caution, clicks, link }) => (
    <Stack key={heading}>
      <Heading level={3}>{heading}</Heading>
      {caution === undefined ? null : <Callout tone="warning">{caution}</Callout>}
      <Points ordered items={clicks} />
      {link ? (
        <span>
          <ExternalLink to={{ link: link.id }}>{link.title}</ExternalLink>
        </span>
      ) : null}
    </Stack>
  ))
}

export function Sources({ sources }: { readonly sources: GuideView['sources'] }) {
  const strings = useStrings()
  return (
    <>
      <Stack as="ul">
        {sources.map((source) => (
          <li key={source.id}>
            <Source source={source} />
          </li>
        ))}
      </Stack>
      <Note as="p">{strings.frame.sourcesNote}</Note>
    </>
  )
}
