/**
 * Power Platform geographies, with the location word of an enterprise policy and the Azure regions of each.
 * Sources: location words from "Manage your customer-managed encryption key" (9 June 2025; older words from its edition
 * of 24 August 2023), geographies from the admin API's list of locations, Azure regions from that list and Azure's own.
 * Azure adds regions: a missing one is unknown, not wrong.
 */
export interface Geography {
  /** `location` of an environment in the admin API. */
  readonly location: string
  readonly title: string
  /** Location word of an enterprise policy, per the newest edition. */
  readonly policyLocation: string
  /** Word of the older edition, if it changed; a subscription's provider tells which one it accepts. */
  readonly olderPolicyLocation?: string
  /** Undocumented: inferred from the pattern, or from comparing two lists. */
  readonly inferred?: true
  readonly regions: readonly string[]
}

export const GEOGRAPHIES: readonly Geography[] = [
  {
    location: 'unitedstates',
    title: 'United States',
    policyLocation: 'unitedstates',
    regions: ['eastus', 'eastus2', 'centralus', 'northcentralus', 'southcentralus', 'westcentralus', 'westus', 'westus2', 'westus3'],
  },
  {
    location: 'unitedstatesfirstrelease',
    title: 'Preview (United States)',
    policyLocation: 'unitedstates',
    inferred: true,
    regions: ['eastus', 'eastus2', 'centralus', 'westus', 'westus2', 'westus3'],
  },
  { location: 'europe', title: 'Europe', policyLocation: 'europe', regions: ['westeurope', 'northeurope'] },
  { location: 'asia', title: 'Asia', policyLocation: 'asia', regions: ['eastasia', 'southeastasia'] },
  {
    location: 'australia',
    title: 'Australia',
    policyLocation: 'australia',
    regions: ['australiaeast', 'australiasoutheast', 'australiacentral', 'australiacentral2'],
  },
  {
    location: 'india',
    title: 'India',
    policyLocation: 'india',
    regions: ['centralindia', 'southindia', 'westindia', 'jioindiawest', 'jioindiacentral'],
  },
  { location: 'japan', title: 'Japan', policyLocation: 'japan', regions: ['japaneast', 'japanwest'] },
  { location: 'canada', title: 'Canada', policyLocation: 'canada', regions: ['canadacentral', 'canadaeast'] },
  { location: 'unitedkingdom', title: 'United Kingdom', policyLocation: 'uk', regions: ['uksouth', 'ukwest'] },
  {
    location: 'southamerica',
    title: 'South America',
    policyLocation: 'brazil',
    olderPolicyLocation: 'southamerica',
    inferred: true,
    regions: ['brazilsouth', 'brazilsoutheast'],
  },
  { location: 'france', title: 'France', policyLocation: 'france', regions: ['francecentral', 'francesouth'] },
  {
    location: 'unitedarabemirates',
    title: 'United Arab Emirates',
    policyLocation: 'uae',
    olderPolicyLocation: 'unitedarabemirates',
    inferred: true,
    regions: ['uaenorth', 'uaecentral'],
  },
  { location: 'germany', title: 'Germany', policyLocation: 'germany', regions: ['germanywestcentral', 'germanynorth'] },
  { location: 'switzerland', title: 'Switzerland', policyLocation: 'switzerland', regions: ['switzerlandnorth', 'switzerlandwest'] },
  { location: 'norway', title: 'Norway', policyLocation: 'norway', regions: ['norwayeast', 'norwaywest'] },
  { location: 'korea', title: 'Korea', policyLocation: 'korea', regions: ['koreacentral', 'koreasouth'] },
  { location: 'southafrica', title: 'South Africa', policyLocation: 'southafrica', regions: ['southafricanorth', 'southafricawest'] },
  { location: 'sweden', title: 'Sweden', policyLocation: 'sweden', regions: ['swedencentral', 'swedensouth'] },
  { location: 'singapore', title: 'Singapore', policyLocation: 'singapore', regions: ['southeastasia'] },
  { location: 'italy', title: 'Italy', policyLocation: 'italy', inferred: true, regions: ['italynorth'] },
]

