/** Where the sign-in can be kept between two starts. */
export interface Keyring {
  /** False where secrets would be kept with no more protection than the file's own rights. */
  isSafe(): boolean
  seal(text: string): Uint8Array
  /** @throws when the content was sealed by another keyring, or is damaged */
  unseal(content: Uint8Array): string
}

/** As much of Electron's `safeStorage` as is used. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(content: Buffer): string
  /** On Linux only. */
  getSelectedStorageBackend?(): string
}

/** Backends of Linux that keep the key in the open. Source: Electron's documentation of `safeStorage`. */
const OPEN_BACKENDS = ['basic_text', 'unknown']

/**
 * The operating system's keyring, through Electron. Unprotected storage is never turned on.
 * Decision 0042: in the keyring or not at all.
 */
export function electronKeyring(storage: SafeStorage, platform: NodeJS.Platform): Keyring {
  return {
    isSafe: () =>
      storage.isEncryptionAvailable() &&
      (platform !== 'linux' || !OPEN_BACKENDS.includes(storage.getSelectedStorageBackend?.() ?? 'unknown')),
    seal: (text) => storage.encryptString(text),
    unseal: (content) => storage.decryptString(Buffer.from(content)),
  }
}
