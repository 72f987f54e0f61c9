import type { Browser } from '@playwright/test'
import { expect as expectValue } from 'vitest'
import type { RefusedAudience, SignInRequest } from '#machines/sign-in/sign-in.ts'
import type { WizardView } from '#messages/view.ts'
import { ORIGINS } from '#node/practice/addresses.ts'
import { receivedView } from '../../received-view.ts'
import { barStrings, strings } from '../../strings.ts'
import { picking } from '../desk.ts'
import { expect } from '../expect.ts'
import { GUIDES } from '../guides.ts'
import { createProfile, endedWithTest, launch, type Wizard } from '../launch.ts'
import { ConnectPage } from '../pages/connect-page.ts'
import { appBar, StartPage } from '../pages/start-page.ts'
import { Story } from '../story.ts'
import { choose, PersonAtBrowser } from './browser.ts'
import type { ServedCloud } from './served-cloud.ts'

/** Entries of a sign-in. The tenant is the served one, and the cloud the one given as a file. */
export type Filled = Partial<Omit<SignInRequest, 'cloud'>> & Pick<SignInRequest, 'way'> & { readonly secret?: string }

const CLOUD_NAME = 'Practice tenant on this computer'

/** The wizard's arguments for a served cloud. */
export const startWords = ({ cloudFile, caFile }: ServedCloud): readonly string[] => [`--cloud-file=${cloudFile}`, `--ca-file=${caFile}`]

/** The wizard in front of a served cloud: signs in, looks around, signs out. */
export class Entrance {
  readonly story: Story
  readonly form: ConnectPage

  private constructor(
    readonly wizard: Wizard,
    readonly cloud: ServedCloud,
  ) {
    this.story = new Story(wizard)
    this.form = new ConnectPage(wizard.page)
  }

  /** In front of a wizard that was started with `startWords`. */
  static at(wizard: Wizard, cloud: ServedCloud): Entrance {
    return new Entrance(wizard, cloud)
  }

  /** Starts the wizard for the test that calls this. @param variables of its environment */
  static async open(
    cloud: ServedCloud,
    variables: Readonly<Record<string, string>> = {},
    profile = createProfile(),
    required: readonly string[] = [],
  ): Promise<Entrance> {
    return new Entrance(endedWithTest(await launch(profile, startWords(cloud), variables, required)), cloud)
  }

  /** A person at a computer of their own, signed in with the browser. @param required files that Electron loads before the app */
  static async byBrowser(
    cloud: ServedCloud,
    browser: Browser,
    { displayName, userName }: { readonly displayName: string; readonly userName: string },
    ...required: readonly string[]
  ): Promise<Entrance> {
    const entrance = await Entrance.open(cloud, {}, createProfile(), required)
    const person = await PersonAtBrowser.sitDown(entrance.wizard, browser)
    await entrance.signIn({ way: 'browser' })
    await choose(await person.page(), displayName)
    await entrance.expectInside(userName)
    return entrance
  }

  /** Fills in the form, to which the second door leads, and asks to sign in. */
  async signIn({ way, secret, tenant = this.cloud.tenantId, clientId, certificatePath }: Filled): Promise<void> {
    const { form, story } = this
    // The start page is empty until it is known what was worked on.
    await expect(story.start.toSignIn.or(form.signIn)).toBeVisible()
    if (await story.start.toSignIn.isVisible()) await story.start.toSignIn.click()
    await form.way(way).check()
    await form.tenant.fill(tenant)
    await form.cloud.selectOption('practice')
    if (way === 'browser' || way === 'device-code') await form.app(clientId === undefined ? 'first-party' : 'own').check()
    if (clientId !== undefined) await form.clientId.fill(clientId)
    if (certificatePath !== undefined) {
      await picking(this.wizard, certificatePath)
      await form.chooseCertificate.click()
      await expect(form.certificatePath).toHaveValue(certificatePath)
    }
    if (secret !== undefined) await form.secret.fill(secret)
    await form.signIn.click()
  }

  /** Inside, as the service principal: the shortest way. */
  async enteredBySecret(): Promise<this> {
    await this.signIn({ way: 'secret', clientId: this.cloud.clientId, secret: this.cloud.clientSecret })
    await this.expectInside(this.cloud.clientId)
    return this
  }

