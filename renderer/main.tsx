import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { RawBridge } from '#contract/channels.ts'
import type { PresenterBridge } from '#contract/presenter-channels.ts'
import { App } from './app.tsx'
import { createBridge } from './bridge.ts'
import { createLanguage } from './language.tsx'
import 'virtual:fluent-tokens.css'

declare global {
  interface Window {
    readonly wizard: RawBridge
    readonly presenter?: PresenterBridge
  }
}

const root = document.getElementById('root')
const { presenter } = window

if (root === null || !('wizard' in window || presenter !== undefined))
  throw new Error('This page belongs into the window of the CMK Enablement Wizard.')

const language = createLanguage()

const draw = (page: ReactNode): void => createRoot(root).render(page)

if (presenter === undefined) draw(<App bridge={createBridge(window.wizard, () => language.current().text)} language={language} />)
else void import('./presenter/page.tsx').then(({ PresenterPage }) => draw(<PresenterPage bridge={presenter} language={language} />))
