import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { BUILT_IN, type Template } from '#machines/procedure/templates/template.ts'
import { readTemplates, templatesFile, writeTemplates } from '#node/records/templates/templates-file.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'

const template = (name: string, over: Partial<Template> = {}): Template => ({ name, ...BUILT_IN, ...over })
const why = (content: string) => {
  const read = readTemplates(content, 'templates.json')
  return read.ok ? 'read' : english.text(read.why)
}
const file = (body: object) => JSON.stringify({ schema: 1, ...body })

describe('a file of templates', () => {
  it('is read as it was written', () => {
    const all = {
      list: [
        template('A', {
          values: [{ tenantId: 't', variable: 'customer', value: 'ctso' }],
          tags: [{ name: 'owner', value: '{customer}' }],
          protection: { locks: ['vault', 'policy'], rotation: true, auditLog: true, expiryAlert: true },
        }),
      ],
      chosen: 'A',
    }
    expect(readTemplates(writeTemplates(all), 'x')).toEqual({ ok: true, templates: all })
  })

  it.each<[string, string, string]>([
    ['cut', '{"schema":1,"list":[', 'holds no templates'],
    ['of another kind', '{"list":[]}', 'holds no templates'],
    ['of a newer version', '{"schema":4,"list":[]}', 'is of version 4'],
    ['with an unknown member', file({ list: [{ ...template('A'), script: 'x' }] }), 'list[1]'],
    ['with another key size', file({ list: [{ ...template('A'), keySize: 1024 }] }), 'list[1].keySize'],
    [
      'with a missing name',
      file({ list: [{ ...template('A'), names: { ...BUILT_IN.names, keyName: undefined } }] }),
      'list[1].names.keyName',
    ],
    ['with a control character', file({ list: [template('A\u0000')] }), 'list[1].name'],
    [
      'with a hostile value',
      file({ list: [template('A', { values: [{ variable: 'x', value: '=cmd|calc' }] })] }),
      'list[1].values[1].value',
    ],
    [
      'with a tag that Azure refuses',
      file({ list: [template('A', { tags: [{ name: 'a/b', value: '' }] })] }),
      'Template A: Don’t use < > % & \\ ? / = in a tag name',
    ],
    ['with a tag of an unknown variable', file({ list: [template('A', { tags: [{ name: 'a', value: '{org}' }] })] }), 'uses “org”'],
    [
      'with a workspace, which belongs to one customer',
      file({ list: [{ ...template('A'), protection: { locks: [], auditLog: '/subscriptions/s/x' } }] }),
      'list[1].protection.auditLog',
    ],
    [
      'with people of one customer',
      file({ list: [{ ...template('A'), protection: { locks: [], mail: ['ada@contoso.example'] } }] }),
      'list[1].protection',
    ],
    ['with an unknown lock', file({ list: [{ ...template('A'), protection: { locks: ['tenant'] } }] }), 'list[1].protection.locks[1]'],
    ['with two of a name', file({ list: [template('A'), template('a')] }), 'Two templates are called a'],
    [
      'with a variable that nothing gives',
      file({ list: [template('A', { names: { ...BUILT_IN.names, keyName: '{org}' } })] }),
      'The template A uses “org”',
    ],
    ['that chooses none of its own', file({ list: [], chosen: 'B' }), 'no template called B'],
  ])('is refused by name where it is %s', (_, content, said) => {
    expect(why(content)).toContain(said)
  })

  it('is refused where it is huge', () => {
    expect(why(file({ list: Array.from({ length: 101 }, (_, index) => template(`T${index}`)) }))).toContain('Couldn’t read list')
  })
})

describe('a file of an earlier version', () => {
  const tags = [{ name: 'owner', value: 'x' }]
  it.each<[string, number, Template]>([
    ['without tags', 1, template('A')],
    ['without protections', 2, template('A', { tags })],
  ])('is read, %s', (_, schema, of) => {
    expect(readTemplates(JSON.stringify({ schema, list: [of] }), 'x')).toEqual({ ok: true, templates: { list: [of] } })
  })
})

describe('the templates in the profile', () => {
  let folder = ''
  beforeEach(() => {
    folder = testFolder()
  })
  const open = () => templatesFile(path.join(folder, 'templates.json'), () => 0)

  it('are none at first, and none is in use', async () => {
    expect(await open().read()).toEqual({ list: [] })
    expect(await open().chosen()).toBeUndefined()
  })

  it('keep which one is in use', async () => {
    expect((await open().change({ list: [template('A'), template('B')], chosen: 'B' })).ok).toBe(true)
    expect((await open().chosen())?.name).toBe('B')
  })

  it('take those of a file in place of the same ones, and keep the others and the one in use', async () => {
    await open().change({ list: [template('A'), template('B')], chosen: 'A' })
    const taken = await open().take(writeTemplates({ list: [template('b', { keySize: 2048 }), template('C')], chosen: 'C' }), 'backup.json')
    expect(taken).toMatchObject({ ok: true, value: { chosen: 'A', list: [{ name: 'A' }, { name: 'b', keySize: 2048 }, { name: 'C' }] } })
  })

  it('survive another change at the same time', async () => {
    await Promise.all(['A', 'B', 'C'].map((name) => open().take(writeTemplates({ list: [template(name)] }), `${name}.json`)))
    expect((await open().read()).list.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
  })

  it('stay as they are where a file is refused', async () => {
    await open().change({ list: [template('A')] })
    expect((await open().take('{}', 'x.json')).ok).toBe(false)
    expect(await open().read()).toEqual({ list: [template('A')] })
  })

  it('keep what can’t be read beside the new file', async () => {
    writeFileSync(path.join(folder, 'templates.json'), '{"schema":1,"list":')
    expect(await open().read()).toEqual({ list: [] })
    await open().change({ list: [template('A')] })
    expect(readdirSync(folder)).toHaveLength(2)
  })
})
