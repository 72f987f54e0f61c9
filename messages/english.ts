import catalog from 'virtual:messages/main/en'
import { createFormatter } from './formatter.ts'

/** Everything the main process and the command line say, in English. */
export const english = createFormatter('en', catalog)
