import { describe, expect, it } from 'vitest'
import {
  GEOGRAPHIES,
  geographyOf,
  isPolicyLocationInferred,
  locationWord,
  policyLocationFor,
  policyPlace,
  regionInGeography,
  regionTitle,
  sameGeography,
} from '#machines/procedure/geography.ts'

it('calls every region by its name, and leaves an unknown code as it is', () => {
  const named = GEOGRAPHIES.flatMap(({ regions }) => regions).map((code) => [code, regionTitle(code)] as const)
  for (const [code, title] of named) expect(title, code).toMatch(/^[A-Z]/)
  expect(regionTitle('westeurope')).toBe('West Europe')
  expect(regionTitle('marsnorth')).toBe('marsnorth')
})

it('calls them as Microsoft’s list of regions of 21 March 2025 does, which has no Jio India', () => {
  const documented = new Set(
    [
      ...['Australia Central, Australia Central 2, Australia East, Australia Southeast, Brazil South, Brazil Southeast, Canada Central'],
      ...['Canada East, Central India, Central US, East Asia, East US, East US 2, France Central, France South, Germany North'],
      ...['Germany West Central, Italy North, Japan East, Japan West, Korea Central, Korea South, North Central US, North Europe'],
      ...['Norway East, Norway West, South Africa North, South Africa West, South Central US, South India, Southeast Asia'],
      ...['Sweden Central, Sweden South, Switzerland North, Switzerland West, UAE Central, UAE North, UK South, UK West'],
      ...['West Central US, West Europe, West India, West US, West US 2, West US 3'],
    ].flatMap((line) => line.split(', ')),
  )
  const titles = GEOGRAPHIES.flatMap(({ regions }) => regions).map(regionTitle)
  expect([...new Set(titles)].filter((title) => !documented.has(title))).toEqual(['Jio India West', 'Jio India Central'])
})

describe('the table of geographies', () => {
  it('names each geography once, in the words of the admin API', () => {
    const locations = GEOGRAPHIES.map((geography) => geography.location)
    expect(new Set(locations).size).toBe(locations.length)
    for (const { location, policyLocation, regions } of GEOGRAPHIES) {
      for (const word of [location, policyLocation, ...regions]) expect(word).toBe(locationWord(word))
      expect(new Set(regions).size).toBe(regions.length)
      expect(regions.length).toBeGreaterThan(0)
    }
  })

  it('holds every location word of the document’s newest edition', () => {
    const documented =
      'unitedstates southafrica uk japan india france europe germany switzerland canada brazil australia asia uae korea norway singapore sweden'
    const words = new Set(GEOGRAPHIES.map((geography) => geography.policyLocation))
    expect(documented.split(' ').filter((word) => !words.has(word))).toEqual([])
  })

  it('is found with any case and spaces of the word', () => {
    expect(geographyOf('United Kingdom')?.policyLocation).toBe('uk')
    expect(geographyOf('atlantis')).toBeUndefined()
  })
})

describe('the location word of a new policy', () => {
  it.each([
    ['unitedstates', [], 'unitedstates'],
    ['unitedstatesfirstrelease', [], 'unitedstates'],
    ['unitedkingdom', [], 'uk'],
    ['unitedkingdom', ['uk', 'unitedkingdom'], 'uk'],
    ['unitedkingdom', ['United Kingdom'], 'unitedkingdom'],
    ['southamerica', [], 'brazil'],
    ['southamerica', ['South America'], 'southamerica'],
    ['southamerica', ['brazil', 'southamerica'], 'brazil'],
    ['unitedarabemirates', ['unitedarabemirates'], 'unitedarabemirates'],
    ['unitedarabemirates', ['uae'], 'uae'],
    ['unitedarabemirates', ['europe'], 'uae'],
    ['Atlantis', [], 'atlantis'],
  ])('for an environment in %s where %j is offered is %s', (location, offered, word) => {
    expect(policyLocationFor(location, offered)).toBe(word)
  })
})

describe('the same geography', () => {
  it('is said by the environment’s word and by both editions’ words, and by no other', () => {
    for (const { location, policyLocation, olderPolicyLocation } of GEOGRAPHIES) {
      for (const word of [location, policyLocation, olderPolicyLocation ?? location, policyLocation.toUpperCase()])
        expect(sameGeography(location, word), `${location} ${word}`).toBe(true)
      expect(sameGeography(location, 'atlantis')).toBe(false)
    }
    expect(sameGeography('unitedstates', 'europe')).toBe(false)
    expect(sameGeography('southamerica', 'uae')).toBe(false)
  })

  it('is the one a policy is created in, regardless of the offered ones', () => {
    for (const { location } of GEOGRAPHIES)
      for (const offered of [[], ['brazil'], ['southamerica'], ['uk'], [location]])
        expect(sameGeography(location, policyLocationFor(location, offered))).toBe(true)
  })
})

describe('a region', () => {
  it.each([
    ['unitedstates', 'eastus', true],
    ['unitedstates', 'East US 2', true],
    ['asia', 'southeastasia', true],
    ['singapore', 'southeastasia', true],
    ['unitedstates', 'uksouth', false],
    ['europe', 'francecentral', false],
    ['unitedstates', 'moonbase1', undefined],
    ['atlantis', 'eastus', undefined],
  ])('of %s: %s is inside, outside or unknown: %s', (location, region, inside) => {
    expect(regionInGeography(location, region)).toBe(inside)
  })
})

describe('a location word that no document names', () => {
  it.each([
    ['europe', [], false],
    ['southamerica', [], true],
    ['southamerica', ['brazil'], true],
    ['southamerica', ['South America'], false],
    ['unitedarabemirates', [], true],
    ['italy', [], true],
    ['italy', ['europe'], true],
    ['Italy', ['Italy'], false],
    ['atlantis', [], true],
    ['atlantis', ['Atlantis'], false],
    ['unitedstatesfirstrelease', ['unitedstates'], true],
  ])('for %s where %j is offered: %s', (location, offered, inferred) => {
    expect(isPolicyLocationInferred(location, offered)).toBe(inferred)
  })
})

describe('the place of a policy', () => {
  it.each([
    ['unitedstates', 'United States'],
    ['uk', 'United Kingdom'],
    ['southamerica', 'South America'],
    ['Brazil', 'South America'],
    ['atlantis', 'atlantis'],
  ])('%s is called %s', (location, called) => {
    expect(policyPlace(location)).toBe(called)
  })
})
