import { operationsTour } from './tour/operations.ts'
import { OPERATION_PLACES } from './tour/places.ts'
import { AROUND, ofOneWindow, visit, WITH_GUIDE } from './tour/visits.ts'

visit({
  title: 'every operation after the link',
  places: OPERATION_PLACES,
  landmarksOn: (place) => (place === 'operations-list' ? AROUND : WITH_GUIDE),
  walk: ofOneWindow(operationsTour),
})
