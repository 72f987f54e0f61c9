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
