import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'vitest'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { selectItem } from './desk.ts'
import { expect } from './expect.ts'
import { createProfile, removeProfile, start, type Wizard, within } from './launch.ts'
import { picture } from './picture.ts'

const classFile = (content: object): string => path.join(testFolder({ 'monday.json': JSON.stringify(content) }), 'monday.json')

const profileOf = (wizard: Wizard) => wizard.main.evaluate(({ app }) => app.getPath('userData'))

/** In the page: parts that reach over the edge of what they are in. */
const sticksOut = (around: Element) =>
  [...around.querySelectorAll('li *')]
    .filter((item) => item.getBoundingClientRect().right > around.getBoundingClientRect().right)
    .map(({ textContent }) => textContent)

/** Ends the app as a person does. */
async function close(wizard: Wizard): Promise<void> {
  await wizard.page.close()
  expect(await within(20_000, 'The end of the wizard', wizard.exitCode)).toBe(0)
  await removeProfile(wizard.profile)
}

describe('class mode', () => {
  it('opens as the file says, starts over on request, and leaves nothing behind', async () => {
    const file = classFile({
      version: 1,
      case: 'no-reader',
      language: 'de',
      textSize: 1.25,
      session: '20-minutes',
      exercises: ['try-again', 'backup-first'],
    })
    const wizard = await start(createProfile(), [`--class=${file}`])
    await expect.poll(() => wizard.app.windows().length).toBe(2)
    const trainer = wizard.app.windows().find((page) => page.url().endsWith('#presenter'))
    await expect(wizard.page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(trainer?.getByRole('heading', { name: 'Der Rahmen' }) ?? wizard.page.locator('none')).toBeVisible()
    expect(await wizard.page.evaluate(() => devicePixelRatio)).toBeCloseTo(1.25)
    // Large text in a long language: what to expect stays within its card.
    const title = 'Dauer, Ausfallzeit und Kosten'
    const expectations = wizard.page.getByRole('region', { name: title })
    await expectations.getByRole('button', { name: title }).click()
    await expect(expectations.getByRole('list')).toBeVisible()
    expect(await expectations.evaluate(sticksOut)).toEqual([])
    await picture(wizard, 'class-mode')
    const folder = await profileOf(wizard)
    expect(folder).not.toBe(wizard.profile)
    expect(existsSync(folder)).toBe(true)

    await wizard.page.evaluate(() => window.wizard.call('settings:change', { language: 'en' }))
    const heading = wizard.page.getByRole('heading', { level: 1, name: strings.prepare.title })
    await expect(heading).toBeVisible()
    await wizard.page.getByRole('contentinfo').getByRole('button', { name: strings.footer.next }).click()
    await expect(heading).toHaveCount(0)
    await selectItem(wizard, 'Start over')
    await expect(wizard.page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(wizard.page.getByRole('heading', { level: 1, name: 'Vorbereiten' })).toBeVisible()

    const read = await wizard.page.evaluate(() => window.wizard.call('exercises:read', { onlyUnderWay: false }))
    expect(read).toMatchObject({ ok: true, value: { exercises: [{ name: 'try-again' }, { name: 'backup-first' }] } })

    await close(wizard)
    await expect.poll(() => existsSync(folder)).toBe(false)
    // Files of the person's own profile are absent too.
    expect(existsSync(path.join(wizard.profile, 'settings.json'))).toBe(false)
  })
})
