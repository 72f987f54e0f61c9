import { type Call, ServiceRefusal } from '../service.ts'
import type { KeyState, KeyVersionState, VaultState } from '../state.ts'

export const badParameter = (message: string): ServiceRefusal => new ServiceRefusal(400, 'BadParameter', message)

export const keyNotFound = (name: string): ServiceRefusal =>
  new ServiceRefusal(
    404,
    'KeyNotFound',
    `A key with (name/id) ${name} was not found in this key vault. If you recently deleted this key you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
  )

/** Unix seconds. */
export const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)

/** Independent proof of purge protection. */
export function recoveryLevel(vault: VaultState): string {
  const custom = vault.softDeleteRetentionInDays < 90 ? 'Customized' : ''
  return vault.enablePurgeProtection ? `${custom}Recoverable` : `${custom}Recoverable+Purgeable`
}

export function attributesJson(version: KeyVersionState, vault: VaultState) {
  return {
    enabled: version.enabled,
    ...(version.notBefore === undefined ? {} : { nbf: seconds(version.notBefore) }),
    ...(version.expires === undefined ? {} : { exp: seconds(version.expires) }),
    created: seconds(version.createdAt),
    updated: seconds(version.updatedAt),
    recoveryLevel: recoveryLevel(vault),
    recoverableDays: vault.softDeleteRetentionInDays,
    exportable: false,
  }
}

export function bundle(call: Call, vault: VaultState, key: KeyState, version: KeyVersionState) {
  const numbers = version.n
    ? { n: version.n, e: 'AQAB' }
    : { crv: version.curve, x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' }
  return {
    key: { kid: `${call.url.origin}/keys/${key.name}/${version.version}`, kty: version.kty, key_ops: version.operations, ...numbers },
    attributes: attributesJson(version, vault),
    tags: version.tags,
  }
}
