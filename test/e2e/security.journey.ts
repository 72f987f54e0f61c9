import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect as expectValue, it } from 'vitest'
import { z } from 'zod'
import { CONTENT_SECURITY_POLICY } from '#electron/window/app-protocol.ts'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { SOURCES } from '#machines/procedure/sources/sources.ts'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import type { Wizard } from './launch.ts'
import { oneWizard } from './one-wizard.ts'
import { Story } from './story.ts'

const started = oneWizard()

/** A place outside of the wizard that counts who comes: only on this machine, and open to every origin. */
let outside: Server
let visits: string[]
let address: string

beforeEach(async () => {
  visits = []
  outside = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached')
  })
  outside.listen(0, '127.0.0.1')
  await once(outside, 'listening')
  const place = outside.address()
  if (place === null || typeof place === 'string') throw new Error('The outside has no port.')
  address = `http://127.0.0.1:${place.port}`
})

afterEach(() => {
  outside.closeAllConnections()
  outside.close()
})

/** Chromium's output for a blocked attempt of the page. */
const KEPT_FROM = [/Content Security Policy|requires 'Trusted/, /ERR_BLOCKED_BY_CSP$/, /^\(Use `electron --trace-warnings/]

/** Asks the app's own protocol from the main process, where the page's policy does not apply. */
const requested = (wizard: Wizard, url: string) =>
  wizard.main.evaluate(async ({ session }, wanted) => {
    const response = await session.defaultSession.fetch(wanted)
    return {
      status: response.status,
      policy: response.headers.get('content-security-policy'),
      caching: response.headers.get('cache-control'),
      text: await response.text(),
    }
  }, url)

/** Runs in the page: tries every way out, and gives how each that tells has ended. */
async function reachOut(there: string) {
  const outcomeOf = (target: EventTarget, good = 'load') =>
    new Promise<string>((resolve) => {
      target.addEventListener(good, () => resolve('reached'))
      target.addEventListener('error', () => resolve('failed'))
    })
  const added = <Name extends keyof HTMLElementTagNameMap>(name: Name, properties: Readonly<Record<string, string>>) => {
    const element = Object.assign(document.createElement(name), properties)
    document.body.append(element)
    return element
  }
  const image = outcomeOf(added('img', { src: `${there}/image.png` }))
  const style = outcomeOf(added('link', { rel: 'stylesheet', href: `${there}/style.css` }))
  added('iframe', { src: `${there}/frame` })
  added('form', { action: `${there}/form`, method: 'post' }).submit()
  navigator.sendBeacon(`${there}/beacon`)
  const request = new XMLHttpRequest()
  const requested = outcomeOf(request)
  request.open('GET', `${there}/request`)
  request.send()
  return {
    image: await image,
    style: await style,
    request: await requested,
    socket: await outcomeOf(new WebSocket(`${there.replace('http', 'ws')}/socket`), 'open'),
    fetch: await fetch(`${there}/fetch`).then(
      () => 'reached',
      () => 'failed',
    ),
  }
}

/** Runs in the page: tries to run what is not its own, and gives the error that each attempt ends in. */
async function runOther(there: string) {
  // In the same turn the debugger that brought this here would lend it its own rights.
  await new Promise(requestAnimationFrame)
  const attempt = (work: () => void): string => {
    try {
      work()
      return 'ran'
    } catch (error) {
      return error instanceof Error ? error.name : String(error)
    }
  }
  return {
    // Under its own name a linter would not let it pass; the page is to be kept from it all the same.
    evaluated: attempt(() => Reflect.get(window, ['ev', 'al'].join(''))('1 + 1')),
    script: attempt(() => document.body.append(Object.assign(document.createElement('script'), { src: `${there}/script.js` }))),
    worker: attempt(() => new Worker(URL.createObjectURL(new Blob([`fetch('${there}/worker')`])))),
  }
}

describe('the page', () => {
  it('has nothing of Node or Electron, and a frozen bridge of four functions', async () => {
    const { page } = started()
    const found = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter((name) => name in window),
      frozen: Object.isFrozen(window.wizard),
      members: Object.entries(window.wizard).map(([name, value]) => `${name}: ${typeof value}`),
      replaced: Reflect.set(window, 'wizard', {}) && !('call' in window.wizard),
    }))
    expectValue(found).toEqual({
      globals: [],
      frozen: true,
      members: ['call: function', 'getView: function', 'onView: function', 'onCommand: function'],
      replaced: false,
    })
  })

  it('runs in a sandbox, isolated, without Node', async () => {
    const { main } = started()
    const preferences = await main.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences')
      return typeof read === 'function' ? read.call(contents) : undefined
    })
    expectValue(z.record(z.string(), z.unknown()).parse(preferences)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  it('reaches nothing outside: no fetch, request, socket, image, style, frame, beacon or form', async () => {
    const wizard = started()
    wizard.expectComplaints(...KEPT_FROM)
    // A caller that is not blocked does get there.
    expectValue(await (await fetch(`${address}/from-the-test`)).text()).toBe('reached')
    expectValue(await wizard.page.evaluate(reachOut, address)).toEqual({
      fetch: 'failed',
      request: 'failed',
      socket: 'failed',
      image: 'failed',
      style: 'failed',
    })
    expectValue(visits).toEqual(['/from-the-test'])
  })

  it('runs no code that did not come with it: no evaluated text, no other script, no worker', async () => {
    const wizard = started()
    wizard.expectComplaints(...KEPT_FROM)
    expectValue(await wizard.page.evaluate(runOther, address)).toEqual({
      evaluated: 'EvalError',
      script: 'TypeError',
      worker: 'TypeError',
    })
    expectValue(visits).toEqual([])
  })

  it('stays where it is: no window is opened, no link and no address leads away', async () => {
    const wizard = started()
    wizard.expectComplaints(...KEPT_FROM)
    await wizard.main.evaluate(({ webContents }) => {
      const tried: string[] = []
      Reflect.set(globalThis, 'triedToGo', tried)
      for (const contents of webContents.getAllWebContents()) {
        contents.on('will-frame-navigate', (event) => tried.push(`${event.defaultPrevented ? 'kept from' : 'let go to'} ${event.url}`))
      }
    })
    const opened = await wizard.page.evaluate((there) => {
      const link = Object.assign(document.createElement('a'), { href: `${there}/link`, textContent: 'away' })
      document.body.append(link)
      link.click()
      return globalThis.open(`${there}/window`)
    }, address)
    expectValue(opened).toBeNull()
    await wizard.page.evaluate((there) => location.assign(`${there}/location`), address)
    await expect
      .poll(() => wizard.main.evaluate(() => Reflect.get(globalThis, 'triedToGo')))
      .toEqual([`kept from ${address}/link`, `kept from ${address}/location`])
    const places = await wizard.main.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()))
    expectValue(places).toEqual(['app://wizard/index.html'])
    expectValue(visits).toEqual([])
  })

  it('is refused every permission, asked or not', async () => {
    const wizard = started()
    const answers = await wizard.page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      geolocation: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          ({ code }) => resolve(code === 1 ? 'denied' : code),
        ),
      ),
      clipboard: await navigator.clipboard.readText().then(
        () => 'read',
        (error) => error.name,
      ),
      queried: await Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const).map((name) =>
          navigator.permissions.query({ name }).then(({ state }) => state),
        ),
      ),
    }))
    expectValue(answers).toEqual({
      notifications: 'denied',
      geolocation: 'denied',
      clipboard: 'NotAllowedError',
      queried: ['denied', 'denied', 'denied', 'denied', 'denied'],
    })
  })
})

