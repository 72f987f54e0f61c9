import path from 'node:path'
import { type ClassFileResult, classMessages, LARGEST_CLASS_FILE, readClassFile } from '../presenting/class-file.ts'
import { readUpTo } from '../records/open-file.ts'

/** Reads the file named at the start. @returns why it is not accepted, said before any window is shown */
export async function readClass(file: string): Promise<ClassFileResult> {
  const name = path.basename(file)
  try {
    const bytes = await readUpTo(file, LARGEST_CLASS_FILE)
    return bytes === undefined ? { ok: false, why: classMessages.notJson({ file: name }) } : readClassFile(name, bytes.toString('utf8'))
  } catch (error) {
    return { ok: false, why: classMessages.unreadable({ file: name, error: error instanceof Error ? error.message : String(error) }) }
  }
}
