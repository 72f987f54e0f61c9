import { FluentProvider } from '@fluentui/react-components'
import { useState, useSyncExternalStore } from 'react'
import type { PresenterBridge, PresenterView } from '../../ipc/presenter-channels.ts'
import { directionOf } from '../../messages/languages.ts'
import { type Language, LanguageProvider } from '../language.tsx'
import { useSystemTheme } from '../theme.ts'
import styles from './page.module.css'
import { Presenter } from './presenter.tsx'

/** The last view that main gave. */
function viewStore(bridge: PresenterBridge) {
  const listeners = new Set<() => void>()
  let current: PresenterView | undefined
  const receive = (view: PresenterView) => {
    if (current !== undefined && view.revision < current.revision) return
    current = view
    for (const listener of listeners) listener()
  }
  bridge.onView(receive)
  // A refusal has no session; main logs why.
  void bridge.getView().then((view) => {
    if ('session' in view) receive(view)
  })
  return {
    current: () => current,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The whole of the trainer's window: a mirror of the last view. */
export function PresenterPage({ bridge, language }: { readonly bridge: PresenterBridge; readonly language: Language }) {
  const theme = useSystemTheme()
  const [store] = useState(() => viewStore(bridge))
  const view = useSyncExternalStore(store.subscribe, store.current)
  const { locale } = useSyncExternalStore(language.subscribe, language.current)
  return (
    <FluentProvider theme={theme} dir={directionOf(locale)} className={styles.provider}>
      <LanguageProvider language={language} wanted={view?.language}>
        {view ? <Presenter view={view} act={(act) => void bridge.act(act)} /> : null}
      </LanguageProvider>
    </FluentProvider>
  )
}
