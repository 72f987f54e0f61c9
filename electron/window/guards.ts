import type { Session } from 'electron'
import { APP_ORIGIN } from './app-address.ts'

/* Restrictions of the page. Certificate errors need none: Electron refuses them by default. */

export function denyPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

export const isOwnAddress = (address: string): boolean => address.startsWith(`${APP_ORIGIN}/`)

/** No network for the page: a second barrier behind the content security policy. */
export function denyNetwork(session: { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url) }))
}

/**
 * Prevents Chromium from downloading a dictionary from a Google host, which it does even without spell checking. Call
 * before opening a window.
 */
export function denySpellChecking(session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>): void {
  session.setSpellCheckerEnabled(false)
  // No languages, no dictionaries, even if enabled later. macOS ignores the list.
  session.setSpellCheckerLanguages([])
}

type Refusable = (event: { preventDefault(): void }) => void

/** Navigation part of Electron's `WebContents`. */
export interface LeadsElsewhere {
  on(event: 'will-navigate', listener: Refusable): unknown
  on(event: 'will-redirect', listener: Refusable): unknown
  on(event: 'will-frame-navigate', listener: Refusable): unknown
  on(event: 'will-attach-webview', listener: Refusable): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
}

export function denyNavigation(contents: LeadsElsewhere): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
