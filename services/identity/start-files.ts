import type { DisplayText } from '../../machines/messages/message.ts'
import { present } from '../../machines/present.ts'
import { readAuthorities } from '../network/trusted-authorities.ts'
import { StartFileRefused } from '../start-messages.ts'
import { type CustomCloud, readCloudFile } from './cloud-file.ts'

/** What the files named at the start hold. */
export interface StartFiles {
  readonly customCloud?: CustomCloud
  /** Extra certificate authorities as PEM, trusted in every cloud. */
  readonly authorities: readonly string[]
}

export type StartFilesResult = { readonly ok: true; readonly files: StartFiles } | { readonly ok: false; readonly why: DisplayText }

/** Reads the files named at the start. A file that is not accepted is said in one sentence, before any window is shown. */
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
    return { ok: true, files: { authorities, ...present({ customCloud }) } }
  } catch (error) {
    if (error instanceof StartFileRefused) return { ok: false, why: error.why }
    throw error
  }
}
