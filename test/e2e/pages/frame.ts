import type { Locator, Page } from '@playwright/test'
import { STAGE_TITLES } from '#machines/engine/wizard/side-page-words.ts'
import { english } from '../../english.ts'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from '../guides.ts'
import type { Wizard } from '../launch.ts'
import { either, wholly } from '../patterns.ts'

/** Frame of every page: the practice banner, the stepper, the live region, the footer. */
export class Frame {
  readonly page: Page
  readonly heading: Locator
  readonly banner: Locator
  readonly steps: Locator
  readonly footer: Locator
  private readonly wizard: Wizard

  constructor(wizard: Wizard) {
    this.wizard = wizard
    this.page = wizard.page
    this.heading = this.page.getByRole('heading', { level: 1 })
    this.banner = this.page.getByRole('banner')
    this.steps = this.page.getByRole('navigation', { name: strings.frame.steps })
    this.footer = this.page.getByRole('contentinfo')
  }

  /** The title of the window, as the operating system shows it. */
  windowTitle(): Promise<string> {
    return this.wizard.main.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => !webContents.getURL().endsWith('#presenter'))
          ?.getTitle() ?? '',
    )
  }

  /** Practice must not be mistaken for a real tenant: banner and window title say it. */
  async expectPractice(): Promise<void> {
    await expect(this.banner).toBeInViewport()
    await expect(this.banner).toContainText(strings.practice.word)
    await expect.poll(() => this.windowTitle()).toContain(strings.practice.word)
    await expect(this.page).toHaveTitle(new RegExp(strings.practice.word))
  }

  /** The page that is on screen, with the focus on its heading. */
  async expectNewPage(title: string | RegExp): Promise<void> {
    await expect(this.heading).toHaveText(title)
    await expect(this.heading).toBeFocused()
  }

  /** The stages: an ordered list of four steps with one stage before them and one after them, one marked as the one on screen. */
  async expectStep(number: number): Promise<void> {
    const list = this.steps.locator('ol > li')
    await expect(list).toHaveCount(6)
    await expect(this.steps.locator('[aria-current]')).toHaveCount(1)
    await expect(list.nth(number)).toHaveAttribute('aria-current', 'step')
  }

  /** The stage before the first step. */
  async openPrepare(): Promise<void> {
    await this.steps.getByRole('button', { name: english.text(STAGE_TITLES.prepare) }).click()
    await expect(this.heading).toHaveText(strings.prepare.title)
  }

  /** From the preparation, with which a tenant opens, to the first step. */
  async passPrepare(): Promise<void> {
    await expect(this.heading).toHaveText(strings.prepare.title)
    await this.goOn()
  }

  /** The same, also where the first step is on screen already. */
  async reachFirstStep(): Promise<void> {
    await expect(this.heading).toHaveText(either(wholly(strings.prepare.title), wholly(GUIDES.integration.title)))
    if ((await this.heading.textContent()) === strings.prepare.title) await this.passPrepare()
    await expect(this.heading).toHaveText(GUIDES.integration.title)
  }

  /** Link to one of its parts. While nothing is checked, that to the checks is only in the main card. */
  prepareAction(page: 'coverage' | 'preflight'): Locator {
    const main = this.page.getByRole('main')
    const heading = this.page.getByRole('heading', { level: 2, name: SIDE_PAGE_TITLES[page], exact: true })
    const ofPart = main.getByRole('listitem').filter({ has: heading }).getByRole('button')
    return page === 'coverage' ? ofPart : ofPart.or(main.getByRole('button', { name: 'Check everything', exact: true })).last()
  }

  async openPart(page: 'coverage' | 'preflight'): Promise<void> {
    await this.openPrepare()
    await this.prepareAction(page).click()
  }

  /** The drawer with the help of a step, opened if it is not open. */
  async openHelp(): Promise<Locator> {
    const drawer = this.page.getByRole('complementary', { name: strings.frame.guide })
    const button = this.page.getByRole('button', { name: strings.frame.guide, exact: true })
    await expect(button).toBeVisible()
    if ((await drawer.count()) === 0) await button.click()
    await expect(drawer).toBeVisible()
    return drawer
  }

  async closeHelp(): Promise<void> {
    const close = this.page.getByRole('button', { name: strings.frame.closeGuide })
    if ((await close.count()) > 0) await close.click()
  }

  /** A button of the page: on the card that says what to do, or on the last line. */
  button(name: string): Locator {
    // Where the card's button is the way on, the last line has none.
    return this.page.locator('[data-actions], footer').getByRole('button', { name, exact: true })
  }

  async press(name: string): Promise<void> {
    await this.button(name).click()
  }

  /** The link in the map while Microsoft works. */
  async checkNow(): Promise<void> {
    await this.page.getByRole('button', { name: strings.footer.lookNow, exact: true }).click()
  }

  /** Looks until what is waited for has ended. @param heading of the page then */
  async checkUntil(heading: string): Promise<void> {
    // The wizard also looks by itself: at that moment, the link is gone with the wait.
    const pressed = this.checkNow().catch(() => undefined)
    await expect(this.heading).toHaveText(heading)
    await pressed
  }

  /** The one way on, which names where it leads. */
  get onward(): Locator {
    return this.page.locator('[data-actions], footer').getByRole('button', { name: /^Continue(?:$|:| to )/ })
  }

  async goOn(): Promise<void> {
    await this.onward.click()
  }

  async letAnHourPass(): Promise<void> {
    await this.banner.getByRole('button', { name: strings.practice.hour }).click()
  }

  async letADayPass(): Promise<void> {
    await this.banner.getByRole('button', { name: strings.practice.day }).click()
  }

  async leavePractice(): Promise<void> {
    await this.banner.getByRole('button', { name: strings.practice.leave }).click()
    await expect(this.heading).toHaveText(strings.start.title)
  }
}

/** Everything the polite live region has said since it was first listened to, in order. */
export class LiveRegion {
  private readonly said: string[] = []

  private constructor(readonly region: Locator) {}

  static async listen(page: Page): Promise<LiveRegion> {
    const region = page.locator('[aria-live="polite"]')
    await expect(region).toHaveCount(1)
    const heard = new LiveRegion(region)
    await page.exposeFunction('heardInLiveRegion', (text: string) => heard.said.push(...text.split('\n')))
    await region.evaluate((element) => {
      new MutationObserver(() => {
        Reflect.get(window, 'heardInLiveRegion')(element.textContent)
      }).observe(element, { childList: true, characterData: true, subtree: true })
    })
    return heard
  }

  /** How often something was said that matches. */
  times(pattern: RegExp): number {
    return this.said.filter((text) => pattern.test(text)).length
  }

  /** Nothing is said twice for one cause. What a person did twice is distinguished by a space that is not read out. */
  expectNoRepetition(): void {
    const repeated = this.said.filter((text, index) => text !== '' && text === this.said[index - 1])
    expect(repeated).toEqual([])
  }

  /** The page and the map each show the same moment in one line. */
  async expectSaid(text: string): Promise<void> {
    await expect.poll(async () => (await this.region.textContent())?.split('\n')).toContain(text)
  }
}
