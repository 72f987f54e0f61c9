import type { Cloud } from '#machines/cloud/cloud.ts'

/** Cloud names in other tools. Sources: Microsoft's enterprise policy scripts (13 May 2026) and its Terraform provider (21 August 2026). */
export interface CloudWords {
  readonly azure: string
  /** `Add-PowerAppsAccount -Endpoint`. */
  readonly powerApps: string
  readonly terraform: string
  /** `cloud` of Terraform's power-platform. */
  readonly powerPlatformTerraform: string
}

const WORDS: Readonly<Record<string, CloudWords>> = {
  commercial: { azure: 'AzureCloud', powerApps: 'prod', terraform: 'public', powerPlatformTerraform: 'public' },
  gcc: { azure: 'AzureCloud', powerApps: 'usgov', terraform: 'public', powerPlatformTerraform: 'gcc' },
  'gcc-high': { azure: 'AzureUSGovernment', powerApps: 'usgovhigh', terraform: 'usgovernment', powerPlatformTerraform: 'gcchigh' },
  dod: { azure: 'AzureUSGovernment', powerApps: 'dod', terraform: 'usgovernment', powerPlatformTerraform: 'dod' },
  china: { azure: 'AzureChinaCloud', powerApps: 'china', terraform: 'china', powerPlatformTerraform: 'china' },
}

/** Undefined for a custom cloud. */
export const cloudWords = ({ id }: Cloud): CloudWords | undefined => (Object.hasOwn(WORDS, id) ? WORDS[id] : undefined)
