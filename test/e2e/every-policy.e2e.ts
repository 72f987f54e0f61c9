import { POLICY_PLACES } from './tour/places.ts'
import { policyTour } from './tour/policy.ts'
import { ofOneWindow, visit, WITH_GUIDE } from './tour/visits.ts'

visit({
  title: 'every page and phase of the third step',
  places: POLICY_PLACES,
  landmarksOn: () => WITH_GUIDE,
  walk: ofOneWindow(policyTour),
})
