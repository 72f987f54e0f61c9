import catalog from 'virtual:messages/start/en'
import { createFormatter } from './formatter.ts'

/** What the first page says, apart from the rest: the wizard starts without the thousands of messages that only an open tenant needs. */
export const startFormatter = createFormatter('en', catalog)
