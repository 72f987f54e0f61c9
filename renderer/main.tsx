import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import type { RawBridge } from '../ipc/channels.ts'
import { App } from './app.tsx'
import { createBridge } from './bridge.ts'
import { createLanguage } from './language.tsx'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly wizard: RawBridge
  }
}

// Griffel writes its styles into style elements; the content security policy lets only those with this load's nonce in.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const root = document.getElementById('root')

if (root === null || !('wizard' in window)) throw new Error('This page belongs into the window of the CMK Enablement Wizard.')

const language = createLanguage()

createRoot(root).render(
  <RendererProvider renderer={createDOMRenderer(document, { styleElementAttributes: { nonce } })} targetDocument={document}>
    <App bridge={createBridge(window.wizard, () => language.current().text)} language={language} />
  </RendererProvider>,
)
