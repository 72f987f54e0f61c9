import { describe } from 'vitest'
import type { Environment } from '#machines/procedure/services/services.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import { managedChecks } from '#machines/procedure/steps/membership/managed-checks.ts'
import { absent, environment, membershipFacts, ok, without } from '#test/machines/facts.ts'
import { type Rows, row, walkRows } from '#test/machines/rows.ts'

const of = (over: Partial<Environment>): MembershipFacts => membershipFacts({ environment: ok(environment(over)) })
const unread = membershipFacts({ environment: absent })

const rows: Rows<MembershipFacts> = {
  'settings-in-group': [
    row.warning(
      'it is in a group and not managed: the group may lock the setting',
      of({ inEnvironmentGroup: true, protectionLevel: 'Basic' }),
      { seen: 'Basic', id: 'F-804' },
    ),
    row.pass('it is in a group and managed', of({ inEnvironmentGroup: true })),
    row.nothing('it is in no group', of({ protectionLevel: 'Basic' })),
    row.nothing('the environment could not be read', unread),
  ],
  'licences-for-apps': [
    row.warning('it is yet to become a Managed Environment', of({ protectionLevel: 'Basic' }), {
      title: 'premium rights',
      id: 'F-806',
      owner: 'you',
    }),
    row.warning(
      'the service does not say how it is protected',
      membershipFacts({ environment: ok(without(environment(), 'protectionLevel')) }),
    ),
    row.warning('its protection level is a word that no document names', of({ protectionLevel: 'Unlimited' }), {
      title: 'unknown whether',
    }),
    row.pass('it is a Managed Environment', membershipFacts()),
    row.nothing('the environment could not be read', unread),
  ],
}

describe('what becoming a Managed Environment brings along', () => walkRows(managedChecks, rows))
