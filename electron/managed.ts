import { isCloudAllowed, type Managed, settingsOf } from '#machines/managed/settings.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readManaged } from '#node/services/managed/read.ts'

/** Reads the organization's policy; errors appear when awaited. */
export function readPolicy(): Promise<Managed | undefined> {
  const reading = readManaged({ platform: process.platform, systemRoot: process.env['SystemRoot'] })
  reading.catch(() => undefined)
  return reading
}

/** Why a custom cloud can't be used: unreadable policies are reported on the sign-in page. */
export async function cloudRefused(managed: Managed | undefined): Promise<DisplayText | undefined> {
  if (isCloudAllowed(settingsOf(managed), undefined)) return undefined
  const { cloudRefusedByPolicy } = await import('#machines/managed/refused.ts')
  return cloudRefusedByPolicy(managed, undefined)?.meaning
}
