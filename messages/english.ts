import catalog from 'virtual:messages/main/en'
import { createFormatter } from './formatter.ts'

/** Messages of main process and command line. */
export const english = createFormatter('en', catalog)
