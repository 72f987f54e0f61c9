import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, warning } from '#machines/engine/step/observations.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { messages as mailMessages } from '../../actions/mail-alerts/messages.ts'
import type { Check } from '../../check.ts'
import { couldNotRead } from '../../refusals.ts'
import type { Vault } from '../../services/services.ts'
import type { OperationFacts } from '../facts.ts'
import { messages } from './alert-messages.ts'
import { type AlertsRead, mailedBy, unmailedOf, unreadIn, unsubscribedOf } from './alerts.ts'

export function alerted(facts: AlertsRead, { name }: Pick<Vault, 'name'>): Observation {
  const refusal = unreadIn(facts)
  if (refusal) {
    const unread = couldNotRead(messages.unread({ name }), refusal)
    return facts.wanted === undefined ? { ...unread, status: 'warning' } : unread
  }
  const [mailed, unmailed, unsubscribed] = [mailedBy(facts), unmailedOf(facts) ?? [], unsubscribedOf(facts)]
  const alerts = valueIn(facts.alerts) ?? []
  const seen = mailed.length > 0 ? messages.mailedTo({ emails: [...mailed] }) : alerts.length > 0 ? messages.noMail : messages.noAlert
  if (unmailed.length > 0)
    return fail(messages.missing({ name }), sentences(seen, messages.unmailed({ emails: [...unmailed] })), {
      putRightBy: ['mail-alerts', 'alert-near-expiry'],
    })
  if (unsubscribed.length > 0) return warning(messages.unsubscribed({ emails: [...unsubscribed] }), seen)
  return mailed.length > 0 ? pass(messages.mailed({ name }), seen) : warning(messages.nobody({ name }), seen)
}

function judgeAlert({ vault: answer, protection }: OperationFacts): Observation | undefined {
  const vault = valueIn(answer)
  if (!vault) return undefined
  const { name } = vault
  if (vault.managedHsm) return warning(messages.hsm({ name }), messages.hsmSeen, { remedy: messages.hsmRemedy, byHand: [] })
  return protection?.alert && alerted(protection.alert, vault)
}

export const alertChecks: readonly Check<OperationFacts>[] = [
  {
    key: 'protect-near-expiry',
    id: 'F-A16',
    part: 'vault',
    owner: 'you',
    why: messages.why,
    remedy: messages.remedy,
    byHand: [messages.manual1, messages.manual2, mailMessages.notRegisteredRemedy],
    link: 'azure-vault',
    source: 'vault-event-grid',
    judge: judgeAlert,
  },
]
