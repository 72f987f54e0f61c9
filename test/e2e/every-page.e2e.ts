import { beforeAll, describe, it } from 'vitest'
import { createProfile, finish, giveUp, launch, type Wizard } from './launch.ts'
import { firstTour } from './tour/first.ts'
import { expectGood } from './tour/good.ts'
import { type Inspection, inspect } from './tour/inspection.ts'
import { FIRST_PLACES, type FirstPlace, PLACES, type Place } from './tour/places.ts'
import { tour } from './tour/tour.ts'

const TOUR_LIMIT_MS = 150_000

type Seen = Map<FirstPlace | Place, Inspection>

/** Takes a new window round, and looks at each place. */
async function round(
  seen: Seen,
  walk: (wizard: Wizard, arrive: (place: FirstPlace | Place) => Promise<void>) => Promise<void>,
): Promise<void> {
  const wizard = await launch(createProfile())
  try {
    await walk(wizard, async (place) => {
      seen.set(place, await inspect(wizard, place))
    })
  } catch (reason) {
    const evidence = await giveUp(wizard, 'tour')
    throw new Error(`The tour ended after ${[...seen.keys()].at(-1) ?? 'nothing'}. ${evidence}`, { cause: reason })
  }
  await finish(wizard)
}

function landmarksOn(place: FirstPlace | Place): readonly string[] {
  if (place.startsWith('start')) return place === 'start' ? ['main'] : ['main', 'contentinfo']
  const around = ['banner', 'navigation "Steps"', 'main']
  const beside = ['preflight', 'coverage', 'evidence', 'hand-over', 'operations']
  return place === 'closing' || beside.some((page) => place.startsWith(page))
    ? [...around, 'contentinfo']
    : [...around, 'complementary "Guide"', 'contentinfo']
}

const GOOD = 'is accessible in light and dark, and fits a small, a narrow and a zoomed window'

describe(`every page and phase before the first step ${GOOD}`, () => {
  const seen: Seen = new Map()
  beforeAll(() => round(seen, firstTour), TOUR_LIMIT_MS)

  it.each(FIRST_PLACES)('%s', (place) => expectGood(seen.get(place), place, landmarksOn(place)))
})

describe(`every page and phase of the steps ${GOOD}`, () => {
  const seen: Seen = new Map()
  beforeAll(() => round(seen, tour), TOUR_LIMIT_MS)

  it.each(PLACES)('%s', (place) => expectGood(seen.get(place), place, landmarksOn(place)))
})
