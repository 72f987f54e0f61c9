import type { Environment } from '../../services.ts'

/** Whether it is a Managed Environment. A word that is neither of the two that are known says nothing either way. */
export function managing({ protectionLevel }: Environment): 'managed' | 'not-managed' | 'unknown' {
  switch (protectionLevel?.toLowerCase()) {
    case 'standard':
      return 'managed'
    case 'basic':
    case undefined:
      return 'not-managed'
    default:
      return 'unknown'
  }
}
