import type { Pitfall } from '../../engine/step/guide.ts'

/** What goes wrong in the years after: shown where the wizard ends, because nobody asks it any more when it happens. */
export const operatingPitfalls: readonly Pitfall[] = [
  {
    id: 'F-A02',
    heading: 'A locked environment is deleted',
    text: 'A sandbox after 7 days, a production environment after 30, and nothing brings it back. Restore the access to the key before that.',
    source: 'lock-unlock',
  },
  {
    id: 'F-A04',
    heading: 'A restore is impossible after a change of key',
    text: 'Backups need the key they were made under. Keep the old key, its vault and its access for 30 days, and give the new policy access to the old key.',
    source: 'power-platform-keys',
  },
  {
    id: 'F-A05',
    heading: 'A copy or restore target is refused',
    text: 'The target has another key, or none. Put it on the same key first.',
    source: 'power-platform-keys',
  },
  {
    id: 'F-A06',
    heading: 'Re-enabling a locked environment fails',
    text: 'Every grant on the key has to be back, and whoever re-enables needs Reader on the policy. Then re-enable one environment at a time; each takes up to 5 minutes.',
    source: 'lock-unlock',
  },
  {
    id: 'F-A08',
    heading: 'A change to another key means two outages',
    text: 'The environment is removed from one policy and added to the other. A new version of the same key needs neither.',
    source: 'power-platform-keys',
  },
  {
    id: 'F-A10',
    heading: 'Dataverse can be neither deleted nor reset',
    text: 'It is linked. Delete the finance and operations environment in Lifecycle Services first; Dataverse stays and can be deleted after it.',
    source: 'environment-deletion',
  },
  {
    id: 'F-A11',
    heading: 'A linked environment is changed to another type',
    text: 'The admin center allows it, Lifecycle Services cannot follow. Production turned into sandbox has no way back without deletion.',
    source: 'environment-types',
  },
]
