import { useEffect, useState, useSyncExternalStore } from 'react'
import type { BackstageView, PresenterBridge, PresenterView } from '#contract/presenter-channels.ts'
import { type Language, LanguageProvider, useWords } from '../language.tsx'
import { presenter } from '../messages/presenter.ts'
import { Note } from '../primitives/text.tsx'
import type { Act } from './act.ts'
import { Chart } from './chart.tsx'
import styles from './page.module.css'
import { Presenter } from './presenter.tsx'
import { Requests } from './requests.tsx'

type Shown = PresenterView | BackstageView

interface Arrived {
  readonly view: Shown
  /** `performance.now()` */
  readonly at: number
}

function viewStore(bridge: PresenterBridge) {
  const listeners = new Set<() => void>()
  let current: Arrived | undefined
  const receive = (view: Shown) => {
    if (current !== undefined && view.revision < current.view.revision) return
    current = { view, at: performance.now() }
    for (const listener of listeners) listener()
  }
  bridge.onView(receive)
  // A refusal is no view; the main process logs it.
  void bridge.getView().then((view) => {
    if ('revision' in view) receive(view)
  })
  return {
    current: () => current,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function PresenterPage({ bridge, language }: { readonly bridge: PresenterBridge; readonly language: Language }) {
  const [store] = useState(() => viewStore(bridge))
  const arrived = useSyncExternalStore(store.subscribe, store.current)
  return (
    <LanguageProvider language={language} wanted={arrived?.view.language}>
      {arrived ? <Page arrived={arrived} act={(act) => void bridge.act(act)} /> : null}
    </LanguageProvider>
  )
}

/** The app's activity for support, also in a real tenant. */
function UnderTheHood({ view, act }: { readonly view: BackstageView; readonly act: Act }) {
  const words = useWords(presenter)
  useEffect(() => {
    document.title = words.underTheHood
  }, [words])
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{words.underTheHood}</h1>
      <Note as="p">{words.redacted}</Note>
      <Chart view={view} />
      <Requests requests={view.requests} act={act} />
    </main>
  )
}

function Page({ arrived: { view, at }, act }: { readonly arrived: Arrived; readonly act: Act }) {
  return 'session' in view ? <Presenter view={view} arrivedAt={at} act={act} /> : <UnderTheHood view={view} act={act} />
}
