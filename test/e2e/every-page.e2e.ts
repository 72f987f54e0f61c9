import { beforeAll, describe, expect as expectValue, it } from 'vitest'
import { gaps } from './accessibility.ts'
import { createProfile, finish, giveUp, launch } from './launch.ts'
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

function at(place: Place): Inspection {
  const inspection = seen.get(place)
  if (inspection === undefined) throw new Error(`The tour never came to ${place}.`)
  return inspection
}

function landmarksOn(place: Place): readonly string[] {
  if (place.startsWith('start')) return place === 'start' ? ['main'] : ['main', 'contentinfo']
  const around = ['banner', 'navigation "Steps"', 'main']
  return place === 'closing' ||
    place.startsWith('preflight') ||
    place.startsWith('evidence') ||
    place.startsWith('coverage') ||
    place.startsWith('operations')
    ? [...around, 'contentinfo']
    : [...around, 'complementary "Guide"', 'contentinfo']
}

describe('every page and phase is accessible in light and dark, and fits a small, a narrow and a zoomed window', () => {
  it.each(PLACES)('%s', (place) => {
    const { violations, headings, landmarks, misfits } = at(place)
    expectValue.soft(violations, 'violations that axe finds').toEqual([])
    expectValue
      .soft(
        headings.filter((level) => level === 1),
        'main headings',
      )
      .toHaveLength(1)
    expectValue.soft(gaps(headings), 'headings without the one above them').toEqual([])
    expectValue.soft(landmarks, 'landmarks').toEqual(landmarksOn(place))
    expectValue.soft(misfits, 'what does not fit').toEqual([])
  })
})
