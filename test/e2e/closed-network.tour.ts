import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect as expectValue, it } from 'vitest'
import { z } from 'zod'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { aptInstall, findProgram, isRoot } from '../../tools/system.mjs'
import { argumentsFor, createProfile, removeProfile } from './launch.ts'
import { MainProcess } from './main-process.ts'

const OWN_NETWORK = ['--net', '--mount', '--propagation', 'private']

/** Root of Linux can give a process a network of its own; elsewhere nothing is proved here. */
const canCloseNetwork =
  process.platform === 'linux' &&
  isRoot() &&
  spawnSync('unshare', [...OWN_NETWORK, 'true']).status === 0 &&
  (['ip', 'socat'].every((program) => findProgram(program) !== undefined) || aptInstall(['iproute2', 'socat']))

const heard = z.object({
  seen: z.array(z.string()),
  sent: z.object({ datagrams: z.number(), connections: z.number() }),
})

/** Ends when all candidates are gathered, or where none of them comes any more. */
const webRtc = (server: string) => `(async () => {
  if (!('RTCPeerConnection' in window)) return 'there is none'
  const connection = new RTCPeerConnection({ iceServers: [${server}] })
  connection.createDataChannel('x')
  const gathered = new Promise((resolve) => { connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve() })
  await connection.setLocalDescription(await connection.createOffer())
  await Promise.race([gathered, new Promise((resolve) => setTimeout(resolve, 4000))])
})()`
const link = (rel: string, more = '') => `(() => {
  const link = Object.assign(document.createElement('link'), { rel: '${rel}', href: 'https://${rel}.example/x' })
  ${more}
  document.head.append(link)
})()`
const element = (name: string, attribute: string) => `(() => {
  const made = document.createElement('${name}')
  document.body.append(made)
  made.setAttribute('${attribute}', 'https://${name}-${attribute}.example/x')
})()`
const TURN = `username: 'a', credential: 'b'`

/** Each way of a page to send something, as code that runs in it. */
const ATTEMPTS: Readonly<Record<string, string>> = {
  'STUN by name': webRtc(`{ urls: 'stun:stun.example:3478' }`),
  'STUN by address': webRtc(`{ urls: 'stun:10.9.9.9:3478' }`),
  'TURN over UDP': webRtc(`{ urls: 'turn:turn-udp.example:3478?transport=udp', ${TURN} }`),
  'TURN over TCP by name': webRtc(`{ urls: 'turn:turn-tcp.example:3478?transport=tcp', ${TURN} }`),
  'TURN over TCP by address': webRtc(`{ urls: 'turn:10.9.9.9:3478?transport=tcp', ${TURN} }`),
  'TURN over TLS': webRtc(`{ urls: 'turns:turns.example:5349?transport=tcp', ${TURN} }`),
  'WebRTC in a frame, by address': `(async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const connection = new frame.contentWindow.RTCPeerConnection({ iceServers: [
      { urls: 'stun:10.9.9.9:3478' }, { urls: 'turn:10.9.9.9:3478?transport=tcp', ${TURN} }, { urls: 'stun:frame-stun.example:3478' } ] })
    connection.createDataChannel('x')
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 4000))
  })()`,
  'dns-prefetch': link('dns-prefetch'),
  'dns-prefetch in a frame': `(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.contentDocument.head.append(Object.assign(frame.contentDocument.createElement('link'), { rel: 'dns-prefetch', href: '//frame.example/' }))
  })()`,
  'dns-prefetch of links': `(() => {
    document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'x-dns-prefetch-control', content: 'on' }))
    const anchor = document.createElement('a')
    document.body.append(anchor)
    anchor.href = 'http://anchor.example/'
  })()`,
  preconnect: link('preconnect'),
  prefetch: link('prefetch'),
  prerender: link('prerender'),
  preload: link('preload', `link.as = 'image'`),
  'a favicon': link('icon'),
  'a manifest': link('manifest'),
  'a style sheet': link('stylesheet'),
  WebTransport: `new WebTransport('https://webtransport.example/x').ready.catch(String)`,
  fetch: `fetch('https://fetch.example/x').catch(String)`,
  'a beacon': `navigator.sendBeacon('https://beacon.example/x', 'y')`,
  'a socket': `new Promise((resolve) => { new WebSocket('wss://socket.example/x').onerror = () => resolve('error') })`,
  'server-sent events': `new Promise((resolve) => { new EventSource('https://events.example/x').onerror = () => resolve('error') })`,
  'an image': element('img', 'src'),
  'a video': element('video', 'src'),
  'a frame': element('iframe', 'src'),
  'a ping': `(() => {
    const anchor = Object.assign(document.createElement('a'), { href: '#x', ping: 'https://ping.example/' })
    document.body.append(anchor)
    anchor.click()
  })()`,
  'a background in CSS': `document.body.style.setProperty('background-image', 'url(https://css.example/x.png)')`,
  'a font': `new FontFace('a', 'url(https://font.example/x.woff2)').load().catch(String)`,
  'a form': `(() => {
    const form = Object.assign(document.createElement('form'), { action: 'https://form.example/x', method: 'post' })
    document.body.append(form)
    form.submit()
  })()`,
  'a module': `import('https://module.example/x.js').catch(String)`,
  'federated sign-in': `navigator.credentials.get({ identity: { providers: [{ configURL: 'https://fedcm.example/c.json', clientId: 'x' }] } }).catch(String)`,
  'a payment method': `(() => { try { new PaymentRequest([{ supportedMethods: 'https://payment.example/pay' }], { total: { label: 'x', amount: { currency: 'USD', value: '1' } } }) } catch (error) { return String(error) } })()`,
  'a refresh': `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=https://refresh.example/' }))`,
  'another address': `location.assign('https://location.example/')`,
  'a window': `window.open('https://window.example/') && 'opened'`,
  'a download': `(() => {
    const anchor = Object.assign(document.createElement('a'), { href: 'https://download.example/x', download: 'x' })
    document.body.append(anchor)
    anchor.click()
  })()`,
}

