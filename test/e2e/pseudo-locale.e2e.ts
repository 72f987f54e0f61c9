import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createProfile, finish, giveUp, launch, type Wizard } from './launch.ts'
import { cut } from './tour/cut.ts'
import { besideTour, startTour } from './tour/first.ts'
import { firstStepsTour } from './tour/first-steps.ts'
import { misfits } from './tour/fitting.ts'
import { linkTour } from './tour/link.ts'
import { operationsTour } from './tour/operations.ts'
import {
  type AnyPlace,
  BESIDE_PLACES,
  FIRST_STEPS_PLACES,
  LINK_PLACES,
  OPERATION_PLACES,
  POLICY_PLACES,
  START_PLACES,
} from './tour/places.ts'
import { policyTour } from './tour/policy.ts'
import { untranslated } from './tour/untranslated.ts'
import { NARROW, resize, SMALL, USUAL, ZOOMED } from './window-size.ts'

// The tours look for what the window says, so they speak as it does.
vi.mock('../english.ts', async () => {
  const { createFormatter } = await import('../../messages/formatter.ts')
  return { english: createFormatter('en-XA', (await import('virtual:messages/all/en-XA')).default) }
})

const TOUR_LIMIT_MS = 180_000

interface Seen {
  readonly untranslated: readonly string[]
  readonly cut: readonly string[]
}

async function lookAt(wizard: Wizard): Promise<Seen> {
  const english = await untranslated(wizard.page)
  const found: string[] = []
  for (const size of [SMALL, NARROW, ZOOMED, USUAL]) {
    found.push(...(await misfits(wizard, size)), ...(await cut(wizard.page)).map((what) => `${size.width} × ${size.height}: ${what}`))
  }
  await resize(wizard, USUAL)
  return { untranslated: english, cut: found }
}

function tour<Place extends AnyPlace>(
  title: string,
  places: readonly Place[],
  walk: (wizard: Wizard, arrive: (place: Place) => Promise<void>) => Promise<void>,
): void {
  describe(title, () => {
    const seen = new Map<Place, Seen>()
    let broken: unknown
    beforeAll(async () => {
      const wizard = await launch(createProfile(), ['--language=en-XA'])
      try {
        await walk(wizard, async (place) => {
          seen.set(place, await lookAt(wizard))
        })
      } catch (reason) {
        broken = new Error(await giveUp(wizard, title), { cause: reason })
        return
      }
      await finish(wizard).catch((reason: unknown) => {
        broken = reason
      })
    }, TOUR_LIMIT_MS)

    it.each(places)('%s', (place) => {
      expect.soft(seen.get(place)?.untranslated, 'English that no message gave').toEqual([])
      expect.soft(seen.get(place)?.cut, 'what is cut or does not fit').toEqual([])
    })

    it('the tour comes to its end', () => {
      if (broken !== undefined) throw broken
    })
  })
}

describe('in the pseudo-locale nothing is untranslated and nothing is cut', () => {
  tour('the start page and what is behind its doors', START_PLACES, startTour)
  tour('what stands beside the first step', BESIDE_PLACES, besideTour)
  tour('the first two steps', FIRST_STEPS_PLACES, firstStepsTour)
  tour('the third step', POLICY_PLACES, policyTour)
  tour('the last step and after it', LINK_PLACES, linkTour)
  tour('the operations after the link', OPERATION_PLACES, operationsTour)
})
