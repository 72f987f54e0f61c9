import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DAY, HOUR } from '#machines/engine/durations.ts'
import { verbatim } from '#machines/messages/message.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { guid, seededRandom } from '#node/practice/random.ts'
import { writeCustomerList } from '#node/records/customers/customer-list.ts'
import { type Engagement, type EngagementStep, NEVER_READ, newEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { engagementId } from '#node/records/engagement/store.ts'

const NAMES = [
  'Contoso',
  'Fabrikam',
  'Żabka Hurtownia',
  'Woodgrove Bank',
  'Relecloud',
  'Northwind Traders',
  'Überwachungstechnik',
  'Litware',
] as const
const GROUPS = ['Wave 1', 'Wave 2', 'Wave 3', 'Europe', 'US', 'Asia'] as const
const TYPES = ['Production', 'Sandbox', 'Sandbox', 'Trial'] as const

const name = (of: number): string => `${NAMES[of % NAMES.length]} ${of}`

function stepsOf(at: number, readAt: number): Engagement['steps'] {
  const verified: EngagementStep = { readAt, proved: true, findings: [], planned: 0, receipts: [] }
  const encrypted = {
    ...verified,
    findings: [{ key: 'key-in-use', id: 'F-906', status: 'pass', title: verbatim('Your key is in use'), seen: verbatim('Customer') }],
  } as const
  const asks = (state: 'action-required' | 'confirm', title: string): EngagementStep => ({
    readAt,
    proved: false,
    findings: [],
    planned: 0,
    receipts: [],
    asks: { state, count: 1 + (at % 3), title: verbatim(title), owner: state === 'confirm' ? 'customer' : 'key-vault-administrator' },
  })
  const at3 = [
    asks('action-required', 'Purge protection is off'),
    asks('confirm', 'Licenses'),
    { ...verified, proved: false, planned: 6 },
    verified,
    verified,
  ][at % 5]
  const four = [
    verified,
    at % 7 === 0 ? NEVER_READ : verified,
    at3 ?? verified,
    at % 5 === 4 ? encrypted : at % 5 === 3 ? verified : NEVER_READ,
  ]
  return Object.fromEntries(STEP_IDS.map((id, place) => [id, four[place] ?? NEVER_READ]))
}

export function writeManyCustomers(profile: string, environments: number, customers: number): void {
  const random = seededRandom('many customers')
  const now = Date.now()
  const tenants = Array.from({ length: customers }, (_, at) => ({ id: guid(random), name: name(at) }))
  for (let at = 0; at < environments; at++) {
    const tenant = tenants[at % customers]
    if (tenant === undefined) return
    const environment = { id: guid(random), displayName: `erp-${String(at).padStart(4, '0')}`, type: TYPES[at % TYPES.length] ?? 'Sandbox' }
    const readAt = now - (at % 400) * HOUR
    const whose = {
      appVersion: '0.0.0',
      cloud: { id: 'commercial', name: 'Microsoft Azure (commercial)' },
      tenant,
      environment,
      account: { objectId: guid(random), userName: 'ada@partner.example', displayName: 'Ada' },
      signIn: { way: 'browser', tenant: tenant.id, cloud: 'commercial' },
      reached: STEP_IDS[0] ?? '',
      steps: stepsOf(at, readAt),
    } as const
    const engagement: Engagement = {
      ...newEngagement(whose, readAt),
      ...(at % 5 >= 3 ? { keyExpires: now + ((at % 500) - 20) * DAY } : {}),
      ...(at % 97 === 0 ? { locked: true } : {}),
    }
    const folder = path.join(profile, 'engagements', engagementId({ tenantId: tenant.id, environmentId: environment.id }))
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'engagement.json'), writeEngagement(engagement))
  }
  const list = tenants.map(({ id }, at) => ({
    tenantId: id,
    groups: [GROUPS[at % 3] ?? '', GROUPS[3 + (at % 3)] ?? ''],
  }))
  writeFileSync(path.join(profile, 'customers.json'), writeCustomerList(list))
}
