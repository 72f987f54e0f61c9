import type { CommandLine, ProxyConfig, Session } from 'electron'
import { APP_ORIGIN } from './app-address.ts'

/* Restrictions of the page. Certificate errors need none: Electron refuses them by default. */

type Refusable = (event: { preventDefault(): void }) => void

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

/** No system begins a connection to all computers at once. For an address of IPv4, Chromium would look up a name. */
const NOWHERE = 'http://[ff02::1]:1'

/**
 * No connection past the policy: WebRTC asks neither it nor `onBeforeRequest`, but it uses the session's proxy. Chromium would still go
 * straight to this computer's own addresses.
 */
export async function denyConnections(session: { setProxy(config: ProxyConfig): Promise<void> }): Promise<void> {
  await session.setProxy({ mode: 'fixed_servers', proxyRules: NOWHERE, proxyBypassRules: '<-loopback>' })
}

/** A link with `download` would open a dialog with a name and a content of the page's choice. Files are saved by main. */
export function denyDownloads(session: { on(event: 'will-download', listener: Refusable): unknown }): void {
  session.on('will-download', (event) => event.preventDefault())
}

/** Names in links are resolved ahead, which no policy and no proxy prevents. Call before Electron is ready. */
export function denyNameLookups(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
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

/** Navigation part of Electron's `WebContents`. */
export interface LeadsElsewhere {
  on(event: 'will-navigate', listener: Refusable): unknown
  on(event: 'will-redirect', listener: Refusable): unknown
  on(event: 'will-frame-navigate', listener: Refusable): unknown
  on(event: 'will-attach-webview', listener: Refusable): unknown
  on(event: 'will-prevent-unload', listener: Refusable): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void
}

export function denyNavigation(contents: LeadsElsewhere): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // Refusing the refusal: only the person and main decide when a window closes.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  // Decision 0221: behind the preload, which takes WebRTC away.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
