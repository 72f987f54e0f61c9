import { SIDE_PAGE_TITLES as OF_THE_PAGES } from '../../machines/engine/wizard/side-page-words.ts'
import { english } from '../english.ts'
import { GUIDES as OF_THE_STEPS } from '../guides.ts'

/** The guides as the window shows them. */
export const GUIDES = english.all(OF_THE_STEPS)

/** What the pages beside the steps are called where something leads to them, in English. */
export const SIDE_PAGE_TITLES = english.all(OF_THE_PAGES)
