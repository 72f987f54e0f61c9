import type { DisplayText } from '../machines/messages/message.ts'
import type { ActionKind } from '../machines/procedure/action.ts'
import type { SourceId } from '../machines/procedure/source-ids.ts'
import { sourceOf } from '../machines/procedure/sources.ts'
import { reasonMessages as messages } from './messages.ts'
import { plain } from './words.ts'

/** Why the step is needed, and where that is written. */
const REASONS: Readonly<Record<ActionKind, readonly [DisplayText, SourceId]>> = {
  'register-provider': [messages.registerProvider, 'enterprise-policy-scripts'],
  'create-resource-group': [messages.createResourceGroup, 'power-platform-keys'],
  'create-vault': [messages.createVault, 'power-platform-keys'],
  'turn-on-purge-protection': [messages.turnOnPurgeProtection, 'soft-delete'],
  'create-key': [messages.createKey, 'power-platform-keys'],
  'create-policy': [messages.createPolicy, 'power-platform-keys'],
  'grant-key-access': [messages.grantKeyAccess, 'enterprise-policy-scripts'],
  'grant-reader': [messages.grantReader, 'power-platform-keys'],
  'enable-managed-environment': [messages.enableManagedEnvironment, 'managed-environment'],
  'link-environment': [messages.linkEnvironment, 'power-platform-keys'],
  'rotate-key': [messages.rotateKey, 'power-platform-keys'],
  'unlink-environment': [messages.unlinkEnvironment, 'power-platform-keys'],
}

/** Why an action is needed and where that is written, in one line of plain signs. */
export function reasonOf(kind: ActionKind): string {
  const [why, source] = REASONS[kind]
  const { title, edition } = sourceOf(source)
  return plain(edition === undefined ? messages.sourced({ why, title }) : messages.dated({ why, title, edition }))
}
