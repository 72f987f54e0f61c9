import { besideTour, startTour } from './tour/first.ts'
import { BESIDE_PLACES, START_PLACES } from './tour/places.ts'
import { AROUND, ofOneWindow, visit } from './tour/visits.ts'

visit({
  title: 'the start page and what is behind its doors',
  places: START_PLACES,
  landmarksOn: (place) => (place === 'start' || place.startsWith('start-work') ? ['main'] : ['main', 'contentinfo']),
  walk: ofOneWindow(startTour),
})

visit({ title: 'the pages beside the first step', places: BESIDE_PLACES, landmarksOn: () => AROUND, walk: ofOneWindow(besideTour) })
