import type { ShownChange } from '../../engine/step/proof.ts'
import type { Action } from '../action.ts'

export const asShown = (action: Action | undefined): readonly ShownChange[] => (action ? [{ action }] : [])
