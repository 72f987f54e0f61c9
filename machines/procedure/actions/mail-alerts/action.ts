import { isAbsent } from '#machines/engine/step/refusals.ts'
import { list, oneOf, optional, type Stored, text } from '#machines/engine/stored.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { IN_SECONDS } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { done, idOf } from '../writing.ts'
import { ACTION_GROUP_NAME, actionGroupId, sameEmail } from './action-group.ts'
import { messages } from './messages.ts'
import { notRegistered } from './not-registered.ts'

const stored = {
  subscriptionId: text,
  resourceGroup: text,
  emails: list(text),
  /** The group has other recipients: a template would replace them. */
  groupExists: optional(oneOf(true)),
}

export type MailAlerts = Stored<'mail-alerts', typeof stored>

export const mailAlerts: Definition<MailAlerts> = {
  kind: 'mail-alerts',
  stored,
  why: { text: messages.why, source: 'action-groups', heading: '' },
  part: 'vault',
  describe: ({ emails }) => ({
    title: messages.title({ emails: emails.map(verbatim), name: ACTION_GROUP_NAME }),
    resource: verbatim('Microsoft.Insights/actionGroups'),
    before: messages.before,
    after: messages.after,
    reversible: 'yes',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields({ subscriptionId, resourceGroup, emails: [first = '', ...others] }) {
    const field = (email: string) => `emailReceivers.${email}`
    const id = actionGroupId(subscriptionId, resourceGroup)
    return created(id, [field(first), first], Object.fromEntries(others.map((email) => [field(email), email])))
  },
  /** Keeps the group's other recipients and actions. */
  async apply({ subscriptionId, resourceGroup, emails }, { azure }, _now, signal) {
    const id = actionGroupId(subscriptionId, resourceGroup)
    const existing = await azure.readActionGroup(id, signal)
    if (!existing.ok && !isAbsent(existing)) return existing
    const mailed = existing.ok ? existing.value.emails : []
    const missing = emails.filter((email) => !mailed.some((each) => sameEmail(each, email)))
    if (existing.ok && missing.length === 0) return done(existing, idOf, false)
    return done(await azure.mailAlerts(id, missing, signal), idOf, true)
  },
  details: ({ emails }) => emails,
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(notRegistered, known('F-A17', isForbidden, { meaning: messages.mayNotMeaning, remedy: messages.mayNotRemedy })),
}
