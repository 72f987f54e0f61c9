import { firstStepsTour } from './tour/first-steps.ts'
import { FIRST_STEPS_PLACES } from './tour/places.ts'
import { AROUND, ofOneWindow, visit, WITH_HELP } from './tour/visits.ts'

/** Places at which the help is looked at. */
const HELP_OPEN = ['step-1-pitfalls', 'step-1-by-hand', 'step-1-documents', 'step-2-script-empty']

visit({
  title: 'every page and phase of the first two steps',
  places: FIRST_STEPS_PLACES,
  landmarksOn: (place) => (HELP_OPEN.includes(place) ? WITH_HELP : AROUND),
  walk: ofOneWindow(firstStepsTour),
})
