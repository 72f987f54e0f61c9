import { beforeAll, describe, it } from 'vitest'
import { chromiumMissing } from './sign-in/browser.ts'
import { connectedTour } from './tour/connected.ts'
import { expectGood } from './tour/good.ts'
import { type Inspection, inspect } from './tour/inspection.ts'
import { CONNECTED_PLACES, type ConnectedPlace } from './tour/places.ts'

const TOUR_LIMIT_MS = 120_000

const seen = new Map<ConnectedPlace, Inspection>()

/** Before a tenant is open there is nothing around the page but the banner of the custom cloud. */
function landmarksOn(place: ConnectedPlace): readonly string[] {
  switch (place) {
    case 'engagements':
    case 'engagements-removing':
      return ['banner', 'main']
    case 'sign-in-refused':
    case 'sign-in-device-code':
    case 'engagements-secret':
      return ['banner', 'main', 'contentinfo']
    case 'recovery-differs':
      return ['banner', 'navigation "Steps"', 'main', 'contentinfo']
    default:
      return ['banner', 'navigation "Steps"', 'main', 'complementary "Guide"', 'contentinfo']
  }
}

describe.skipIf(chromiumMissing)(
  'what only a real tenant shows is accessible in light and dark, and fits a small, a narrow and a zoomed window',
  () => {
    beforeAll(
      () =>
        connectedTour(async (wizard, place) => {
          seen.set(place, await inspect(wizard, place))
        }),
      TOUR_LIMIT_MS,
    )

    it.each(CONNECTED_PLACES)('%s', (place) => expectGood(seen.get(place), place, landmarksOn(place)))
  },
)
