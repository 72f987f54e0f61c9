import type { Locator, Page } from '@playwright/test'
import type { SignInWay } from '#machines/sign-in/sign-in.ts'
import { strings } from '../../strings.ts'

const words = strings.connect

/** The sign-in page: the form, and the wait for what was asked for. */
export class ConnectPage {
  readonly heading: Locator
  readonly tenant: Locator
  readonly cloud: Locator
  readonly clientId: Locator
  readonly certificatePath: Locator
  readonly chooseCertificate: Locator
  readonly passphrase: Locator
  readonly secret: Locator
  readonly signIn: Locator
  readonly cancel: Locator
  /** Opens the tenant that was chosen among those of the account. */
  readonly openTenant: Locator
  /** The code of the device code, and the address to enter it at. */
  readonly code: Locator
  readonly main: Locator

  constructor(private readonly page: Page) {
    this.main = page.getByRole('main')
    this.heading = page.getByRole('heading', { level: 1 })
    const field = (label: string) => this.main.getByLabel(label, { exact: true })
    this.tenant = field(words.fields.tenant)
    this.cloud = field(words.cloud)
    this.clientId = field(words.fields.clientId)
    this.certificatePath = field(words.fields.certificatePath)
    this.chooseCertificate = page.getByRole('button', { name: words.chooseCertificate, exact: true })
    this.passphrase = field(words.passphrase)
    this.secret = field(words.fields.secret)
    this.signIn = page.getByRole('button', { name: words.signIn, exact: true })
    this.cancel = page.getByRole('button', { name: words.progress.cancel, exact: true })
    this.openTenant = page.getByRole('button', { name: words.tenants.open, exact: true })
    this.code = this.main.locator('strong')
  }

  /** One of the tenants that the account can reach. */
  listed(name: string): Locator {
    return this.page.getByRole('group', { name: words.tenants.group }).getByRole('radio', { name, exact: true })
  }

  way(way: SignInWay): Locator {
    return this.page.getByRole('group', { name: words.way }).getByRole('radio', { name: words.ways[way].title, exact: true })
  }

  app(app: 'own' | 'first-party'): Locator {
    return this.page.getByRole('group', { name: words.app }).getByRole('radio', { name: words.apps[app].title, exact: true })
  }
}
