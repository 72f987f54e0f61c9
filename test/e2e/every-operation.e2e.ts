import { operationsTour } from './tour/operations.ts'
import { OPERATION_PLACES } from './tour/places.ts'
import { AROUND, ofOneWindow, visit } from './tour/visits.ts'

visit({
  title: 'every operation after the link',
  places: OPERATION_PLACES,
  landmarksOn: () => AROUND,
  walk: ofOneWindow(operationsTour),
})
