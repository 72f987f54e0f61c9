import { firstStepsTour } from './tour/first-steps.ts'
import { FIRST_STEPS_PLACES } from './tour/places.ts'
import { ofOneWindow, visit, WITH_GUIDE } from './tour/visits.ts'

visit({
  title: 'every page and phase of the first two steps',
  places: FIRST_STEPS_PLACES,
  landmarksOn: () => WITH_GUIDE,
  walk: ofOneWindow(firstStepsTour),
})
