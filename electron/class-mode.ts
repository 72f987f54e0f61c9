import { open } from 'node:fs/promises'
import path from 'node:path'
import { type ClassFileResult, classMessages, LARGEST_CLASS_FILE, readClassFile } from '../presenting/class-file.ts'

/** Reads the file named at the start. @returns why it is not accepted, said before any window is shown */
export async function readClass(file: string): Promise<ClassFileResult> {
  const name = path.basename(file)
  try {
    const handle = await open(file, 'r')
    try {
      const buffer = Buffer.alloc(LARGEST_CLASS_FILE + 1)
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
      if (bytesRead > LARGEST_CLASS_FILE) return { ok: false, why: classMessages.notJson({ file: name }) }
      return readClassFile(name, buffer.subarray(0, bytesRead).toString('utf8'))
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { ok: false, why: classMessages.unreadable({ file: name, error: error instanceof Error ? error.message : String(error) }) }
  }
}
