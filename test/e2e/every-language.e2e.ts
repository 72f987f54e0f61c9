import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { OFFERED } from '../../messages/languages.ts'
import { animatedPng } from '../../tools/animated-png.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { violations } from './accessibility.ts'
import { expect as expectPage } from './expect.ts'
import { createProfile, finish, giveUp, launch, type Wizard } from './launch.ts'
import { certainViolations } from './second-engine.ts'
import { cut } from './tour/cut.ts'
import { sideways } from './tour/fitting.ts'
import { mainPagesTour } from './tour/main-pages.ts'
import { MAIN_PLACES, type MainPlace } from './tour/places.ts'
import { holdPushes, showInstead } from './tour/shown.ts'
import { drawn, NARROW, resize, USUAL } from './window-size.ts'

/*
 * One walk in English, which a second engine beside axe reads. On each page the window changes to every other language and back, as a person
 * may at any time, and is looked at.
 */

const TOUR_LIMIT_MS = 300_000

/** Ignored by git: each run creates them again. */
const PICTURES = path.join(repositoryRoot, 'screenshots')

/** From right to left: the window's own words, around what main says. */
const MIRRORED = 'en-XB'

const LOOKS = ['en', MIRRORED, ...OFFERED.filter((each) => each !== 'en')] as const
type Look = (typeof LOOKS)[number]

/** What the moving picture of the README shows, in this order. */
const WALK: readonly MainPlace[] = ['main-start', 'main-step-1', 'main-plan', 'main-waiting', 'main-closing']

/** Shows the page on screen in a language, until the next change. */
async function speak(wizard: Wizard, language: string): Promise<void> {
  const { page } = wizard
  await holdPushes(wizard, false)
  if (language !== MIRRORED) await page.evaluate((chosen) => window.wizard.call('settings:change', { language: chosen }), language)
  // Also where main says nothing new: it never knew of the mirrored page. The next view of main would end it.
  await expectPage
    .poll(async () => {
      await showInstead(wizard, (view) => ({ ...view, language }))
      return page.evaluate(() => document.documentElement.lang)
    })
    .toBe(language)
  await holdPushes(wizard, language !== 'en')
  await drawn(wizard)
}

/** What is cut, does not fit or axe finds, at the usual and a narrow size; a line each. */
async function lookAt(wizard: Wizard, place: MainPlace, language: Look): Promise<readonly string[]> {
  if (language === 'en') return certainViolations(wizard.page)
  await speak(wizard, language)
  const found: string[] = []
  for (const [name, size] of [
    ['narrow', NARROW],
    ['usual', USUAL],
  ] as const) {
    await resize(wizard, size)
    await wizard.page.screenshot({ path: path.join(PICTURES, language, `${place}-${name}.png`) })
    found.push(...[...(await cut(wizard.page)), ...(await sideways(wizard))].map((what) => `${name}: ${what}`))
  }
  // The structure is that of English: its words could only change a name.
  return language === MIRRORED ? [...found, ...(await violations(wizard.page))] : found
}

describe('in every language each page fits, also in a narrow window and from right to left', () => {
  const seen = new Map<string, readonly string[]>()
  const frames: Buffer[] = []
  let broken: unknown
  beforeAll(async () => {
    for (const language of LOOKS) mkdirSync(path.join(PICTURES, language), { recursive: true })
    const wizard = await launch(createProfile())
    try {
      await mainPagesTour(wizard, async (place) => {
        if (WALK.includes(place)) frames.push(await wizard.page.screenshot())
        for (const language of LOOKS) seen.set(`${language} ${place}`, await lookAt(wizard, place, language))
        await speak(wizard, 'en')
      })
      writeFileSync(path.join(PICTURES, 'walk.png'), animatedPng(frames, { milliseconds: 2500, plays: 3 }))
    } catch (reason) {
      broken = new Error(await giveUp(wizard, 'languages'), { cause: reason })
      return
    }
    await finish(wizard).catch((reason: unknown) => {
      broken = reason
    })
  }, TOUR_LIMIT_MS)

  describe.each(LOOKS)('%s', (language) => {
    it.each(MAIN_PLACES)('%s', (place) => expect(seen.get(`${language} ${place}`)).toEqual([]))
  })

  it('the tour comes to its end', () => {
    if (broken !== undefined) throw broken
  })
})
