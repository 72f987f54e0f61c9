import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { createProfile, endedWithTest, launch } from './launch.ts'
import { ConnectPage } from './pages/connect-page.ts'
import { Story } from './story.ts'

/** A proxy that lets nothing through, and takes note of what was to go through it. */
async function refusingProxy(): Promise<{ readonly address: string; readonly asked: readonly string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(403).end()
  })
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    socket.on('error', () => undefined).end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port.')
  return { address: `http://127.0.0.1:${address.port}`, asked }
}

it('no host is asked for but the chosen cloud’s, by the wizard, by Chromium or by Electron', async () => {
  const proxy = await refusingProxy()
  const everything = [`--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>']
  const wizard = endedWithTest(await launch(createProfile(), everything, { HTTPS_PROXY: proxy.address, HTTP_PROXY: proxy.address }))
  const story = new Story(wizard)
  const form = new ConnectPage(wizard.page)

  // A session fetches the dictionaries of the languages it checks; Chromium says when it begins to.
  const spelling = await wizard.main.evaluate(({ session }) => ({
    checked: session.defaultSession.isSpellCheckerEnabled(),
    languages: process.platform === 'darwin' ? [] : session.defaultSession.getSpellCheckerLanguages(),
  }))
  expectValue(spelling).toEqual({ checked: false, languages: [] })

  // The walk is done in the practice tenant, for which nothing leaves the process: any fetch meanwhile is not the wizard's.
  await story.openAt('ready-to-enable', 'done')
  await expect(story.frame.heading).toHaveText('The environment is encrypted with your key')
  expectValue(proxy.asked).toEqual([])

  // And the proxy is the way out: this is refused by it.
  await story.frame.leavePractice()
  await story.start.toSignIn.click()
  await form.way('secret').check()
  await form.cloud.selectOption('commercial')
  await form.tenant.fill('7c1d2b64-53f0-4a0e-9d17-5a4be2f1c083')
  await form.clientId.fill('2f6e8b0a-9c14-4d7b-a3e5-61c0d98f7e42')
  await form.secret.fill('not a secret')
  await form.signIn.click()
  await expect(form.main.getByRole('heading', { name: /proxy/i })).toBeVisible()
  await expect(form.heading).not.toHaveText(GUIDES.integration.title)
  const ofTheCloud = [CLOUDS.commercial.authority].map((address) => `${new URL(address).hostname}:443`)
  expectValue(new Set(proxy.asked)).toEqual(new Set(ofTheCloud))
})
