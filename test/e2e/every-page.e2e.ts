import { beforeAll, describe, it } from 'vitest'
import { createProfile, finish, giveUp, launch } from './launch.ts'
import { expectGood } from './tour/good.ts'
import { type Inspection, inspect } from './tour/inspection.ts'
import { PLACES, type Place } from './tour/places.ts'
import { tour } from './tour/tour.ts'

const TOUR_LIMIT_MS = 150_000

const seen = new Map<Place, Inspection>()

beforeAll(async () => {
  const wizard = await launch(createProfile())
  try {
    await tour(wizard, async (place) => {
      seen.set(place, await inspect(wizard, place))
    })
  } catch (reason) {
    const evidence = await giveUp(wizard, 'tour')
    throw new Error(`The tour ended after ${[...seen.keys()].at(-1) ?? 'nothing'}. ${evidence}`, { cause: reason })
  }
  await finish(wizard)
}, TOUR_LIMIT_MS)

function landmarksOn(place: Place): readonly string[] {
  if (place.startsWith('start')) return place === 'start' ? ['main'] : ['main', 'contentinfo']
  const around = ['banner', 'navigation "Steps"', 'main']
  const beside = ['preflight', 'coverage', 'evidence', 'hand-over', 'operations']
  return place === 'closing' || beside.some((page) => place.startsWith(page))
    ? [...around, 'contentinfo']
    : [...around, 'complementary "Guide"', 'contentinfo']
}

describe('every page and phase is accessible in light and dark, and fits a small, a narrow and a zoomed window', () => {
  it.each(PLACES)('%s', (place) => {
    expectGood(seen.get(place), place, landmarksOn(place))
  })
})
