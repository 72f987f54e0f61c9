import { sidePageTitle } from '#machines/engine/wizard/side-page-words.ts'
import { SIDE_PAGES, type SidePage } from '#machines/engine/wizard/side-pages.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { english } from '../english.ts'
import { GUIDES as OF_THE_STEPS } from '../guides.ts'

/** The guides as the window shows them. */
export const GUIDES = english.all(OF_THE_STEPS)

const titleOf = (page: SidePage): string => english.text(sidePageTitle(CUSTOMER_MANAGED_KEYS, page))

/** Titles of the side pages in links to them, in English. */
export const SIDE_PAGE_TITLES = Object.fromEntries(SIDE_PAGES.map((page) => [page, titleOf(page)])) as Record<SidePage, string>
