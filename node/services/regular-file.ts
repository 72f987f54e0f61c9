import { constants, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { type DisplayText, type Message, verbatim } from '#machines/messages/message.ts'
import { namedFileMessages as messages } from './file-messages.ts'
import { onceReleased } from './released-files.ts'

/* The only way to read a file that a person, an argument, or a profile names (decision 0220). A pipe would wait for its writer, and hold
   one of the few threads for all files; a device has no end. */

export type FileFault = 'not-regular' | 'too-large'

/** A file that isn't read, although it's there. */
export class FileNotRead extends Error {
  override readonly name = 'FileNotRead'
  constructor(
    readonly fault: FileFault,
    readonly why: Message,
    /** In bytes, of a file that is too large. */
    readonly size?: number,
  ) {
    super(fault)
  }
}

/** Windows has neither pipes in its file system nor the constants. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/**
 * Opens a regular file for reading, without waiting.
 * @throws FileNotRead for a folder, pipe, socket, device, or link to itself; otherwise as the file system does
 */
export async function openRegular(file: string): Promise<{ readonly handle: FileHandle; readonly found: Stats }> {
  const handle = await onceReleased(() => open(file, READ_ONLY)).catch((error: unknown) => {
    if (hasCode(error, 'EISDIR')) throw new FileNotRead('not-regular', messages.folder)
    if (hasCode(error, 'ELOOP')) throw new FileNotRead('not-regular', messages.loop)
    throw hasCode(error, 'ENXIO', 'ENODEV') ? new FileNotRead('not-regular', messages.notRegular) : error
  })
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw new FileNotRead('not-regular', found.isDirectory() ? messages.folder : messages.notRegular)
    return { handle, found }
  } catch (error) {
    await handle.close()
    throw error
  }
}

const KB = 1024

const tooLarge = (largest: number, size: number): FileNotRead =>
  new FileNotRead('too-large', messages.tooLarge({ size: Math.max(1, Math.round(largest / KB)) }), size)

/**
 * Reads a regular file.
 * @param largest limit in bytes
 * @throws FileNotRead if it isn't a regular file, or larger; otherwise as the file system does
 */
export async function readRegular(file: string, largest: number): Promise<Buffer> {
  const { handle, found } = await openRegular(file)
  try {
    if (found.size > largest) throw tooLarge(largest, found.size)
    return await readUpTo(handle, largest, found.size)
  } finally {
    await handle.close()
  }
}

/** @param expected in bytes; a file may grow meanwhile, and the system's own files state no size */
async function readUpTo(handle: FileHandle, largest: number, expected: number): Promise<Buffer> {
  let buffer = Buffer.allocUnsafe(Math.min(largest, expected) + 1)
  for (let length = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null)
    length += bytesRead
    if (bytesRead === 0) return buffer.subarray(0, length)
    if (length > largest) throw tooLarge(largest, length)
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(largest + 1, buffer.length * 2 + KB))
  }
}

/** @see readRegular */
export const readRegularText = async (file: string, largest: number): Promise<string> => (await readRegular(file, largest)).toString('utf8')

/** In the wizard's words where it has some. */
export const whyNotRead = (error: unknown): DisplayText =>
  error instanceof FileNotRead ? error.why : verbatim(error instanceof Error ? error.message : String(error))
