import type { ViewWith } from '../engine/wizard/presentation.ts'
import type { StepPicture } from './picture.ts'

/** What this procedure shows of its own. */
export interface OwnView {
  readonly step: { readonly picture: StepPicture }
}

/** The whole of what the window shows. */
export type View = ViewWith<OwnView>
