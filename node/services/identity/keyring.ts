export interface Keyring {
  /** False if secrets would be protected only by file permissions. */
  isSafe(): boolean
  seal(text: string): Uint8Array
  /** @throws if sealed by another keyring, or damaged */
  unseal(content: Uint8Array): string
}

/** Used part of Electron's `safeStorage`. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(content: Buffer): string
  /** On Linux only. */
  getSelectedStorageBackend?(): string
}

/** Linux backends without encryption. Source: Electron's documentation of `safeStorage`. */
const OPEN_BACKENDS = ['basic_text', 'unknown']

/** The system's keyring through Electron; unprotected storage is never enabled. Decision 0042: in the keyring or not at all. */
export function electronKeyring(storage: SafeStorage, platform: NodeJS.Platform): Keyring {
  return {
    isSafe: () =>
      storage.isEncryptionAvailable() &&
      (platform !== 'linux' || !OPEN_BACKENDS.includes(storage.getSelectedStorageBackend?.() ?? 'unknown')),
    seal: (text) => storage.encryptString(text),
    unseal: (content) => storage.decryptString(Buffer.from(content)),
  }
}
