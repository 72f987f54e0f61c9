import { SIDE_PAGE_WORDS as OF_THE_PAGES } from '../../machines/engine/wizard/side-page-words.ts'
import { english } from '../english.ts'
import { GUIDES as OF_THE_STEPS } from '../guides.ts'

/** The guides as the window shows them. */
export const GUIDES = english.all(OF_THE_STEPS)

/** What the list of pages beside the steps says, in English. */
export const SIDE_PAGE_WORDS = english.all(OF_THE_PAGES)
