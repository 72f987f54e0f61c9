import type { Removal, RemovalEntry } from '#machines/procedure/removal/removal.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { version } from '../../../package.json'
import { scriptMessages } from '../messages.ts'
import { quoteForAzureCli, quoteForBash } from '../quoting.ts'
import { inAddress } from '../requests.ts'
import type { ScriptContext } from '../script.ts'
import { ValueRefused } from '../text.ts'
import { plain } from '../words.ts'
import { azureCliMessages as messages } from './messages.ts'
import removed from './removed.sh?raw'
import start from './start.sh?raw'

/** API versions for deletion, by kind of the creating change. */
const VERSIONS: Readonly<Record<string, string>> = {
  'create-lock': API_VERSIONS.locks,
  'grant-reader': API_VERSIONS.roles,
  'create-policy': API_VERSIONS.policies,
  'grant-key-access': API_VERSIONS.roles,
  'alert-near-expiry': API_VERSIONS.events,
  'send-audit-log': API_VERSIONS.auditLogs,
  'mail-alerts': API_VERSIONS.actionGroups,
  'create-vault': API_VERSIONS.keyVault,
  'create-resource-group': API_VERSIONS.resources,
}

const THINGS: Readonly<Record<string, string>> = { 'create-vault': 'vault_removed', 'create-resource-group': 'group_removed' }

/** Delete function with arguments; undefined if manual. */
function wordsOf({ kind, id, keys = [] }: RemovalEntry): readonly string[] | undefined {
  if (kind === 'create-key') {
    const [, vault, name] = /^https:\/\/([^./]+)\.vault\.[^/]+\/keys\/([^/]+)/i.exec(id) ?? []
    return vault === undefined || name === undefined ? undefined : ['key_removed', vault, name]
  }
  const of = VERSIONS[kind]
  // Outside Azure Resource Manager: access policy entries, Managed HSM roles.
  if (of === undefined || !/^\/subscriptions\//i.test(id) || /\/accessPolicies\//i.test(id)) return undefined
  return [THINGS[kind] ?? 'removed', inAddress(id), of, ...keys]
}

const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/**
 * A bash script for Azure CLI that lists, asks, rechecks containers, and stops at anything new.
 * @throws ValueRefused for a name that scripts can't carry
 */
function writeRemoval(remove: readonly RemovalEntry[], { cloud, tenantId, writtenAt }: ScriptContext): string {
  const [byScript, byHand] = [remove.filter((entry) => wordsOf(entry)), remove.filter((entry) => !wordsOf(entry))]
  const named = byScript.findLast(({ kind }) => kind === 'create-vault' || kind === 'create-policy') ?? byScript.at(-1)
  const steps = byScript.map((entry) => {
    const effect = messages.deletes({ happens: entry.happens ?? '', back: entry.back ?? '' })
    return `  step ${quoteForBash(plain(entry.title))} \\\n    ${quoteForBash(plain(effect))} \\\n    ${(wordsOf(entry) ?? []).map(quoteForAzureCli).join(' ')}`
  })
  const heading = [
    plain(scriptMessages.written({ version, at: moment(writtenAt), tenant: tenantId, cloud: cloud.name })),
    '',
    plain(messages.deletesWhat),
    ...byScript.map(({ title }, index) => `  ${index + 1}. ${plain(title)}`),
    ...(byHand.length === 0 ? [] : ['', plain(messages.deletedByHand), ...byHand.map(({ title }) => `  ${plain(title)}`)]),
    '',
    plain(messages.usage),
    plain(messages.tested),
  ]
  const text = [
    ['#!/usr/bin/env bash', ...heading.map((line) => `# ${line}`.trimEnd())].join('\n'),
    'set -euo pipefail',
    [
      `TENANT_ID=${quoteForBash(tenantId)}`,
      `WRITTEN_AT=${Math.floor(writtenAt / 1000)}`,
      `# ${plain(scriptMessages.toBeTyped)}`,
      `CONFIRMATION=${quoteForBash(named?.id.split('/').at(-1) ?? 'yes')}`,
    ].join('\n'),
    start.trim(),
    removed.trim(),
    ['plan() {', '  still_fresh', ...steps, '}'].join('\n'),
    'proof() {\n  :\n}',
    'main "$@"',
  ].join('\n\n')
  return `${text}\n`
}

/** Undefined if nothing is to be removed, or a name can't be carried. */
export function removalScript({ remove }: Removal, context: ScriptContext): string | undefined {
  if (!remove.some((entry) => wordsOf(entry))) return undefined
  try {
    return writeRemoval(remove, context)
  } catch (error) {
    if (error instanceof ValueRefused) return undefined
    throw error
  }
}