/** Same word for "East US", "eastus" and "EastUS", because providers answer with display names. */
export const locationWord = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, '')

/**
 * Display names of the regions above: "List of Azure regions" (21 March 2025). Jio India's regions are missing there;
 * their names are from Azure's list of locations in 2023.
 */
const REGION_TITLES: readonly string[] = [
  ...['East US', 'East US 2', 'Central US', 'North Central US', 'South Central US', 'West Central US', 'West US', 'West US 2', 'West US 3'],
  ...['West Europe', 'North Europe', 'East Asia', 'Southeast Asia'],
  ...['Australia East', 'Australia Southeast', 'Australia Central', 'Australia Central 2'],
  ...['Central India', 'South India', 'West India', 'Jio India West', 'Jio India Central', 'Japan East', 'Japan West'],
  ...['Canada Central', 'Canada East', 'UK South', 'UK West', 'Brazil South', 'Brazil Southeast', 'France Central', 'France South'],
  ...['UAE North', 'UAE Central', 'Germany West Central', 'Germany North', 'Switzerland North', 'Switzerland West'],
  ...['Norway East', 'Norway West', 'Korea Central', 'Korea South', 'South Africa North', 'South Africa West'],
  ...['Sweden Central', 'Sweden South', 'Italy North'],
]

/** Display name without a subscription; an unknown code stays a code. */
export function regionTitle(code: string): string {
  const word = locationWord(code)
  return REGION_TITLES.find((title) => locationWord(title) === word) ?? code
}

/** @param location `location` of an environment, any case */
export function geographyOf(location: string): Geography | undefined {
  return GEOGRAPHIES.find((geography) => geography.location === locationWord(location))
}

/** Display name of a policy's location, or the word itself if unknown. */
export function policyPlace(location: string): string {
  const word = locationWord(location)
  const called = ({ policyLocation, olderPolicyLocation }: Geography) => policyLocation === word || olderPolicyLocation === word
  return GEOGRAPHIES.find(called)?.title ?? location
}

/** Location words for an environment's geography: the newest edition's, the older one's, the environment's own. */
function policyWords(environmentLocation: string): readonly [string, ...string[]] {
  const own = locationWord(environmentLocation)
  const geography = geographyOf(environmentLocation)
  if (!geography) return [own]
  const { policyLocation, olderPolicyLocation } = geography
  return [policyLocation, ...(olderPolicyLocation ? [olderPolicyLocation] : []), own]
}

/**
 * Location word of a new policy. Editions and lists differ, so the subscription's own list decides.
 * @param offered locations of the `enterprisePolicies` resource type in the subscription; may be empty
 */
export function policyLocationFor(environmentLocation: string, offered: readonly string[]): string {
  const words = policyWords(environmentLocation)
  const listed = offered.map(locationWord)
  return words.find((word) => listed.includes(word)) ?? words[0]
}

/** Whether the location word is only inferred and not confirmed by the subscription's list. An inferred word must be shown as one. */
export function isPolicyLocationInferred(environmentLocation: string, offered: readonly string[]): boolean {
  const geography = geographyOf(environmentLocation)
  if (geography && !geography.inferred) return false
  const word = policyLocationFor(environmentLocation, offered)
  return word !== locationWord(environmentLocation) || !offered.map(locationWord).includes(word)
}

/** Whether a policy in this location can hold the environment: case-insensitive, either edition's word. */
export function sameGeography(environmentLocation: string, policyLocation: string): boolean {
  return policyWords(environmentLocation).includes(locationWord(policyLocation))
}

/** Whether an Azure region is in the environment's geography; undefined if either is unknown. */
export function regionInGeography(environmentLocation: string, region: string): boolean | undefined {
  const geography = geographyOf(environmentLocation)
  const word = locationWord(region)
  if (!geography || !GEOGRAPHIES.some((entry) => entry.regions.includes(word))) return undefined
  return geography.regions.includes(word)
}
