import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { importEnvironments, takeIn } from '#node/practice/import-environments.ts'
import { testFolder } from '../../folder.ts'
import { environmentIn, listOf, practise } from './practise.ts'

const ID = '0f5c8e7a-1b2c-4d3e-8f90-a1b2c3d4e5f6'

const payload = (name = ID, displayName = 'Imported', more: object = {}) => ({
  id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${name}`,
  type: 'Microsoft.BusinessAppPlatform/scopes/environments',
  location: 'europe',
  name,
  properties: {
    displayName,
    environmentSku: 'Sandbox',
    somethingNew: { nested: [1, null, 'x'] },
    linkedEnvironmentMetadata: null,
    ...more,
  },
})
const file = (content: unknown, name = 'a.json') => ({ file: name, text: typeof content === 'string' ? content : JSON.stringify(content) })

describe('files with environments', () => {
  test('hold one, or a list', () => {
    expect(takeIn([file(payload())]).environments).toEqual([payload()])
    expect(takeIn([file({ value: [payload('a', 'A'), payload('b', 'B')] })]).environments.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test('may begin with a byte order mark', () => {
    expect(takeIn([file(`\uFEFF${JSON.stringify(payload())}`)]).environments).toHaveLength(1)
  })

  test.each([
    ['{"name":', 'is not JSON'],
    ['', 'is not JSON'],
    ['<html>', 'is not JSON'],
    ['null', 'is not an environment'],
    [[], 'is not an environment'],
    [{ name: ID }, 'is not an environment'],
    [{ ...payload(), name: '../../etc/passwd' }, 'must be an id'],
    [payload(ID, 'x', { linkedEnvironmentMetadata: { instanceUrl: 'http://contoso.crm.dynamics.com' } }), 'must be an https address'],
    [payload(ID, 'x', { environmentSku: 7 }), 'properties.environmentSku'],
    [{ error: { code: 'EnvironmentNotFound', message: 'x' } }, 'error answer (EnvironmentNotFound)'],
    [{ state: { id: 'Failed' }, type: { id: 'Create' } }, 'lifecycle operation'],
    [{ value: [] }, 'empty list'],
    [{ value: [{ type: 'Microsoft.BusinessAppPlatform/locations' }] }, 'list of Microsoft.BusinessAppPlatform/locations'],
    [payload(ID, 'x', { deep: JSON.parse('['.repeat(100) + ']'.repeat(100)) }), 'nested'],
  ])('are refused by name when they hold %j', (content, why) => {
    const { environments, refused } = takeIn([file(content, 'odd.json')])
    expect(environments).toEqual([])
    expect(refused).toHaveLength(1)
    expect(refused[0]?.file).toBe('odd.json')
    expect(refused[0]?.why).toContain(why)
  })

  test('that are nested beyond all measure are refused, not stumbled over', () => {
    const deep = `{"name":"a","location":"x","id":"y","properties":{"displayName":"d","environmentSku":"s","deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`
    expect(takeIn([file(deep)]).refused[0]?.why).toContain('levels deep')
  })

  test('lose only the bad ones of a list, and say which', () => {
    const { environments, refused } = takeIn([file({ value: [payload(), { name: 'b' }] })])
    expect(environments).toHaveLength(1)
    expect(refused[0]?.why).toContain('in place 2')
  })

  test('that hold the same environment twice keep the first', () => {
    const { environments, refused } = takeIn([file(payload(), 'a.json'), file(payload(ID.toUpperCase()), 'b.json')])
    expect(environments).toHaveLength(1)
    expect(refused).toMatchObject([{ file: 'b.json', why: expect.stringContaining('a.json') }])
  })

  test('that contain another environment with the same, masked ID give it a new one, always the same, and say so', () => {
    const both = () => takeIn([file(payload(), 'a.json'), file(payload(ID, 'Other'), 'b.json')])
    const { environments, notices } = both()
    expect(environments.map(({ properties }) => properties.displayName)).toEqual(['Imported', 'Other'])
    expect(environments[1]?.name).not.toBe(ID)
    expect(environments[1]?.id).toContain(environments[1]?.name)
    expect(notices).toMatchObject([{ file: 'b.json', what: expect.stringContaining('a.json') }])
    expect(both().environments).toEqual(environments)
  })
})

