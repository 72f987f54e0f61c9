/** Ends with what a program printed, or fails as it could not be started. */
export type Run = (program: string, words: readonly string[]) => Promise<{ readonly code: number; readonly printed: string }>

/** Where an organization's policy is, by system. */
export interface ManagedPlace {
  readonly platform: NodeJS.Platform
  /** Folder of Windows; elsewhere it's not looked at. */
  readonly systemRoot?: string | undefined
  /** Of the file on Linux and macOS; absent: where it is documented. */
  readonly file?: string
  /** The user that the file must belong to; absent: root. */
  readonly owner?: number
  readonly run?: Run
}

export const POLICY_FILE = '/etc/cmk-enablement-wizard/policy.json'
export const POLICY_PROFILE = '/Library/Managed Preferences/io.github.cmk-enablement-wizard.plist'
export const POLICY_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\CMK Enablement Wizard'
