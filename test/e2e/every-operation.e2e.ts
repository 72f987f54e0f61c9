import { beforeAll, describe, it } from 'vitest'
import { createProfile, finish, giveUp, launch } from './launch.ts'
import { expectGood } from './tour/good.ts'
import { type Inspection, inspect } from './tour/inspection.ts'
import { operationsTour } from './tour/operations.ts'
import { OPERATION_PLACES, type OperationPlace } from './tour/places.ts'

const TOUR_LIMIT_MS = 120_000

const seen = new Map<OperationPlace, Inspection>()

beforeAll(async () => {
  const wizard = await launch(createProfile())
  try {
    await operationsTour(wizard, async (place) => {
      seen.set(place, await inspect(wizard, place))
    })
  } catch (reason) {
    const evidence = await giveUp(wizard, 'operations-tour')
    throw new Error(`The tour ended after ${[...seen.keys()].at(-1) ?? 'nothing'}. ${evidence}`, { cause: reason })
  }
  await finish(wizard)
}, TOUR_LIMIT_MS)

const AROUND = ['banner', 'navigation "Steps"', 'main', 'contentinfo']
const WITH_GUIDE = ['banner', 'navigation "Steps"', 'main', 'complementary "Guide"', 'contentinfo']

describe('every operation after the link is accessible in light and dark, and fits a small, a narrow and a zoomed window', () => {
  it.each(OPERATION_PLACES)('%s', (place) => {
    expectGood(seen.get(place), place, place === 'operations-list' ? AROUND : WITH_GUIDE)
  })
})