describe('a folder', () => {
  let folder = ''
  beforeEach(() => {
    folder = testFolder()
  })

  test('gives the environments of its JSON files in the order of their names, and passes over the others', async () => {
    writeFileSync(path.join(folder, 'b.json'), JSON.stringify(payload('b', 'B')))
    writeFileSync(path.join(folder, 'a.JSON'), JSON.stringify(payload('a', 'A')))
    writeFileSync(path.join(folder, 'README.md'), 'words')
    mkdirSync(path.join(folder, 'c.json'))
    const { environments, refused } = await importEnvironments(folder)
    expect(environments.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(refused).toEqual([{ file: 'c.json', why: 'is not a file' }])
  })

  test('with a file that is too large names it', async () => {
    writeFileSync(path.join(folder, 'large.json'), Buffer.alloc(32 * 1024 * 1024 + 1, ' '))
    expect((await importEnvironments(folder)).refused).toEqual([{ file: 'large.json', why: 'is larger than 32 MB' }])
  })

  test('that does not exist is said in words', async () => {
    await expect(importEnvironments(path.join(folder, 'none'))).rejects.toThrow(/cannot be read/)
  })
})

describe('imported environments in the tenant', () => {
  test('are in the list, and read exactly as they were given', async () => {
    const { bap } = practise('ready-to-enable', takeIn([file(payload())]).environments)
    expect(listOf(await bap('GET', '/scopes/admin/environments')).value).toHaveLength(5)
    expect((await bap('GET', `/scopes/admin/environments/${ID}`)).body).toEqual(payload())
  })

  test('replace an environment of the scenario that has the same ID', async () => {
    const { tenant } = practise('ready-to-enable')
    const { environmentId } = tenant.scenario
    const { bap } = practise('ready-to-enable', takeIn([file(payload(environmentId, 'Exported before'))]).environments)
    expect(listOf(await bap('GET', '/scopes/admin/environments')).value).toHaveLength(4)
    expect(environmentIn(await bap('GET', `/scopes/admin/environments/${environmentId}`)).properties.displayName).toBe('Exported before')
  })

  test('have a Dataverse organization that answers when they name one', async () => {
    const org = 'https://imported.crm4.dynamics.com'
    const app = { id: 'app', type: 'Linked', url: 'https://imported.operations.eu.dynamics.com/' }
    const taken = takeIn([file(payload(ID, 'Imported', { linkedEnvironmentMetadata: { instanceUrl: `${org}/` }, linkedAppMetadata: app }))])
    const answer = await practise('ready-to-enable', taken.environments).at(
      'GET',
      `${org}/api/data/v9.2/RetrieveFinanceAndOperationsIntegrationDetails`,
      `${org}/.default`,
    )
    expect(answer.body).toMatchObject({ Id: 'app', Url: 'https://imported.operations.eu.dynamics.com' })
  })
})

const FIXTURES = path.resolve(import.meta.dirname, '../../../../shared/fixtures/power-platform')
const exists = existsSync(FIXTURES)
if (!exists) console.warn('Payloads of the real admin API are not beside the repository: their tests are skipped.')

describe.skipIf(!exists)('payloads of the real admin API', () => {
  const read = (name: string) => z.looseObject({ name: z.string() }).parse(JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')))

  test('show up as environments, and what is none is refused by name', async () => {
    const { environments, refused } = await importEnvironments(FIXTURES)
    expect(environments.map(({ properties }) => properties.displayName)).toEqual([
      'displayname',
      'Example1',
      'TestEnvironmentNoDataverse',
      "Admin AdminOnMicrosoft's Environment",
      'displayname',
    ])
    expect(refused.map(({ file: name }) => name)).toEqual([
      'environment-linked-to-identity-policy.json',
      'error-environment-not-found.json',
      'error-operation-in-progress.json',
      'lifecycle-operation-failed.json',
      'lifecycle-operation-succeeded.json',
      'locations.json',
    ])
  })

  test.each([
    'environment-linked-to-encryption-policy.json',
    'environment-linked-to-identity-policy.json',
    'environment-managed.json',
    'environment-without-dataverse.json',
  ])('%s is served exactly as it is', async (name) => {
    const given = read(name)
    const { bap } = practise('ready-to-enable', takeIn([file(given, name)]).environments)
    expect((await bap('GET', `/scopes/admin/environments/${given.name}?$expand=properties/enterprisePolicies`)).body).toEqual(given)
  })
})
