import { beforeAll, describe, it } from 'vitest'
import { createProfile, finish, giveUp, launch, type Wizard } from '../launch.ts'
import { expectGood } from './good.ts'
import { type Inspection, inspect } from './inspection.ts'
import type { AnyPlace } from './places.ts'

const TOUR_LIMIT_MS = 120_000

const GOOD = 'is accessible in light and dark, and fits a small, a narrow and a zoomed window'

export const AROUND = ['banner', 'navigation "Steps"', 'main', 'contentinfo']
export const WITH_HELP = ['banner', 'navigation "Steps"', 'main', 'complementary "Help"', 'contentinfo']

interface Tour<Place extends AnyPlace> {
  /** What is visited, for the title of the tests. */
  readonly title: string
  /** Every place, in the order of the visits. */
  readonly places: readonly Place[]
  readonly landmarksOn: (place: Place) => readonly string[]
  /** Goes to each place, and calls back there. */
  readonly walk: (inspect: (wizard: Wizard, place: Place) => Promise<void>) => Promise<void>
}

/**
 * Tests of every place of a tour. One that breaks off fails with what stopped it, and fails what it did not come to; what it did
 * come to is judged all the same.
 */
export function visit<Place extends AnyPlace>({ title, places, landmarksOn, walk }: Tour<Place>): void {
  describe(`${title} ${GOOD}`, () => {
    const seen = new Map<Place, Inspection>()
    let broken: unknown
    beforeAll(
      () =>
        walk(async (wizard, place) => {
          seen.set(place, await inspect(wizard, place))
        }).catch((reason: unknown) => {
          broken = new Error(`The tour broke off after ${[...seen.keys()].at(-1) ?? 'nothing'}.`, { cause: reason })
        }),
      TOUR_LIMIT_MS,
    )

    it.each(places)('%s', (place) => expectGood(seen.get(place), place, landmarksOn(place)))

    it('the tour comes to its end', () => {
      if (broken !== undefined) throw broken
    })
  })
}

/** A walk of one window with its own application. */
export function ofOneWindow<Place extends AnyPlace>(
  walk: (wizard: Wizard, arrive: (place: Place) => Promise<void>) => Promise<void>,
): Tour<Place>['walk'] {
  return async (inspectPlace) => {
    const wizard = await launch(createProfile())
    try {
      await walk(wizard, (place) => inspectPlace(wizard, place))
    } catch (reason) {
      throw new Error(await giveUp(wizard, walk.name), { cause: reason })
    }
    await finish(wizard)
  }
}
