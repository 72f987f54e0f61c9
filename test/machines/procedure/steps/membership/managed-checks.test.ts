import { describe } from 'vitest'
import type { Environment } from '../../../../../machines/procedure/services.ts'
import type { MembershipFacts } from '../../../../../machines/procedure/steps/membership/facts.ts'
import { managedChecks } from '../../../../../machines/procedure/steps/membership/managed-checks.ts'
import { absent, environment, membershipFacts, ok, without } from '../../../facts.ts'
import { type Row, walkRows } from '../../../rows.ts'

const of = (over: Partial<Environment>): MembershipFacts => membershipFacts({ environment: ok(environment(over)) })
const unread = membershipFacts({ environment: absent })

const rows: readonly Row<MembershipFacts>[] = [
  {
    check: 'settings-in-group',
    when: 'it is in a group and not managed: the group may lock the setting',
    facts: of({ inEnvironmentGroup: true, protectionLevel: 'Basic' }),
    gives: 'warning',
    seen: ['Basic'],
    with: { id: 'F-804' },
  },
  { check: 'settings-in-group', when: 'it is in a group and managed', facts: of({ inEnvironmentGroup: true }), gives: 'pass' },
  { check: 'settings-in-group', when: 'it is in no group', facts: of({ protectionLevel: 'Basic' }), gives: 'nothing' },
  { check: 'settings-in-group', when: 'the environment could not be read', facts: unread, gives: 'nothing' },

  {
    check: 'licences-for-apps',
    when: 'it is yet to become a Managed Environment',
    facts: of({ protectionLevel: 'Basic' }),
    gives: 'warning',
    title: 'premium rights',
    with: { id: 'F-806', owner: 'you' },
  },
  {
    check: 'licences-for-apps',
    when: 'the service does not say how it is protected',
    facts: membershipFacts({ environment: ok(without(environment(), 'protectionLevel')) }),
    gives: 'warning',
  },
  {
    check: 'licences-for-apps',
    when: 'its protection level is a word that no document names',
    facts: of({ protectionLevel: 'Unlimited' }),
    gives: 'warning',
    title: 'unknown whether',
  },
  { check: 'licences-for-apps', when: 'it is a Managed Environment', facts: membershipFacts(), gives: 'pass' },
  { check: 'licences-for-apps', when: 'the environment could not be read', facts: unread, gives: 'nothing' },
]

describe('what becoming a Managed Environment brings along', () => walkRows(managedChecks, rows))
