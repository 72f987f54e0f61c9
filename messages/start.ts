import catalog from 'virtual:messages/start/en'
import { createFormatter } from './formatter.ts'

/** Messages of the first page, in a part of their own: the wizard starts without the thousands that only an open tenant needs. */
export const startFormatter = createFormatter('en', catalog)
