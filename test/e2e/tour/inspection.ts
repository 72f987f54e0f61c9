import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { repositoryRoot } from '../../../tools/location.mjs'
import { headingLevels, landmarks, violations } from '../accessibility.ts'
import type { Wizard } from '../launch.ts'
import { drawn, NARROW, resize, SMALL, USUAL, ZOOMED } from '../window-size.ts'
import { misfits } from './fitting.ts'
import { type AnyPlace, OVER_PLACES } from './places.ts'

/** What was seen at one place. */
export interface Inspection {
  /** What axe finds, by appearance. */
  readonly violations: readonly string[]
  /** Levels of the headings in the order of the document. */
  readonly headings: readonly number[]
  readonly landmarks: readonly string[]
  /** What does not fit, by size of the window. */
  readonly misfits: readonly string[]
}

const APPEARANCES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced-colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const satisfies Record<string, Parameters<Page['emulateMedia']>[0]>

type Appearance = keyof typeof APPEARANCES

/** Places that are drawn in a narrow window and in the colours of high contrast as well. */
const ALSO_NARROW: readonly AnyPlace[] = [
  ...OVER_PLACES,
  'step-1-pitfalls',
  'sign-in-device-code',
  'connected-choosing',
  'engagements',
  'recovery-differs',
  'start',
  'start-work',
  'start-work-details',
  'start-cases',
  'start-sign-in',
  'coverage-gaps',
  'step-3-plan',
  'step-3-pausing',
  'step-3-paused',
  'step-4-waiting',
  'step-4-out-of-reach',
  'step-4-signed-out',
  'operations-drift',
  'operation-change-choosing',
  'operation-change-plan',
  'operation-re-enable-locked',
  'hand-over-saved',
  'hand-over-opened',
]
const ALSO_FORCED: readonly AnyPlace[] = [
  ...OVER_PLACES,
  'step-1-pitfalls',
  'sign-in-device-code',
  'connected-choosing',
  'engagements',
  'start',
  'start-work',
  'start-sign-in-errors',
  'step-3-form-errors',
  'coverage-gaps',
  'step-3-plan',
  'step-4-waiting',
  'operations-list',
  'operations-what-if',
  'operation-change-nothing-chosen',
]

/** Ignored by git: each run creates them again. */
const PICTURES = path.join(repositoryRoot, 'screenshots')

async function appear(wizard: Wizard, appearance: Appearance): Promise<void> {
  await wizard.page.emulateMedia({ ...APPEARANCES[appearance], reducedMotion: 'reduce' })
  await drawn(wizard)
}

async function photograph({ page }: Wizard, name: string): Promise<void> {
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** The page in a window so high that nothing of it has to be scrolled. */
async function photographWhole(wizard: Wizard, place: AnyPlace): Promise<void> {
  const hidden = await wizard.page.evaluate(() => {
    // Where a tenant is open, the page scrolls together with the map above it.
    const scrolled = [document.querySelector('main'), document.querySelector('main')?.parentElement]
    return Math.max(...scrolled.map((element) => (element ? element.scrollHeight - element.clientHeight : 0)))
  })
  if (hidden <= 0) return
  await resize(wizard, { ...USUAL, height: USUAL.height + hidden })
  await photograph(wizard, `${place}-whole`)
  await resize(wizard, USUAL)
}

async function photographNarrow(wizard: Wizard, place: AnyPlace): Promise<void> {
  await resize(wizard, NARROW)
  for (const appearance of ['dark', 'light'] as const) {
    await appear(wizard, appearance)
    await photograph(wizard, `${place}-narrow-${appearance}`)
  }
}

/** Looks at what is on screen in every light and at every size, and takes its pictures. */
export async function inspect(wizard: Wizard, place: AnyPlace): Promise<Inspection> {
  const { page } = wizard
  mkdirSync(PICTURES, { recursive: true })
  const found: string[] = []
  const appearances: readonly Appearance[] = ALSO_FORCED.includes(place) ? ['forced-colors', 'dark', 'light'] : ['dark', 'light']
  for (const appearance of appearances) {
    await appear(wizard, appearance)
    await photograph(wizard, `${place}-${appearance}`)
    found.push(...(await violations(page)).map((violation) => `${appearance} ${violation}`))
  }
  const order = { headings: await headingLevels(page), landmarks: await landmarks(page) }
  await photographWhole(wizard, place)
  if (ALSO_NARROW.includes(place)) await photographNarrow(wizard, place)
  const tooBig: string[] = []
  for (const size of [ZOOMED, SMALL, NARROW, USUAL]) tooBig.push(...(await misfits(wizard, size)))
  return { violations: found, ...order, misfits: tooBig }
}
