import catalog from 'virtual:messages/main/en'
import { createFormatter } from './formatter.ts'

export const english = createFormatter('en', catalog)
