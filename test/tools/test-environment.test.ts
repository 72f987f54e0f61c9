import { describe, expect, test } from 'vitest'
import { testEnvironment } from '../../tools/test-environment.mjs'
import { FONTS, FONTS_VARIABLE, fontsConfiguration, fontsNamed, readFonts } from '../../tools/test-fonts.mjs'

const PLACES = { home: '/tmp/home', personHome: '/home/ada', platform: 'linux' } as const

const HOSTILE = {
  HOME: '/home/ada',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  LANGUAGE: 'tr:de',
  TZ: 'Pacific/Apia',
  NODE_ENV: 'production',
  NODE_OPTIONS: '--max-old-space-size=100',
  NODE_EXTRA_CA_CERTS: '/home/ada/ca.pem',
  http_proxy: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  NO_PROXY: '*',
  NO_COLOR: '1',
  FORCE_COLOR: '3',
  CI: 'true',
  XDG_CONFIG_HOME: '/home/ada/config',
  XDG_CURRENT_DESKTOP: 'KDE',
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
  FONTCONFIG_FILE: '/home/ada/fonts.conf',
  GTK_THEME: 'Adwaita:dark',
  AZURE_CONFIG_DIR: '/home/ada/.azure',
  ELECTRON_RUN_AS_NODE: '1',
}

describe('the environment of the tests', () => {
  test('is the same whatever the person’s language, time zone, proxy, colors and desktop are', () => {
    expect(testEnvironment(HOSTILE, PLACES)).toEqual(testEnvironment({}, PLACES))
    expect(testEnvironment({}, PLACES)).toEqual({
      HOME: '/tmp/home',
      USERPROFILE: '/tmp/home',
      LANG: 'en_US.UTF-8',
      LC_CTYPE: 'C.UTF-8',
      TZ: 'UTC',
      NODE_ENV: 'test',
      FONTCONFIG_FILE: '/tmp/home/fonts.conf',
      CMK_WIZARD_CACHE_FOLDER: '/home/ada/.cache/cmk-enablement-wizard',
      PLAYWRIGHT_BROWSERS_PATH: '/home/ada/.cache/ms-playwright',
    })
  })

  test('keeps where programs, downloads and displays are', () => {
    const kept = {
      PATH: '/usr/bin',
      Path: String.raw`C:\Windows`,
      SystemRoot: String.raw`C:\Windows`,
      CMK_WIZARD_DISPLAYS: ':1,:2',
      VITEST_POOL_ID: '1',
      ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron',
      PLAYWRIGHT_BROWSERS_PATH: '/opt/browsers',
    }
    expect(testEnvironment(kept, PLACES)).toMatchObject(kept)
    expect(testEnvironment({ XDG_CACHE_HOME: '/cache' }, PLACES)).toMatchObject({
      CMK_WIZARD_CACHE_FOLDER: '/cache/cmk-enablement-wizard',
      PLAYWRIGHT_BROWSERS_PATH: '/cache/ms-playwright',
    })
  })

  test('opens windows on the person’s own screen by what is in their folders', () => {
    expect(testEnvironment({ DISPLAY: ':0' }, PLACES)).toMatchObject({ DISPLAY: ':0', XAUTHORITY: '/home/ada/.Xauthority' })
    expect(testEnvironment({ WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: '/run/user/1000' }, PLACES)).toMatchObject({
      XDG_RUNTIME_DIR: '/run/user/1000',
    })
    expect(testEnvironment({ XDG_RUNTIME_DIR: '/run/user/1000' }, PLACES)).not.toHaveProperty('XDG_RUNTIME_DIR')
  })

  test.each([
    ['darwin', '/home/ada/Library/Caches/ms-playwright'],
    ['win32', '/home/ada/AppData/Local/ms-playwright'],
  ] as const)('finds the browsers of Playwright on %s', (platform, folder) => {
    expect(testEnvironment({}, { ...PLACES, platform })).toMatchObject({ PLAYWRIGHT_BROWSERS_PATH: folder })
  })
})

test('this process has that environment, and a home folder of its own', () => {
  expect(process.env).toMatchObject({ TZ: 'UTC', LANG: 'en_US.UTF-8', NODE_ENV: 'test' })
  expect(process.env['HOME']).toContain('wizard-home-')
  expect(Object.keys(process.env).filter((name) => /^(CI|LC_ALL|LANGUAGE|https?_proxy|NODE_OPTIONS|XDG_CONFIG_HOME)$/i.test(name))).toEqual(
    [],
  )
})

describe('the fonts of the tests', () => {
  test('are Liberation unless others are chosen by name', () => {
    expect(readFonts({})).toBe('liberation')
    expect(readFonts({ [FONTS_VARIABLE]: 'noto' })).toBe('noto')
    expect(() => fontsNamed('comic')).toThrow('--fonts takes liberation, noto, dejavu, not comic.')
  })

  test.each(Object.entries(FONTS))('%s are the only ones that a window finds', (name, { sans, serif, mono, others }) => {
    const text = fontsConfiguration(fontsNamed(name), '/tmp/cache')
    const accepted = [...text.matchAll(/<patelt name="family"><string>(.*?)<\/string>/g)].map(([, family]) => family)
    expect(accepted).toEqual([sans, serif, mono, ...others])
    expect(text).toContain('<rejectfont><pattern></pattern></rejectfont>')
    expect(text).toContain(`<family>sans-serif</family><prefer><family>${sans}</family>`)
  })
})