describe.skipIf(!canCloseNetwork)('in a network of its own, where every address and every name leads to a listener', () => {
  let main: MainProcess
  let network: ChildProcessWithoutNullStreams
  let answers: AsyncIterator<string>
  const profile = createProfile()
  let asked = 0

  const listened = async () => {
    network.stdin.write('seen\n')
    return heard.parse(JSON.parse((await answers.next()).value ?? ''))
  }
  /** Waits until a name that main asks for has come: what was sent before it has come as well. */
  async function afterControl() {
    const name = `control-${asked++}.example`
    await main.evaluate(({ session }, host) => {
      const control = session.fromPartition('control')
      // A session that may check spelling fetches a dictionary.
      control.setSpellCheckerLanguages([])
      return control.resolveHost(host)
    }, name)
    return listened()
  }
  const inPage = (code: string) =>
    main.evaluate(
      ({ BrowserWindow }, run) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(`(async () => { await new Promise(requestAnimationFrame); return ${run} })()`, true)
          .then(
            () => undefined,
            () => undefined,
          ),
      code,
    )

  beforeAll(async () => {
    main = await MainProcess.listen()
    const { path: electron } = await electronBinary()
    const required = main.start.required.flatMap((file) => ['-r', file])
    const closed = path.join(repositoryRoot, 'test', 'e2e', 'closed-network.mjs')
    network = spawn('unshare', [...OWN_NETWORK, process.execPath, closed, electron, ...required, ...argumentsFor(profile)], {
      env: { ...process.env, ...main.start.variables },
    })
    answers = createInterface({ input: network.stdout })[Symbol.asyncIterator]()
    await main.evaluate(async ({ app, BrowserWindow }) => {
      await app.whenReady()
      const isDrawn = () => BrowserWindow.getAllWindows()[0]?.isVisible()
      while (!isDrawn()) await new Promise((resolve) => setTimeout(resolve, 20))
    })
  })

  afterAll(async () => {
    const ended = new Promise((resolve) => network.once('exit', resolve))
    network.stdin.end()
    await ended
    main.stop()
    await removeProfile(profile)
  })

  it('main does reach the listener', async () => {
    const { seen } = await afterControl()
    expectValue(seen).toContain(`DNS control-${asked - 1}.example`)
  })

  it.each(Object.entries(ATTEMPTS))('the page sends nothing by %s', async (_name, code) => {
    const before = await listened()
    await inPage(code)
    const after = await afterControl()
    const came = after.seen.slice(before.seen.length)
    const questions = came.filter((each) => each.startsWith('DNS control-'))
    expectValue(came.filter((each) => !questions.includes(each))).toEqual([])
    expectValue({
      datagrams: after.sent.datagrams - before.sent.datagrams - questions.length,
      connections: after.sent.connections - before.sent.connections,
    }).toEqual({ datagrams: 0, connections: 0 })
  })

  it('the page is there again after it went to an empty one', async () => {
    const address = await main.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const back = new Promise<string>((resolve) => {
        contents?.on('did-navigate', (_event, there) => there.startsWith('app:') && resolve(there))
      })
      void contents?.executeJavaScript(`location.assign('about:blank')`).catch(() => undefined)
      return back
    })
    expectValue(address).toBe('app://wizard/index.html')
    expectValue(await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('a download opens no dialog', async () => {
    await main.evaluate(({ session }) => {
      const begun: boolean[] = []
      Reflect.set(globalThis, 'downloads', begun)
      session.defaultSession.on('will-download', (event) => begun.push(event.defaultPrevented))
    })
    await inPage(`(() => {
      const address = URL.createObjectURL(new Blob(['content']))
      const anchor = Object.assign(document.createElement('a'), { href: address, download: 'name' })
      document.body.append(anchor)
      anchor.click()
    })()`)
    await expectValue.poll(() => main.evaluate(() => Reflect.get(globalThis, 'downloads'))).toEqual([true])
  })
})
