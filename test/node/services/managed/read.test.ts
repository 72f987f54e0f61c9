import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type ManagedPlace, POLICY_KEY, type Run } from '#node/services/managed/places.ts'
import { readManaged } from '#node/services/managed/read.ts'
import { english } from '#test/english.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The user who runs the tests takes the place of root. */
const owner = process.getuid?.() ?? 0

let files = 0
function written(content: string | Buffer, mode = 0o644): string {
  const file = path.join(folder, `${++files}.json`)
  writeFileSync(file, content)
  chmodSync(file, mode)
  return file
}

async function read(place: Partial<ManagedPlace>) {
  const managed = await readManaged({ platform: 'linux', owner, ...place })
  if (managed === undefined || 'settings' in managed) return managed
  return { meaning: english.text(managed.problem.meaning), remedy: english.text(managed.problem.remedy) }
}

const told = async (place: Partial<ManagedPlace>): Promise<string> => {
  const answer = await read(place)
  return answer && 'meaning' in answer ? answer.meaning : JSON.stringify(answer)
}

describe('the policy of Linux', () => {
  it('is nothing where there is no file', async () => {
    expect(await read({ file: path.join(folder, 'none', 'policy.json') })).toBeUndefined()
  })

  it('is what the file sets', async () => {
    const file = written('{ "AllowedClouds": ["gcc"] }')
    expect(await read({ file })).toEqual({ source: file, settings: { AllowedClouds: ['gcc'] }, authorities: [] })
  })

  it.each([0o664, 0o646, 0o666, 0o777])('is refused where others can change it: %o', async (mode) => {
    const file = written('{}', mode)
    expect(await read({ file })).toEqual({
      meaning: `${file} can be changed by others than root (mode ${mode.toString(8)}).`,
      remedy: `You can’t sign in until an administrator of this computer corrects it and you start the wizard again: sudo chown root:root '${file}' && sudo chmod 644 '${file}'. Practice cases still open.`,
    })
  })

  it('is refused where it belongs to another user than root', async () => {
    const file = written('{}')
    expect(await told({ file, owner: owner + 1 })).toBe(`${file} must belong to root, but belongs to the user with ID ${owner}.`)
  })

  /** A folder of its own with a policy in it. */
  const inFolder = (mode: number) => {
    const place = path.join(folder, `folder-${++files}`)
    mkdirSync(place)
    const file = path.join(place, 'policy.json')
    writeFileSync(file, '{}', { mode: 0o644 })
    chmodSync(place, mode)
    return { place, file }
  }

  it.each([0o775, 0o757, 0o777])('is refused where others can write to its folder, and move it away: %o', async (mode) => {
    const { place, file } = inFolder(mode)
    expect(await read({ file })).toMatchObject({
      meaning: `${place} can be changed by others than root (mode ${mode.toString(8)}).`,
      remedy: expect.stringContaining(`sudo chown root:root '${place}' && sudo chmod 755 '${place}'`),
    })
    rmSync(file)
    expect(await told({ file })).toBe(`${place} can be changed by others than root (mode ${mode.toString(8)}).`)
  })

  it('is refused where a link leads to a folder that others can write to', async () => {
    const { place, file } = inFolder(0o777)
    const [middle, first] = [path.join(place, 'middle.json'), path.join(folder, `link-${++files}.json`)]
    symlinkSync(written('{}'), middle)
    symlinkSync(middle, first)
    const direct = path.join(folder, `link-${++files}.json`)
    symlinkSync(file, direct)
    for (const link of [first, direct]) expect(await told({ file: link })).toContain(`${place} can be changed by others`)
  })

  it('is taken by a link from one place of root’s to another', async () => {
    const link = path.join(folder, `link-${++files}.json`)
    symlinkSync(written('{}'), link)
    expect(await read({ file: link })).toMatchObject({ settings: {} })
  })

  it.skipIf(owner !== 0)('is refused in a folder of another user', async () => {
    const { place, file } = inFolder(0o755)
    chownSync(place, 1234, 1234)
    expect(await told({ file })).toBe(`${place} must belong to root, but belongs to the user with ID 1234.`)
  })

  it('is refused where it is no file, and never waited for', async () => {
    const place = path.join(folder, 'folder.json')
    mkdirSync(place)
    expect(await told({ file: place })).toBe(`${place} isn’t a file.`)
    const dangling = path.join(folder, 'dangling.json')
    symlinkSync(path.join(folder, 'gone'), dangling)
    expect(await told({ file: dangling })).toMatch(/^Couldn’t read .*dangling\.json: ENOENT/)
    const below = path.join(written('{}'), 'policy.json')
    expect(await told({ file: below })).toMatch(/^Couldn’t read .*policy\.json: ENOTDIR/)
  })

  it('is refused where it is larger than any policy, without being read', async () => {
    const file = written(Buffer.alloc(64 * 1024 + 1, 32))
    expect(await told({ file })).toBe(`${file} is larger than 64 KB.`)
  })

  it('names what is wrong in the file', async () => {
    const file = written('{\n  "AllowedCloud": []\n}')
    expect(await told({ file })).toContain(`${file}, line 2: There’s no setting AllowedCloud.`)
  })

  it('brings the certificate authorities that it names', async () => {
    const [certificate = ''] = rootCertificates
    const authorities = written(certificate)
    const file = written(JSON.stringify({ CertificateAuthorities: authorities }))
    expect(await read({ file })).toMatchObject({ authorities: [certificate] })
  })

  it('is refused where the authorities can’t be trusted or read', async () => {
    const naming = (authorities: string) => written(JSON.stringify({ CertificateAuthorities: authorities }))
    expect(await told({ file: naming(written('no certificate')) })).toMatch(
      /CertificateAuthorities: The certificate authorities file .* has no certificate/,
    )
    expect(await told({ file: naming(written('x', 0o666)) })).toMatch(/CertificateAuthorities: .* can be changed by others than root/)
    expect(await told({ file: naming(path.join(folder, 'gone.pem')) })).toMatch(/CertificateAuthorities: Couldn’t read .*gone\.pem/)
  })
})

