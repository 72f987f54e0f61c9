import type { Session } from 'electron'
import { APP_ORIGIN } from './app-address.ts'

/*
 * What the page must never be able to do. Certificate errors need no line here: Electron refuses them unless its handler is
 * overridden, and it isn't.
 */

/** No camera, no location, no notifications, no devices: asked or not, the answer is no. */
export function denyPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** @returns whether an address is a file of our own page */
export const isOwnAddress = (address: string): boolean => address.startsWith(`${APP_ORIGIN}/`)

/** The page has no network: a second wall behind the content security policy, and one the page cannot reach. */
export function denyNetwork(session: { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url) }))
}

/**
 * Keeps Chromium from fetching a dictionary: a session does that for itself, from a host of Google, also for a window whose
 * spelling is not checked. To be called before there is a window.
 */
export function denySpellChecking(session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>): void {
  session.setSpellCheckerEnabled(false)
  // Without a language there is no dictionary either, even if one is set later. macOS has its own, and ignores the list.
  session.setSpellCheckerLanguages([])
}

type Refusable = (event: { preventDefault(): void }) => void

/** The part of Electron's `WebContents` that leads elsewhere. */
export interface LeadsElsewhere {
  on(event: 'will-navigate', listener: Refusable): unknown
  on(event: 'will-redirect', listener: Refusable): unknown
  on(event: 'will-frame-navigate', listener: Refusable): unknown
  on(event: 'will-attach-webview', listener: Refusable): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
}

/** The page stays where it is: no other page, no redirect, no second window, no embedded browser. */
export function denyNavigation(contents: LeadsElsewhere): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
