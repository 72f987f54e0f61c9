import { linkTour } from './tour/link.ts'
import { LINK_PLACES } from './tour/places.ts'
import { AROUND, ofOneWindow, visit } from './tour/visits.ts'

visit({
  title: 'every page and phase of the last step and after it',
  places: LINK_PLACES,
  landmarksOn: () => AROUND,
  walk: ofOneWindow(linkTour),
})
