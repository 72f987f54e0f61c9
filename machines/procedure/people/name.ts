import type { Person } from '../services/services.ts'

/** User name, because display names aren't unique. */
export const nameOfPerson = ({ displayName, userName }: Pick<Person, 'displayName' | 'userName'>): string =>
  userName === '' || userName === displayName ? displayName : `${displayName} (${userName})`
