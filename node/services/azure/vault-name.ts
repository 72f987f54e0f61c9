import type { DisplayText } from '#machines/messages/message.ts'
import type { AzureService } from '#machines/procedure/services/services.ts'
import { judgeVaultName } from '#machines/procedure/steps/policy/vault-checks.ts'
import { whileOnlyReading } from './reads-only.ts'

const IS = { pass: 'free', fail: 'taken', warning: 'unknown', unknown: 'unknown' } as const

/** Azure's verdict on a new vault's name, in read-only mode. */
export async function checkVaultName(
  azure: Pick<AzureService, 'readVaultName'>,
  { subscriptionId, name }: { readonly subscriptionId: string; readonly name: string },
): Promise<{ readonly is: (typeof IS)[keyof typeof IS]; readonly text: DisplayText }> {
  const { status, title } = judgeVaultName(name, await whileOnlyReading(() => azure.readVaultName(subscriptionId, name)))
  return { is: IS[status], text: title }
}
