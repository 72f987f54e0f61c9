import type { Reading } from '../engine/step/proof.ts'
import type { Presentation } from '../engine/wizard/presentation.ts'
import type { StepPhase } from '../engine/wizard/view-of-step.ts'
import { isPicture, type StepPicture } from './picture.ts'
import type { OwnView } from './view.ts'

/** Of thousands of environments only the chosen one, once it is chosen: the view is sent whole after each change. */
function pictureOf(reading: Reading | undefined, phase: StepPhase): StepPicture {
  if (!reading || !isPicture(reading.picture)) return { kind: 'none' }
  const { picture } = reading
  if (picture.kind !== 'environments' || picture.chosen === undefined || phase === 'choosing') return picture
  return { ...picture, environments: picture.environments.filter(({ id }) => id === picture.chosen) }
}

/** What customer-managed keys show beside what every procedure shows. */
export const PRESENTATION: Presentation<OwnView> = {
  step: (reading, phase) => ({ picture: pictureOf(reading, phase) }),
}
