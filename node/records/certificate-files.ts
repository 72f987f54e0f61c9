import * as z from 'zod/mini'
import type { DisplayText } from '#machines/messages/message.ts'
import { formMessages } from '#machines/sign-in/form-messages.ts'
import { isNetworkOrDevice } from '#machines/sign-in/local-path.ts'
import { pickedFileMessages } from './messages.ts'
import type { OpenDialog } from './open-file.ts'
import { profileFile } from './profile-file.ts'

/** The files with a certificate and its key that were picked on this computer. Never in a record, which others can write. */
export interface CertificateFiles {
  /** @throws if the disk refuses */
  add(file: string): Promise<void>
  has(file: string): Promise<boolean>
}

/** The latest picked come first. */
const MOST = 200

const content = z.object({ files: z.array(z.string().check(z.maxLength(4096))) })

/** The usual extensions of PEM files. */
const EXTENSIONS = ['pem', 'crt', 'cer', 'key']

type Chosen = { readonly ok: true; readonly value: { readonly file?: string } } | { readonly ok: false; readonly why: DisplayText }

/** Asks for a certificate file, which the window can't name. @returns empty if canceled */
export async function chooseCertificate(ask: OpenDialog, text: (text: DisplayText) => string, files: CertificateFiles): Promise<Chosen> {
  const { canceled, filePaths } = await ask({
    properties: ['openFile'],
    filters: [{ name: text(pickedFileMessages.certificateFiles), extensions: EXTENSIONS }],
  })
  const [file] = filePaths
  if (canceled || file === undefined || file === '') return { ok: true, value: {} }
  if (isNetworkOrDevice(file)) return { ok: false, why: formMessages.certificate.elsewhere }
  try {
    await files.add(file)
  } catch (error) {
    return { ok: false, why: pickedFileMessages.certificateNotKept({ code: codeOf(error) }) }
  }
  return { ok: true, value: { file } }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'no code')

/** @param file in the profile */
export function certificateFiles(file: string): CertificateFiles {
  const kept = profileFile(file, (read) => content.parse(read), { files: [] }, 2 * 1024 * 1024)
  return {
    async add(picked) {
      const { files } = await kept.read()
      await kept.write({ files: [picked, ...files.filter((each) => each !== picked)].slice(0, MOST) })
    },
    has: async (wanted) => (await kept.read()).files.includes(wanted),
  }
}
