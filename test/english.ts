import catalog from 'virtual:messages/all/en'
import { createFormatter } from '../messages/formatter.ts'

/** What a person reads, for tests that are about words. */
export const english = createFormatter('en', catalog)
