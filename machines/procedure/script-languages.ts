/** Script languages for a plan. `arm` and `bicep` contain what Azure Resource Manager can do, and describe the rest in words. */
export const SCRIPT_LANGUAGES = ['azure-cli', 'powershell', 'arm', 'bicep', 'terraform'] as const

export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number]

/** Not translated. */
export const LANGUAGE_TITLES: Readonly<Record<ScriptLanguage, string>> = {
  'azure-cli': 'Azure CLI (bash)',
  powershell: 'Azure PowerShell',
  arm: 'ARM template',
  bicep: 'Bicep',
  terraform: 'Terraform',
}
