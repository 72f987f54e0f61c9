import type { Cloud } from '../../machines/cloud/cloud.ts'

/** The languages a plan can be written in. `arm` and `bicep` hold what Azure Resource Manager can do, and say in words what it cannot. */
export const SCRIPT_LANGUAGES = ['azure-cli', 'powershell', 'arm', 'bicep', 'terraform'] as const

export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number]

/** How each language is called on a page. */
export const LANGUAGE_TITLES: Readonly<Record<ScriptLanguage, string>> = {
  'azure-cli': 'Azure CLI (bash)',
  powershell: 'Azure PowerShell',
  arm: 'ARM template',
  bicep: 'Bicep',
  terraform: 'Terraform',
}

/** What a script must know besides its actions. */
export interface ScriptContext {
  readonly cloud: Cloud
  /** The directory the script may work in. It stops in any other. */
  readonly tenantId: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly writtenAt: number
}

/** Text by file name. The first one is the one to begin with. */
export type ScriptFiles = Readonly<Record<string, string>>
