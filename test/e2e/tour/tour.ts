import type { Page } from '@playwright/test'
import { expect as expectValue, it } from 'vitest'
import { gaps, headingLevels, landmarks, violations } from '../accessibility.ts'
import { createProfile, endedWithTest, launch, type Wizard } from '../launch.ts'
import { picture } from '../picture.ts'
import { certainViolations } from '../second-engine.ts'
import { drawn, NARROW, resize, SMALL, USUAL, ZOOMED } from '../window-size.ts'
import { cut } from './cut.ts'
import { misfits, sideways } from './fitting.ts'
import { MIRRORED, OTHER_LANGUAGES, speak } from './language.ts'
import { untranslated } from './untranslated.ts'
import { ACCENTED } from './words.ts'

/** For a tour that hangs: one visits up to thirty places, and each takes some seconds. */
export const TOUR_LIMIT = { timeout: 600_000 }

/** Where an open tenant has its page. */
const APP_BAR = 'navigation "App bar"'
const AROUND = [APP_BAR, 'banner', 'navigation "Steps"', 'main', 'contentinfo']
export const WITH_HELP = [...AROUND, 'complementary "Help"']
export const ONLY_MAIN = [APP_BAR, 'main']
export const BEFORE_A_TENANT = [APP_BAR, 'main', 'contentinfo']
/** Before a tenant of a custom cloud is open there is nothing around the page but the banner of the cloud. */
export const LIST_IN_A_CLOUD = [APP_BAR, 'banner', 'main']
export const DOOR_OF_A_CLOUD = [APP_BAR, 'banner', 'main', 'contentinfo']

/** Differences of a place from most others. */
interface Place {
  /** The parts that a screen reader can jump to, in order; those of an open tenant if absent. */
  readonly around?: readonly string[]
  /** One of its kind of page: it's looked at in every language, and by the second engine. */
  readonly everyLanguage?: true
  /** It's drawn in the colors of high contrast as well. */
  readonly forced?: true
  /** Shows once more what is not main's: a change of language has main show its own view. */
  readonly again?: () => Promise<void>
}

/** To be called with the window standing still. */
export type Arrive = (name: string, place?: Place) => Promise<void>

const APPEARANCES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced-colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const satisfies Record<string, Parameters<Page['emulateMedia']>[0]>

const SIZES = [ZOOMED, SMALL, NARROW, USUAL] as const

/** Arguments of a wizard that changes its language on the way. */
const IN_LANGUAGES = [`--language=${ACCENTED}`]

/** A test that takes a window to places, and measures all that is measured of a place on its one visit. */
export function tour(title: string, walk: (wizard: Wizard, arrive: Arrive) => Promise<void>): void {
  it(`${title} is accessible in light and dark, fits each size of the window, and is translated`, TOUR_LIMIT, async () => {
    const wizard = endedWithTest(await launch(createProfile(), IN_LANGUAGES))
    await speak(wizard, 'en')
    await walk(wizard, arrivingIn(wizard))
  })
}

/**
 * Inspects what is on screen in every light, at every size, and in the other languages. What is wrong fails the test once the tour is over.
 * @param inLanguages false where names and sentences of a served cloud would be among the texts
 */
export const arrivingIn =
  (wizard: Wizard, inLanguages = true): Arrive =>
  async (name, { around = AROUND, everyLanguage = false, forced = false, again = async () => undefined } = {}) => {
    const { page } = wizard
    const to = async (language: string) => {
      await speak(wizard, language)
      await again()
    }
    const nothing = (found: readonly string[], what: string) => expectValue.soft(found, `${name}: ${what}`).toEqual([])
    nothing(await inEachAppearance(wizard, name, forced), 'violations that axe finds')
    if (everyLanguage) nothing(await certainViolations(page), 'violations that IBM’s engine is certain of')
    const headings = await headingLevels(page)
    const mainHeadings = headings.filter((level) => level === 1)
    expectValue.soft(mainHeadings, `${name}: main headings`).toHaveLength(1)
    expectValue.soft(gaps(headings), `${name}: headings without the one above them`).toEqual([])
    expectValue.soft(await landmarks(page), `${name}: landmarks`).toEqual(around)
    for (const size of SIZES) nothing(await misfits(wizard, size, 'en'), 'what does not fit')
    if (!inLanguages) return
    await to(ACCENTED)
    nothing(await untranslated(page), 'English that no message gave')
    for (const size of SIZES) nothing([...(await misfits(wizard, size, ACCENTED)), ...(await cut(page))], `longer texts at ${size.width}`)
    await to('en')
    if (!everyLanguage) return
    for (const language of OTHER_LANGUAGES) {
      await to(language)
      nothing(await inLanguage(wizard, name, language), language)
    }
    await to('en')
  }

async function inEachAppearance(wizard: Wizard, name: string, forced: boolean): Promise<readonly string[]> {
  const found: string[] = []
  for (const appearance of forced ? (['forced-colors', 'dark', 'light'] as const) : (['dark', 'light'] as const)) {
    await wizard.page.emulateMedia({ ...APPEARANCES[appearance], reducedMotion: 'reduce' })
    await drawn(wizard)
    await picture(wizard, `${name}-${appearance}`)
    found.push(...(await violations(wizard.page)).map((violation) => `${appearance} ${violation}`))
  }
  if (forced) found.push(...(await glyphsOfOtherColor(wizard)))
  return found
}

/** In a light contrast theme, glyphs that don't have the color of their texts: the themes' own colors are for a dark one. */
async function glyphsOfOtherColor(wizard: Wizard): Promise<readonly string[]> {
  await wizard.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' })
  await drawn(wizard)
  const found = await wizard.page.evaluate(() =>
    [...document.querySelectorAll('svg')].flatMap((glyph) => {
      const around = glyph.parentElement
      if (around === null || getComputedStyle(glyph).color === getComputedStyle(around).color) return []
      return [`a glyph of another color than its text: ${around.textContent?.trim().slice(0, 40)}`]
    }),
  )
  await wizard.page.emulateMedia({ ...APPEARANCES.light, reducedMotion: 'reduce' })
  return found
}

async function inLanguage(wizard: Wizard, name: string, language: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const size of [NARROW, USUAL]) {
    await resize(wizard, size)
    await picture(wizard, `${name}-${language}-${size.width}`)
    found.push(...[...(await cut(wizard.page)), ...(await sideways(wizard))].map((what) => `${size.width}: ${what}`))
  }
  // The structure is that of English: its words could only change a name.
  return language === MIRRORED ? [...found, ...(await violations(wizard.page))] : found
}
