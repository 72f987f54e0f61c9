import type { Guide } from '#machines/engine/step/guide.ts'
import { guideOf, OPERATION_IDS, type SequenceId, STEP_IDS } from '#machines/procedure/procedure.ts'

/** The words of every step and operation, by its ID: all IDs are in the two lists. */
export const GUIDES = Object.fromEntries([...STEP_IDS, ...OPERATION_IDS].map((id) => [id, guideOf(id)])) as Readonly<
  Record<SequenceId, Guide>
>