  /** Latest view of the window. */
  private async view(): Promise<WizardView> {
    return receivedView(await this.wizard.page.evaluate(() => window.wizard.getView()))
  }

  /** The device code, as soon as the wizard shows it, and where it is entered. */
  async deviceCode(): Promise<{ code: string; address: string }> {
    await expect(this.form.code).toBeVisible()
    const address = await this.form.main.getByText(/^https:/).textContent()
    return { code: (await this.form.code.textContent()) ?? '', address: address ?? '' }
  }

  /** Calls the sign-in off: what was filled in stays. */
  async cancel(): Promise<void> {
    const asked = (await this.view()).start?.signIn?.request
    await this.form.cancel.click()
    await this.expectForm(asked)
  }

  /** Signs in once more with what is in the form. */
  async signInAgain(): Promise<void> {
    await this.form.signIn.click()
  }

  /** The form is there, with this in it; what is entered each time is not. */
  private async expectForm({ way, tenant, clientId, certificatePath }: Partial<Filled> = {}): Promise<void> {
    const { form } = this
    await expect(form.heading).toHaveText(strings.connect.title)
    await expect(form.signIn).toBeEnabled()
    if (way !== undefined) await expect(form.way(way)).toBeChecked()
    if (tenant !== undefined) await expect(form.tenant).toHaveValue(tenant)
    if (clientId !== undefined) await expect(form.clientId).toHaveValue(clientId)
    if (certificatePath !== undefined) await expect(form.certificatePath).toHaveValue(certificatePath)
    if (way === 'secret') await expect(form.secret).toHaveValue('')
  }

  /** A sign-in was refused: the form is there again with what was filled in, and says why in these words. */
  async expectRefused({ title, code }: { readonly title: string; readonly code?: string }, filled: Partial<Filled> = {}): Promise<void> {
    const main = this.wizard.page.getByRole('main')
    await expect(main.getByRole('heading', { name: title })).toBeVisible()
    await this.expectForm(filled)
    if (code === undefined) return
    const said = main.locator('pre')
    await expect(said).toContainText(code)
    await expect(said).toContainText(new RegExp(strings.service.correlationId({ correlationId: '[0-9a-f-]{36}' })))
  }

  /** A person is signed in, and one service gave no token: it is named, with its code. */
  async expectServiceRefused(audience: RefusedAudience['audience'], code: string): Promise<void> {
    expectValue((await this.view()).refusedAudiences).toMatchObject([{ audience, problem: { refusal: { code } } }])
    await expect(this.wizard.page.locator('body')).toContainText(code)
  }

  /** The page's note about this sign-in. */
  async expectNote(words: RegExp): Promise<void> {
    expectValue((await this.view()).who?.note).toMatch(words)
  }

  /** Back to the start page; the sign-in itself is kept where there is a keyring. */
  async closeTenant(): Promise<void> {
    await appBar(this.wizard.page).getByRole('button', { name: barStrings.home }).click()
    await expect(this.story.frame.heading).toHaveText(StartPage.title)
  }

  /** A person is signed in: the page says who, where, and that this cloud came from a file. */
  async expectInside(account: string): Promise<void> {
    const { frame } = this.story
    await frame.reachFirstStep()
    const page = this.wizard.page.locator('body')
    for (const word of [account, CLOUD_NAME]) await expect(page).toContainText(word)
    // The tenant is shown by its name; its ID is copied from the page.
    expectValue((await this.view()).who?.tenant).toBe(this.cloud.tenantId)
    const banner = this.wizard.page.getByRole('banner').filter({ hasText: strings.customCloud.word })
    await expect(banner).toContainText(CLOUD_NAME)
    await expect(banner).toContainText(new URL(this.cloud.addresses[ORIGINS.identity] ?? '').host)
  }

  /** Reads one step through real sockets, to its proved end. */
  async readStep(): Promise<void> {
    await this.story.pickEnvironment()
    await expect(this.story.frame.heading).toHaveText(GUIDES.integration.outcome)
  }

  async signOut(): Promise<void> {
    await this.wizard.page.getByRole('button', { name: strings.frame.signOut }).click()
    await expect(this.story.frame.heading).toHaveText(StartPage.title)
  }
}
