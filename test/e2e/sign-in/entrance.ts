import type { Locator } from '@playwright/test'
import { parseView } from '../../../electron/ipc/view-schema.ts'
import type { SignInRequest } from '../../../machines/sign-in/sign-in.ts'
import { GUIDES } from '../../../machines/wizard/guides.ts'
import { strings } from '../../../renderer/strings.ts'
import { expect } from '../expect.ts'
import { createProfile, endedWithTest, launch, type Wizard } from '../launch.ts'
import { Story } from '../story.ts'
import type { ServedCloud } from './served-cloud.ts'

/** What a person fills in to sign in; the tenant is the served one and the cloud the one given as a file. */
export type Filled = Partial<Omit<SignInRequest, 'cloud'>> & Pick<SignInRequest, 'way'> & { readonly secret?: string }

/** The wizard in front of a served cloud: signs in, looks around, signs out. */
export class Entrance {
  readonly story: Story

  private constructor(
    readonly wizard: Wizard,
    readonly cloud: ServedCloud,
  ) {
    this.story = new Story(wizard)
  }

  /** Starts the wizard for the test that calls this. @param variables of its environment */
  static async open(cloud: ServedCloud, variables: Readonly<Record<string, string>> = {}, profile = createProfile()): Promise<Entrance> {
    const words = [`--cloud-file=${cloud.cloudFile}`, `--ca-file=${cloud.caFile}`]
    return new Entrance(endedWithTest(await launch(profile, words, variables)), cloud)
  }

  /** Fills in the form and asks to sign in. */
  async signIn({ secret, tenant = this.cloud.tenantId, ...filled }: Filled): Promise<void> {
    const { page } = this.wizard
    if (secret !== undefined) await page.evaluate((held) => window.wizard.call('identity:hold-secret', { secret: held }), secret)
    await page.evaluate((request) => window.wizard.call('wizard:send', { type: 'SIGN_IN', request }), {
      cloud: 'practice',
      tenant,
      ...filled,
    })
  }

  /** The device code, as soon as the wizard shows it, and where it is entered. */
  async deviceCode(): Promise<{ code: string; address: string }> {
    const progress = async () => {
      const view = parseView(await this.wizard.page.evaluate(() => window.wizard.getView()))
      const shown = view.ok ? view.view.start?.signIn?.progress : undefined
      return shown?.kind === 'device-code' ? shown : undefined
    }
    await expect.poll(progress).toBeDefined()
    const { userCode = '', verificationUri = '' } = (await progress()) ?? {}
    return { code: userCode, address: verificationUri }
  }

  /** What stands below a refused sign-in: the wizard's words and the service's. */
  get problem(): Locator {
    return this.wizard.page.getByRole('main').locator('pre')
  }

  /** Somebody is signed in: who, where, and that this cloud came as a file stand on the page. */
  async expectInside(account: string): Promise<void> {
    const { frame } = this.story
    await expect(frame.heading).toHaveText(GUIDES.integration.title)
    const page = this.wizard.page.locator('body')
    for (const word of [account, this.cloud.tenantId, 'Practice tenant on this computer']) await expect(page).toContainText(word)
  }

  /** Reads one step through real sockets, to its proved end. */
  async readStep(): Promise<void> {
    await this.story.pickEnvironment()
    await expect(this.story.frame.heading).toHaveText(GUIDES.integration.outcome)
  }

  async signOut(): Promise<void> {
    await this.wizard.page.evaluate(() => window.wizard.call('wizard:send', { type: 'SIGN_OUT' }))
    await expect(this.story.frame.heading).toHaveText(strings.start.title)
  }
}
