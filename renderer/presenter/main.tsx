import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import type { PresenterBridge, PresenterView } from '../../ipc/presenter-channels.ts'
import { directionOf } from '../../messages/languages.ts'
import { createLanguage, LanguageProvider } from '../language.tsx'
import { useSystemTheme } from '../theme.ts'
import styles from './main.module.css'
import { Presenter } from './presenter.tsx'

declare global {
  interface Window {
    /** Put there by the preload script, on this page alone. */
    readonly presenter?: PresenterBridge
  }
}

const { presenter } = window
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const root = document.getElementById('root')
if (root === null || presenter === undefined) throw new Error('This page belongs into the trainer’s window of the CMK Enablement Wizard.')

const language = createLanguage()

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

const store = viewStore(presenter)

function Page() {
  const theme = useSystemTheme()
  const view = useSyncExternalStore(store.subscribe, store.current)
  const { locale } = useSyncExternalStore(language.subscribe, language.current)
  return (
    <FluentProvider theme={theme} dir={directionOf(locale)} className={styles.provider}>
      <LanguageProvider language={language} wanted={view?.language}>
        {view && presenter ? <Presenter view={view} act={(act) => void presenter.act(act)} /> : null}
      </LanguageProvider>
    </FluentProvider>
  )
}

createRoot(root).render(
  <RendererProvider renderer={createDOMRenderer(document, { styleElementAttributes: { nonce } })} targetDocument={document}>
    <Page />
  </RendererProvider>,
)
