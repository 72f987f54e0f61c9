import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { MANAGED_SETTINGS, type ManagedSetting } from '#machines/managed/settings.ts'
import { managedSchema } from '#node/services/managed/schema.ts'
import { repositoryRoot } from '../../../../tools/location.mjs'

const PUBLISHED = path.join(repositoryRoot, 'docs', 'managed-settings.schema.json')

/** For editors and for readers of the schema. */
const DESCRIPTIONS: Readonly<Record<ManagedSetting, string>> = {
  AllowedClouds: 'Clouds that people can sign in to. "custom" is a cloud that is given with --cloud-file.',
  AllowedSignInMethods: 'Ways that people and pipelines can sign in.',
  DefaultTenant: 'Tenant that the sign-in page begins with. Another one can be entered.',
  Proxy: '"direct", or the address of the proxy for every request. It replaces the proxy of the system and of HTTPS_PROXY.',
  ProxyExceptions: 'Hosts and domains that are reached without the proxy.',
  CertificateAuthorities: 'Full path of a PEM file with certificate authorities that are trusted besides the usual ones.',
  TeamStoreAddress: 'Address of the container that is the team store.',
  TeamStoreTenant: 'Tenant of the team store.',
  Updates: '"off": the wizard never looks for updates.',
  UpdateFeed: 'https address where the wizard looks for updates.',
  UpdateChannel: 'Which updates are offered.',
}

/** As docs has it for editors: each setting with what it is for. */
function schema(): unknown {
  const { properties = {}, ...rest } = z.toJSONSchema(managedSchema)
  const described = MANAGED_SETTINGS.map((name) => [name, { description: DESCRIPTIONS[name], ...Object(properties[name]) }])
  return {
    ...rest,
    title: 'Managed settings of the CMK Enablement Wizard',
    description: 'What an organization sets on a computer. See managed-settings.md.',
    properties: Object.fromEntries(described),
  }
}

it('is published as JSON Schema', () => {
  expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema())))
})

it('is explained for administrators, setting by setting', () => {
  const docs = readFileSync(path.join(repositoryRoot, 'docs', 'managed-settings.md'), 'utf8')
  expect(MANAGED_SETTINGS.filter((name) => !docs.includes(`| \`${name}\` |`))).toEqual([])
})