const registry = (answers: Readonly<Record<string, { readonly code: number; readonly printed: string }>>) =>
  vi.fn<Run>(async (_program, [, key = '']) => answers[key] ?? { code: 1, printed: '' })

const PARENT = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies'
const listing = (...keys: string[]) => ({ code: 0, printed: ['', ...keys, ''].join('\r\n') })

describe('the policy of Windows', () => {
  it('asks which policies there are, and no more where there is none', async () => {
    const run = registry({ [PARENT]: listing(`${PARENT}\\Microsoft`) })
    expect(await read({ platform: 'win32', systemRoot: 'D:\\Windows', run })).toBeUndefined()
    expect(run.mock.calls).toEqual([['D:\\Windows\\System32\\reg.exe', ['query', PARENT, '/reg:64']]])
  })

  it('is what the key sets', async () => {
    const run = registry({ [PARENT]: listing(POLICY_KEY.toUpperCase()), [POLICY_KEY]: listing(POLICY_KEY, '    Updates    REG_SZ    off') })
    expect(await read({ platform: 'win32', run })).toEqual({ source: POLICY_KEY, settings: { Updates: 'off' }, authorities: [] })
  })

  it('is refused where it is there and can’t be read', async () => {
    expect(await told({ platform: 'win32', run: registry({ [PARENT]: listing(POLICY_KEY) }) })).toBe(`Couldn’t read ${POLICY_KEY}: reg: 1`)
    expect(await told({ platform: 'win32', run: registry({}) })).toBe(`Couldn’t read ${PARENT}: reg: 1`)
    const failing: Run = () => Promise.reject(new Error('spawn ENOENT'))
    expect(await told({ platform: 'win32', run: failing })).toBe(`Couldn’t read ${POLICY_KEY}: spawn ENOENT`)
  })
})

describe('the policy of macOS', () => {
  it('is nothing where there is no profile, and starts no program', async () => {
    const run = vi.fn<Run>()
    expect(await read({ platform: 'darwin', file: path.join(folder, 'none.plist'), run })).toBeUndefined()
    expect(run).not.toHaveBeenCalled()
  })

  it('is what the profile sets', async () => {
    const file = written('bplist00')
    const run = vi.fn<Run>(async () => ({ code: 0, printed: '{"AllowedSignInMethods":["browser"]}' }))
    expect(await read({ platform: 'darwin', file, run })).toMatchObject({ settings: { AllowedSignInMethods: ['browser'] } })
    expect(run.mock.calls).toEqual([['/usr/bin/plutil', ['-convert', 'json', '-o', '-', '--', file]]])
  })

  it.each([
    [{ code: 1, printed: 'invalid object in plist for destination format\n' }, /^Couldn’t read .*: invalid object in plist/],
    [{ code: 0, printed: 'no JSON' }, /^Couldn’t read /],
    [{ code: 0, printed: '{"Updates":1}' }, /\.json: Updates must be “off”/],
  ])('is refused where it can’t be used: %j', async (answer, meaning) => {
    expect(await told({ platform: 'darwin', file: written('bplist00'), run: async () => answer })).toMatch(meaning)
  })
})
