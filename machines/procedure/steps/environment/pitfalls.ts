import type { Pitfall } from '../../guide.ts'
import { messages } from './pitfall-messages.ts'

export const environmentPitfalls: readonly Pitfall[] = [
  {
    id: 'F-010',
    heading: messages.lifecycleServicesReadOnly,
    text: messages.lifecycleServicesReadOnlyText,
    source: 'lifecycle-services-migration',
  },
  {
    id: 'F-203',
    heading: messages.addressMissing,
    text: messages.addressMissingText,
    source: 'provisioning-app',
  },
]
