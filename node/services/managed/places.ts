export type Run = (program: string, words: readonly string[]) => Promise<{ readonly code: number; readonly printed: string }>

export interface ManagedPlace {
  readonly platform: NodeJS.Platform
  /** Windows folder; unused elsewhere. */
  readonly systemRoot?: string | undefined
  /** File on Linux and macOS; default: the documented one. */
  readonly file?: string
  /** Required owner; default: root. */
  readonly owner?: number
  readonly run?: Run
}

export const POLICY_FILE = '/etc/cmk-enablement-wizard/policy.json'
export const POLICY_PROFILE = '/Library/Managed Preferences/io.github.cmk-enablement-wizard.plist'
export const POLICY_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\CMK Enablement Wizard'
