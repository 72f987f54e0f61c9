import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readAuthorities } from '../network/trusted-authorities.ts'
import { StartFileRefused } from '../start-messages.ts'
import { type CustomCloud, readCloudFile } from './cloud-file.ts'

/** Content of the files named on the command line. */
export interface StartFiles {
  readonly customCloud?: CustomCloud
  readonly authorities: readonly string[]
}

export type StartFilesResult = { readonly ok: true; readonly files: StartFiles } | { readonly ok: false; readonly why: DisplayText }

/** Invalid files are reported in one sentence before any window. */
export async function readStartFiles({
  cloudFile,
  authoritiesFile,
}: {
  readonly cloudFile?: string
  readonly authoritiesFile?: string
}): Promise<StartFilesResult> {
  try {
    const customCloud = cloudFile === undefined ? undefined : await readCloudFile(cloudFile)
    const authorities = authoritiesFile === undefined ? [] : await readAuthorities(authoritiesFile)
    return { ok: true, files: { authorities, ...defined({ customCloud }) } }
  } catch (error) {
    if (error instanceof StartFileRefused) return { ok: false, why: error.why }
    throw error
  }
}
