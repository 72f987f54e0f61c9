import type { Environment } from '../../services/services.ts'

/** Whether it is a Managed Environment; undefined for unknown words. */
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
