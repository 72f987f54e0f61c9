import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue } from 'vitest'
import type { Wizard } from '../launch.ts'

/** How the practice identity service writes what only the app may see: tokens, codes, what renews a token. */
const SECRET_FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['an access or identity token', /\beyJ[\w-]{20,}\.[\w-]{20,}/],
  ['a refresh token', /\bpractice\.[0-9a-f]{64}/],
  ['an authorization code', /\b0\.[0-9a-f]{64}/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
]

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Every file below a folder, all read in one go: the app is at work and renames what it has finished, so a listing during which one disappeared is repeated. */
function contentsBelow(folder: string): readonly (readonly [file: string, content: Buffer])[] {
  for (;;) {
    const files = filesBelow(folder)
    const read = files.flatMap((file) => {
      const content = contentOf(file)
      return content === undefined ? [] : [[file, content] as const]
    })
    if (read.length === files.length) return read
  }
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Everything that outlives a sign-in or can be seen of it: the profile's files, what main printed, the view, the page with its fields. */
async function whatIsLeft({ page, profile, printed }: Wizard): Promise<readonly (readonly [place: string, text: string])[]> {
  const [view, markup, fields] = await page.evaluate(async () => [
    JSON.stringify(await window.wizard.getView()),
    document.documentElement.outerHTML,
    [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')).join('\n'),
  ])
  const files = contentsBelow(profile).flatMap(([file, content]) => {
    const name = path.relative(profile, file)
    return [
      [name, content.toString('latin1')],
      // Chromium's own files hold text in two bytes for each letter.
      [name, content.toString('utf16le')],
    ] as const
  })
  return [['the view', view ?? ''], ['the page', markup ?? ''], ['its fields', fields ?? ''], ['the log', printed()], ...files]
}

/** @param planted values that were entered or shown, and are over */
export async function expectNothingLeft(wizard: Wizard, ...planted: readonly string[]): Promise<void> {
  const left = await whatIsLeft(wizard)
  const found = left.flatMap(([place, text]) => [
    ...SECRET_FORMS.filter(([, form]) => form.test(text)).map(([what]) => `${what} in ${place}`),
    ...planted.filter((value) => text.includes(value) || text.includes(encodeURIComponent(value))).map((value) => `“${value}” in ${place}`),
  ])
  expectValue(found).toEqual([])
}
