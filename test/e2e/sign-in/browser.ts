import { createHash, X509Certificate } from 'node:crypto'
import { connect } from 'node:tls'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../../tools/chromium.mjs'
import { isRoot } from '../../../tools/system.mjs'
import { expect, LOOK_LIMIT_MS } from '../expect.ts'
import type { Wizard } from '../launch.ts'
import type { ServedCloud } from './served-cloud.ts'

const executablePath = await findChromium()

/** True without Chromium: the tests with a browser are skipped. */
export const chromiumMissing = executablePath === undefined

/** Chromium's identifier of a server's key: the hash of its public key. */
function keyHashOf(address: string): Promise<string> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    // Only looked at: nothing is sent, and whose key it is follows from who started the server.
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
      const { raw } = socket.getPeerCertificate()
      socket.destroy()
      const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' })
      resolve(createHash('sha256').update(key).digest('base64'))
    })
    socket.once('error', reject)
  })
}

/** A real Chromium without a window that trusts this cloud's certificate and, like everyone's, no other of its kind. */
export async function openChromium({ addresses }: ServedCloud): Promise<Browser> {
  const [address] = Object.values(addresses)
  if (executablePath === undefined || address === undefined) throw new Error('There is no Chromium to sign in with.')
  return chromium.launch({
    executablePath,
    chromiumSandbox: !isRoot(),
    args: [`--ignore-certificate-errors-spki-list=${await keyHashOf(address)}`],
  })
}

/** How main tells the test what it was to open: on its stdout, where the wizard itself says nothing. */
const TO_OPEN = 'to be opened: '

/** The person at the browser: everything the wizard opens outside comes here instead of to the system's own browser. */
export class PersonAtBrowser {
  private said = ''

  private constructor(
    { app }: Wizard,
    private readonly browser: Browser,
  ) {
    app.process().stdout?.on('data', (chunk: Buffer) => {
      this.said += chunk
    })
  }

  static async sitDown(wizard: Wizard, browser: Browser): Promise<PersonAtBrowser> {
    const person = new PersonAtBrowser(wizard, browser)
    await wizard.main.evaluate(({ shell }, before) => {
      shell.openExternal = async (address) => {
        process.stdout.write(`${before}${address}\n`)
      }
    }, TO_OPEN)
    return person
  }

  /** Everything the wizard wanted to be opened so far. */
  opened(): readonly string[] {
    const lines = this.said.split('\n').slice(0, -1)
    return lines.filter((line) => line.startsWith(TO_OPEN)).map((line) => line.slice(TO_OPEN.length))
  }

  /** The page of the newest address, once there are so many. @param count how many were opened since the start, this one included */
  async page(count = 1): Promise<Page> {
    await expect.poll(() => this.opened().length, { message: `page ${count} that the wizard opens` }).toBeGreaterThanOrEqual(count)
    return this.visit(this.opened()[count - 1] ?? '')
  }

  async visit(address: string): Promise<Page> {
    const page = await this.browser.newPage()
    page.setDefaultTimeout(LOOK_LIMIT_MS)
    await page.goto(address)
    return page
  }
}

/** Chooses who signs in, on the page of the practice identity service. */
export async function choose(page: Page, person: string, button = 'Sign in'): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${person}\\b`) }).check()
  await page.getByRole('button', { name: button, exact: true }).click()
}
