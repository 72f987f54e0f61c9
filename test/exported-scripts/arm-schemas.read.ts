import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Ajv from 'ajv-draft-04'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeScript } from '#node/exporters/write-script.ts'
import { context } from '../node/exporters/samples.ts'
import { namedPlans } from './named-plans.ts'
import type { NamedPlan } from './practised-plans.ts'

/**
 * The schemas that Microsoft publishes for templates, from a checkout of github.com/Azure/azure-resource-manager-schemas: they are 1 GB, and not
 * in the npm registry. `ARM_SCHEMAS` names its folder `schemas`; without it these tests are skipped.
 */
const folder = process.env['ARM_SCHEMAS'] ?? ''

const PUBLISHED = /^https?:\/\/schema\.management\.azure\.com\/schemas\/([^#]+)/

const json = z.record(z.string(), z.json())
type Json = z.infer<typeof json>

const read = async (name: string): Promise<Json> =>
  json.parse(loosened(json.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')))))

/** Enterprise policies are written with the version that the service takes; only its preview is published. */
const PUBLISHED_INSTEAD: Readonly<Record<string, string>> = {
  '2020-10-30/Microsoft.PowerPlatform.json': '2020-10-30-preview/Microsoft.PowerPlatform.json',
}

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  loadSchema: (address) => read(PUBLISHED.exec(address)?.[1] ?? address),
})

/** The schemas say `oneOf` where several may hold, since an expression is a text too, and measure its length where it stands for a value. */
function loosened(schema: z.core.util.JSONType): z.core.util.JSONType {
  if (Array.isArray(schema)) return schema.map(loosened)
  if (typeof schema !== 'object' || schema === null) return schema
  const members = Object.entries(schema).filter(([name, member]) => name !== 'maxLength' || typeof member !== 'number')
  return Object.fromEntries(members.map(([name, member]) => [name === 'oneOf' ? 'anyOf' : name, loosened(member)]))
}

/** A template's own schema without those of the resources in it: each of these is checked by its own. */
function withoutResources(schema: z.core.util.JSONType): z.core.util.JSONType {
  if (Array.isArray(schema)) return schema.map(withoutResources)
  if (typeof schema !== 'object' || schema === null) return schema
  const address = schema['$ref']
  if (typeof address === 'string' && PUBLISHED.test(address) && !address.includes('/common/definitions.json')) return {}
  return Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, withoutResources(member)]))
}

const resource = z.looseObject({ type: z.string(), apiVersion: z.string() })
const template = z.looseObject({ $schema: z.string(), resources: z.array(resource) })
const deployment = z.object({ properties: z.object({ template }) })

type Resource = z.infer<typeof resource>

const PLACES = ['resourceDefinitions', 'subscription_resourceDefinitions', 'extension_resourceDefinitions', 'unknown_resourceDefinitions']
const definition = z.looseObject({ properties: z.looseObject({ type: z.looseObject({ enum: z.array(z.string()) }) }) })

/** Violations of a resource's schema, by provider and version. */
async function problemsOf({ type, apiVersion, ...others }: Resource): Promise<readonly string[]> {
  const written = `${apiVersion}/${type.split('/')[0]}.json`
  const name = PUBLISHED_INSTEAD[written] ?? written
  const schema = await read(name)
  const id = String(schema['id']).replace(/#$/, '')
  const pointers = PLACES.flatMap((place) =>
    Object.entries(json.optional().parse(schema[place]) ?? {}).flatMap(([key, found]) =>
      definition.safeParse(found).data?.properties.type.enum.includes(type) ? [`${id}#/${place}/${key}`] : [],
    ),
  )
  if (pointers.length === 0) return [`${name} has no ${type}`]
  const validate = ajv.getSchema(pointers[0] ?? '') ?? (await ajv.compileAsync({ anyOf: pointers.map(($ref) => ({ $ref })) }))
  const version = name.split('/')[0]
  return validate({ type, apiVersion: version, ...others })
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${type}${instancePath} ${message}`)
}

/** Violations in a template and all resources in it, at any depth. */
async function problemsOfTemplate(written: z.infer<typeof template>): Promise<readonly string[]> {
  const name = PUBLISHED.exec(written.$schema)?.[1] ?? ''
  const validate = ajv.getSchema(written.$schema) ?? (await ajv.compileAsync(json.parse(withoutResources(await read(name)))))
  // The schema of all resources allows no expression for tags. Each resource's own schema does, and is checked below.
  const withoutTags = { ...written, resources: written.resources.map(({ tags: _tags, ...others }) => others) }
  const own = validate(withoutTags) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`)
  const problems = [...own]
  // One after the other: a schema that two ask for at once would be added twice.
  for (const each of written.resources) {
    problems.push(...(await problemsOf(each)))
    const inner = deployment.safeParse(each)
    if (inner.success) problems.push(...(await problemsOfTemplate(inner.data.properties.template)))
  }
  return problems
}

describe.skipIf(!existsSync(path.join(folder, 'common/definitions.json')))(
  'the published schemas of ARM templates',
  { timeout: 300_000 },
  () => {
    let plans: readonly NamedPlan[] = []
    beforeAll(async () => {
      plans = await namedPlans()
    }, 300_000)

    it('find nothing wrong in any template', async () => {
      const seen = new Set<string>()
      for (const { from, plan } of plans) {
        const text = writeScript('arm', plan, context)['enable-cmk.template.json'] ?? ''
        if (seen.has(text)) continue
        seen.add(text)
        expect(await problemsOfTemplate(template.parse(JSON.parse(text))), from).toEqual([])
      }
      expect(seen.size).toBeGreaterThan(10)
    })

    it('find nothing wrong in any parameters file', async () => {
      const validate = await ajv.compileAsync(json.parse(withoutResources(await read('2019-04-01/deploymentParameters.json'))))
      for (const { from, plan } of plans) {
        const text = writeScript('arm', plan, context)['enable-cmk.parameters.json'] ?? ''
        expect(validate(JSON.parse(text)) ? [] : validate.errors, from).toEqual([])
      }
    })

    it('find what is wrong', async () => {
      const lock = { type: 'Microsoft.Authorization/locks', apiVersion: '2020-05-01', name: 'a', properties: { level: 'Sometimes' } }
      expect(await problemsOf(lock)).not.toEqual([])
      expect(
        await problemsOfTemplate({
          $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
          resources: [],
        }),
      ).not.toEqual([])
    })
  },
)
