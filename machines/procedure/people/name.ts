import type { Person } from '../services.ts'

/** A person as people know them. Two may share a display name, and none a user name. */
export const nameOfPerson = ({ displayName, userName }: Pick<Person, 'displayName' | 'userName'>): string =>
  userName === '' || userName === displayName ? displayName : `${displayName} (${userName})`
