import { describe } from 'vitest'
import { chromiumMissing } from './sign-in/browser.ts'
import { connectedTour } from './tour/connected.ts'
import { CONNECTED_PLACES, type ConnectedPlace } from './tour/places.ts'
import { AROUND, visit } from './tour/visits.ts'

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
    default:
      return AROUND
  }
}

describe.skipIf(chromiumMissing)('with a browser', () => {
  visit({ title: 'what only a real tenant shows', places: CONNECTED_PLACES, landmarksOn, walk: connectedTour })
})
