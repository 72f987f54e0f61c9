import { GUIDES as OF_THE_STEPS } from '../../machines/procedure/guides.ts'
import { english } from '../english.ts'

/** The guides as the window shows them. */
export const GUIDES = english.all(OF_THE_STEPS)
