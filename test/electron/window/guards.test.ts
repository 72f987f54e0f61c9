import type { Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import {
  denyConnections,
  denyDownloads,
  denyNameLookups,
  denyNavigation,
  denyNetwork,
  denyPermissions,
  denySpellChecking,
  isOwnAddress,
} from '#electron/window/guards.ts'

describe('permissions', () => {
  it('are denied whether the page asks or only checks', () => {
    const handlers: { request?: Parameters<Session['setPermissionRequestHandler']>[0]; check?: () => boolean; device?: () => boolean } = {}
    denyPermissions({
      setPermissionRequestHandler: (handler) => {
        handlers.request = handler
      },
      setPermissionCheckHandler: (handler) => {
        handlers.check = handler as () => boolean
      },
      setDevicePermissionHandler: (handler) => {
        handlers.device = handler as () => boolean
      },
    })
    const answer = vi.fn()
    handlers.request?.({} as WebContents, 'media', answer, {} as never)
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
    expect(handlers.check?.()).toBe(false)
    expect(handlers.device?.()).toBe(false)
  })
})

describe('the network', () => {
  it.each([
    ['app://wizard/index.html', false],
    ['app://wizard/assets/x.js', false],
    ['app://wizard.example/index.html', true],
    ['https://login.microsoftonline.com/', true],
    ['http://127.0.0.1:9443/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['app://other/index.html', true],
  ])('%s is cancelled: %s', (url, cancel) => {
    let listen: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | undefined
    denyNetwork({
      webRequest: {
        onBeforeRequest: (listener: unknown) => {
          listen = listener as typeof listen
        },
      },
    })
    const answer = vi.fn()
    listen?.({ url }, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel })
    expect(isOwnAddress(url)).toBe(!cancel)
  })
})

it('connections have a proxy that leads nowhere, also to addresses of this computer', async () => {
  const setProxy = vi.fn().mockResolvedValue(undefined)
  await denyConnections({ setProxy })
  expect(setProxy).toHaveBeenCalledExactlyOnceWith({
    mode: 'fixed_servers',
    proxyRules: 'http://[ff02::1]:1',
    proxyBypassRules: '<-loopback>',
  })
})

it('a download is refused before it asks for a place', () => {
  const preventDefault = vi.fn()
  denyDownloads({ on: (name, listener) => name === 'will-download' && listener({ preventDefault }) })
  expect(preventDefault).toHaveBeenCalledOnce()
})

it('names in links are not resolved ahead', () => {
  const appendSwitch = vi.fn()
  denyNameLookups({ appendSwitch })
  expect(appendSwitch).toHaveBeenCalledExactlyOnceWith('blink-settings', 'dnsPrefetchingEnabled=false')
})

it('spelling is not checked, and no language is left to fetch a dictionary for', () => {
  const session = { setSpellCheckerEnabled: vi.fn(), setSpellCheckerLanguages: vi.fn() }
  denySpellChecking(session)
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false)
  expect(session.setSpellCheckerLanguages).toHaveBeenCalledExactlyOnceWith([])
})

describe('navigation', () => {
  it('is refused in every form, and so are new windows', () => {
    const listeners = new Map<string, (event: { preventDefault(): void }) => void>()
    let openWindow: (() => { action: string }) | undefined
    const contents = {
      on: (name: string, listener: (event: { preventDefault(): void }) => void) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => { action: string }) => {
        openWindow = handler
      },
      setWebRTCIPHandlingPolicy: vi.fn(),
    }
    denyNavigation(contents)
    expect([...listeners.keys()].sort()).toEqual([
      'will-attach-webview',
      'will-frame-navigate',
      'will-navigate',
      // The page can't keep the window open either.
      'will-prevent-unload',
      'will-redirect',
    ])
    for (const listener of listeners.values()) {
      const preventDefault = vi.fn()
      listener({ preventDefault })
      expect(preventDefault).toHaveBeenCalledOnce()
    }
    expect(openWindow?.()).toEqual({ action: 'deny' })
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledExactlyOnceWith('disable_non_proxied_udp')
  })
})
