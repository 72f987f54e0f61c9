// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { MANAGED_SETTINGS } from '#machines/managed/settings.ts'
import { CHANNELS } from '#machines/updates/update.ts'
import { acceptSettings } from '#node/services/managed/accept.ts'
import { POLICY_KEY, POLICY_PROFILE } from '#node/services/managed/places.ts'
import { LISTS } from '#node/services/managed/schema.ts'
import { repositoryRoot } from '../../../../tools/location.mjs'

const textOf = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8')

/** Every start of an element with its attributes and every end: enough of XML for files without anything else. */
function parse(file: string): Document {
  const text = textOf(file)
    .replace(/^<\?xml .*\?>\n/, '')
    .replace(/^<!DOCTYPE .*>\n/m, '')
  const open: string[] = []
  for (const [, end, name = '', alone] of text.replace(/<!--.*?-->/gs, '').matchAll(/<(\/?)([\w.]+)(?:\s+[\w:]+="[^"<&]*")*\s*(\/?)>/g)) {
    if (end) expect(open.pop(), file).toBe(name)
    else if (!alone) open.push(name)
  }
  expect(open, file).toEqual([])
  expect(text.replace(/<!--.*?-->/gs, '').replace(/<\/?[\w.]+(?:\s+[\w:]+="[^"<&]*")*\s*\/?>/g, ''), file).not.toMatch(
    /[<>]|&(?!amp;|lt;|gt;)/,
  )
  return new DOMParser().parseFromString(text, 'application/xml')
}

const all = (from: Document | Element, name: string) => [...from.getElementsByTagName(name)]
const named = (from: Document | Element, name: string, attribute: string) =>
  all(from, name).map((each) => each.getAttribute(attribute) ?? '')

describe('the templates for group policies', () => {
  const admx = parse('assets/admx/cmk-enablement-wizard.admx')
  const adml = parse('assets/admx/en-US/cmk-enablement-wizard.adml')
  const policies = all(admx, 'policy')

  it('have every setting, for the computer and with its own key', () => {
    expect(policies.map((policy) => policy.getAttribute('name'))).toEqual(MANAGED_SETTINGS)
    for (const policy of policies) {
      expect(policy.getAttribute('class')).toBe('Machine')
      expect(`HKEY_LOCAL_MACHINE\\${policy.getAttribute('key')}`.toLowerCase()).toBe(POLICY_KEY.toLowerCase())
    }
  })

  it('write each value under its name and with the type that is read', () => {
    const written = policies.map((policy) => {
      const [element] = all(policy, 'elements').flatMap((elements) => [...elements.children])
      return [element?.getAttribute('valueName') ?? policy.getAttribute('valueName'), element?.tagName ?? 'off']
    })
    const expected = MANAGED_SETTINGS.map((name) => {
      if (name === 'Updates') return [name, 'off']
      return [name, LISTS.includes(name) ? 'multiText' : name === 'UpdateChannel' ? 'enum' : 'text']
    })
    expect(written).toEqual(expected)
    expect(
      all(admx, 'enum')
        .flatMap((each) => all(each, 'string'))
        .map(({ textContent }) => textContent),
    ).toEqual(CHANNELS)
  })

  it('have a text for each name, and a field for each value', () => {
    const asked = [...textOf('assets/admx/cmk-enablement-wizard.admx').matchAll(/\$\(string\.(\w+)\)/g)].map(([, id]) => id)
    expect([...new Set(asked)].toSorted()).toEqual(named(adml, 'string', 'id').toSorted())
    const fields = all(adml, 'presentation').map((each) => [each.getAttribute('id'), each.children[0]?.getAttribute('refId')])
    expect(fields).toEqual(MANAGED_SETTINGS.filter((name) => name !== 'Updates').map((name) => [name, name]))
    const shown = policies.flatMap((policy) => policy.getAttribute('presentation') ?? [])
    expect(shown).toEqual(fields.map(([id]) => `$(presentation.${id})`))
  })
})

/** Content of a property list. */
function held(element: Element | undefined): unknown {
  const children = [...(element?.children ?? [])]
  if (element?.tagName === 'array') return children.map(held)
  if (element?.tagName !== 'dict') return element?.textContent
  return Object.fromEntries(children.flatMap((each, at) => (each.tagName === 'key' ? [[each.textContent, held(children[at + 1])]] : [])))
}

describe('the sample of a profile for macOS', () => {
  const domain = path.basename(POLICY_PROFILE, '.plist')

  it('is for the app as it is packaged', () => {
    expect(/^appId: (.+)$/m.exec(textOf('electron-builder.yml'))?.[1]).toBe(domain)
  })

  it('has every setting, with a value that is accepted', () => {
    const profile = held(parse('assets/macos/cmk-enablement-wizard.mobileconfig').documentElement.children[0])
    expect(profile).toMatchObject({
      PayloadScope: 'System',
      PayloadContent: [{ PayloadContent: { [domain]: { Forced: [{ mcx_preference_settings: expect.anything() }] } } }],
    })
    const [dict] = all(parse('assets/macos/cmk-enablement-wizard.mobileconfig'), 'key')
      .filter(({ textContent }) => textContent === 'mcx_preference_settings')
      .flatMap((key) => key.nextElementSibling ?? [])
    const settings = held(dict)
    expect(Object.keys(Object(settings))).toEqual(MANAGED_SETTINGS)
    expect(acceptSettings('profile', settings)).toEqual({ settings })
  })
})
