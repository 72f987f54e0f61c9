import type { Pitfall } from '../../guide.ts'
import { messages } from './pitfall-messages.ts'

export const environmentPitfalls: readonly Pitfall[] = [
  { id: 'F-010', ...messages.lifecycleServicesReadOnly, source: 'lifecycle-services-migration' },
  { id: 'F-203', ...messages.addressMissing, source: 'provisioning-app' },
]