/** Set by people, desktops and companies, and by no run of the tests. */
const OF_A_PERSON =
  /^(LC_ALL|LANGUAGE|(HTTPS?|ALL|NO)_PROXY|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|XDG_(?!RUNTIME_DIR).+|GTK_.+|ELECTRON_RUN_AS_NODE)$/i

describe('the window of a test', () => {
  it('has the language, time zone, home folder and message bus of the tests, whatever those of the person are', async () => {
    const { main } = started()
    const seen = await main.evaluate(({ app }) => ({
      language: app.getLocale(),
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      home: app.getPath('home'),
      variables: { ...process.env },
    }))
    expectValue(seen).toMatchObject({ language: 'en-US', timeZone: 'UTC', home: process.env['HOME'] })
    expectValue(seen.home).toContain('wizard-home-')
    expectValue(seen.variables['DBUS_SESSION_BUS_ADDRESS']).toBe(process.env['DBUS_SESSION_BUS_ADDRESS'])
    expectValue(Object.keys(seen.variables).filter((name) => OF_A_PERSON.test(name))).toEqual([])
  })
})

describe('the main process', () => {
  it('serves the page with its policy, which lets in no style that is written into it', async () => {
    const wizard = started()
    const { status, policy, caching, text } = await requested(wizard, 'app://wizard/index.html')
    expectValue({ status, policy, caching }).toEqual({ status: 200, policy: CONTENT_SECURITY_POLICY, caching: 'no-store' })
    expectValue(text).not.toMatch(/<style|style=|nonce/)
    wizard.expectComplaints(/Content Security Policy/)
    const hidden = await wizard.page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = 'h1 { display: none }'
      document.head.append(style)
      const heading = document.querySelector('h1')
      return heading !== null && getComputedStyle(heading).display === 'none'
    })
    expectValue(hidden).toBe(false)
  })

  it('serves no file but those of the page, however the address is spelled', async () => {
    const wizard = started()
    const wanted = [
      'app://wizard/../main/index.js',
      'app://wizard/assets/../../main/index.js',
      'app://wizard/%2e%2e/main/index.js',
      'app://wizard/..%2fmain%2findex.js',
      'app://wizard/..%5cmain%5cindex.js',
      'app://wizard/assets',
      'app://wizard/no-such-file.js',
      'app://elsewhere/index.html',
    ]
    const answers = await Promise.all(wanted.map((url) => requested(wizard, url)))
    expectValue(answers.map(({ status, text }) => ({ status, text }))).toEqual(wanted.map(() => ({ status: 404, text: 'Not found' })))
  })

  it('lets no request out for the page, from any source', async () => {
    const { main } = started()
    const outcome = await main.evaluate(
      ({ session }, there) => session.defaultSession.fetch(there).then(({ status }) => `answered ${status}`, String),
      address,
    )
    expectValue(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
    expectValue(visits).toEqual([])
  })

  it('refuses and logs messages that do not parse, without their content, and continues', async () => {
    const wizard = started()
    wizard.expectComplaints(
      /^Refused (?:(?:wizard:send|links:open|practice:advance): The message doesn’t have the expected format|wizard:call: There is no such call)\.$/,
    )
    const replies = await wizard.page.evaluate(async () => [
      await window.wizard.call('wizard:send', { type: 'FORMAT_EVERYTHING', note: 'kept private' }),
      await window.wizard.call('wizard:send', { type: 'OPEN_PRACTICE', scenario: 'x'.repeat(65) }),
      await window.wizard.call('links:open', { url: 'https://example.com/' }),
      await window.wizard.call('practice:advance', { hours: 24 * 365 }),
      await Reflect.apply(window.wizard.call, undefined, ['wizard:get', {}]),
    ])
    for (const reply of replies.slice(0, 4)) expectValue(reply).toEqual({ ok: false, why: 'The message doesn’t have the expected format.' })
    expectValue(replies[4]).toEqual({ ok: false, why: 'There is no such call.' })
    await expect.poll(() => wizard.printed()).toContain('Refused practice:advance')
    expectValue(wizard.printed()).toContain('Refused wizard:send: The message doesn’t have the expected format.')
    expectValue(wizard.printed()).toContain('Refused wizard:call: There is no such call.')
    expectValue(wizard.printed()).not.toMatch(/FORMAT_EVERYTHING|kept private|example\.com/)
    await new Story(wizard).practise('ready-to-enable')
  })

  it('opens outside only what has an id, as the https address that main makes of it', async () => {
    const wizard = started()
    await wizard.main.evaluate(({ shell }) => {
      const asked: string[] = []
      Reflect.set(globalThis, 'askedToOpen', asked)
      shell.openExternal = async (wanted) => {
        asked.push(wanted)
      }
    })
    const story = new Story(wizard)
    await story.openAt('integration-missing', 'step-1')
    await story.chooseEnvironment()
    const card = story.step.finding('The Power Platform integration isn’t enabled yet')
    await card.getByRole('button', { name: strings.findings.byHand }).click()
    await card.getByRole('button', { name: 'Open Lifecycle Services' }).click()
    await (await story.frame.openHelp()).getByRole('tab', { name: strings.frame.sourcesTab }).click()
    const source = SOURCES['power-platform-integration']
    await story.frame.page.getByRole('tabpanel').getByRole('button', { name: source.title }).click()
    const asked = () => wizard.main.evaluate(() => Reflect.get(globalThis, 'askedToOpen'))
    await expect.poll(asked).toEqual([new URL(CLOUDS.commercial.portals.lifecycleServices).href, source.url])
    for (const url of z.array(z.url()).parse(await asked())) expectValue(new URL(url).protocol).toBe('https:')
  })
})
