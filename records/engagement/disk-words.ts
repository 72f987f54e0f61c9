/** What a refusal of the disk means and what to do about it, by the system's code. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space on it; then what happens is put on record again by itself.',
  EDQUOT:
    'Your share of this disk is used up. Free some space or have your quota raised; then what happens is put on record again by itself.',
  EROFS: 'The disk can only be read. Make it writable, or start the wizard with another folder for its data.',
  EACCES: 'This account may not write there. Give it the right to write in that folder.',
  EPERM: 'This account may not write there. Give it the right to write in that folder.',
  EIO: 'The disk fails. Look after it, and keep a copy of that folder, before you go on.',
}

/** Why the record cannot be kept, for the person: what it means and what to do, then the system's own words. */
export function diskWords(error: unknown): string {
  const words = error instanceof Error && 'code' in error && typeof error.code === 'string' ? WORDS[error.code] : undefined
  const own = error instanceof Error ? error.message : String(error)
  return words === undefined ? own : `${words} The system says: ${own}.`
}
