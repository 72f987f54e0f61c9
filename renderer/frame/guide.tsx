import { useId, useState } from 'react'
import type { GuideView, StepView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { ExternalLink } from '../parts/link-button.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Script } from '../step/script.tsx'
import type { Strings } from '../strings.ts'
import styles from './guide.module.css'
import { Contradictions, Waits } from './known.tsx'
import { Pitfalls } from './pitfalls.tsx'

type TabName = 'why' | 'byHand' | 'script' | 'wait' | 'pitfalls' | 'sources'

function tabsOf(strings: Strings, guide: GuideView, waiting: boolean): readonly (readonly [TabName, string])[] {
  const tabs: readonly (readonly [TabName, string, boolean])[] = [
    ['wait', strings.frame.waitTab, waiting && guide.whileYouWait.length > 0],
    ['why', strings.frame.whyTab, guide.why.length > 0],
    ['byHand', strings.frame.byHandTab, !waiting && guide.byHand.length > 0],
    ['script', strings.script.tab, !waiting],
    ['pitfalls', strings.frame.pitfallsTab, guide.pitfalls.length > 0],
    ['sources', strings.frame.sourcesTab, guide.sources.length > 0],
  ]
  return tabs.flatMap(([name, title, shown]) => (shown ? [[name, title] as const] : []))
}

/**
 * Why, by hand, as a script, while you wait, what can go wrong, and from which documents. While Microsoft works, what not to do
 * meanwhile comes first, and there is nothing to do by hand or by script.
 */
export function Guide({ step }: { readonly step: StepView }) {
  const strings = useStrings()
  const { guide } = step
  const waiting = step.wait !== undefined
  const id = useId()
  const tabs = tabsOf(strings, guide, waiting)
  const [wanted, setWanted] = useState<TabName>()
  const chosen = tabs.find(([name]) => name === wanted)?.[0] ?? tabs[0]?.[0]
  if (chosen === undefined) return null
  return (
    <Tabs id={id} label={strings.frame.guide} tabs={tabs} chosen={chosen} onChoose={setWanted}>
      <div className={styles.panel}>
        {chosen === 'why' ? <Passages passages={guide.why} /> : null}
        {chosen === 'wait' ? <Passages passages={guide.whileYouWait} /> : null}
        {chosen === 'byHand' ? <ByHand ways={guide.byHand} /> : null}
        {chosen === 'byHand' || chosen === 'wait' ? <Waits waits={guide.waits} /> : null}
        {chosen === 'script' ? <Script step={step} /> : null}
        {chosen === 'pitfalls' ? <Pitfalls pitfalls={guide.pitfalls} /> : null}
        {chosen === 'sources' ? <Contradictions contradictions={guide.contradictions} /> : null}
        {chosen === 'sources' ? <Sources sources={guide.sources} /> : null}
      </div>
    </Tabs>
  )
}

function Passages({ passages }: { readonly passages: GuideView['why'] }) {
  return passages.map(({ heading, text }) => (
    <div key={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <p className={styles.text}>{text}</p>
    </div>
  ))
}

function ByHand({ ways }: { readonly ways: GuideView['byHand'] }) {
  return ways.map(({ heading, caution, clicks, link }) => (
    <div key={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      {caution === undefined ? null : (
        <div className={styles.caution}>
          <Callout tone="warning">{caution}</Callout>
        </div>
      )}
      <ol className={styles.clicks}>
        {clicks.map((click) => (
          <li key={click} className={styles.click}>
            {click}
          </li>
        ))}
      </ol>
      {link ? (
        <div className={styles.link}>
          <ExternalLink to={{ link: link.id }}>{link.title}</ExternalLink>
        </div>
      ) : null}
    </div>
  ))
}

/** Documents with the date of the edition that was read. */
export function Sources({ sources }: { readonly sources: GuideView['sources'] }) {
  const strings = useStrings()
  const { edition } = useTimes()
  return (
    <>
      <ul className={styles.sources}>
        {sources.map(({ id, title, edition: date }) => (
          <li key={id}>
            <ExternalLink to={{ source: id }}>{title}</ExternalLink>
            <span className={styles.date}>
              {date === undefined ? strings.frame.noEdition : strings.frame.edition({ date: edition(date) })}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{strings.frame.sourcesNote}</p>
    </>
  )
}
