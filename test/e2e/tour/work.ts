import { messages } from '#machines/procedure/steps/policy/vault-messages.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { EngagementRow } from '#messages/view.ts'

const ID = '0a2f4b8e-1111-4222-8333-444455556666'
const DAY = 86_400_000

/** Work in every state that the list knows, as if it had been done with this computer. @param now milliseconds since 1970-01-01T00:00:00Z */
export function work(now: number, words: Formatter): readonly EngagementRow[] {
  const purge = words.text(messages.purgeProtection.purgeProtectionOff)
  const row = (id: string, environment: string, more: Pick<EngagementRow, 'steps' | 'state'> & Partial<EngagementRow>): EngagementRow => ({
    id,
    customer: 'Contoso',
    environment,
    environmentId: ID,
    tenantId: ID,
    environmentType: 'Production',
    cloud: 'Microsoft Azure (commercial)',
    account: 'ada@contoso.example',
    savedAt: now - DAY,
    checkedAt: now - DAY,
    ...more,
  })
  const [done, next, later] = ['verified', 'current', 'open'] as const
  const finding = { step: 3, count: 3, findings: 3, why: purge, owner: 'key-vault-administrator' } as const
  return [
    row('encrypted', 'contoso-prod', { steps: [done, done, done, done], state: { kind: 'encrypted' } }),
    row('ready', 'contoso-test', {
      environmentType: 'Sandbox',
      steps: [done, done, next, later],
      state: { kind: 'ready', step: 3, planned: 6 },
    }),
    row('encrypting', 'contoso-prod', { steps: [done, done, done, next], state: { kind: 'encrypting', since: now - 1.5 * DAY } }),
    row('unread', 'contoso-test', {
      environmentType: 'Sandbox',
      steps: [done, done, next, later],
      state: { ...finding, kind: 'not-checked', count: 1, findings: 1 },
    }),
    row('confirm', 'contoso-prod', {
      steps: [done, done, done, next],
      state: { ...finding, kind: 'confirm', step: 4, count: 1, findings: 1, owner: 'customer' },
    }),
    row('action', 'contoso-prod', { steps: [done, done, 'action-required', later], state: { ...finding, kind: 'action-required' } }),
    row('locked', 'contoso-prod', { steps: [done, done, 'action-required', done], state: { ...finding, kind: 'locked' } }),
  ]
}
