import { POLICY_PLACES } from './tour/places.ts'
import { policyTour } from './tour/policy.ts'
import { AROUND, ofOneWindow, visit, WITH_HELP } from './tour/visits.ts'

visit({
  title: 'every page and phase of the third step',
  places: POLICY_PLACES,
  landmarksOn: (place) => (place === 'step-3-script' ? WITH_HELP : AROUND),
  walk: ofOneWindow(policyTour),
})
