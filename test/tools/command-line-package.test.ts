import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { LARGEST_PACKAGE, packCommandLine } from '../../tools/command-line-package.mjs'
import { runNpm } from '../../tools/npm.mjs'
import { buildProgram } from '../node/cli/cmk-wizard/program.ts'

/*
 * The archive that `npm run package -- --cli` makes, installed into an empty folder without a network: the registry is a port that no one
 * listens on.
 */

const root = mkdtempSync(path.join(tmpdir(), 'cmk-wizard-package-'))
const [output, project] = ['output', 'an empty folder'].map((name) => path.join(root, name)) as [string, string]
const installed = path.join(project, 'node_modules', 'cmk-wizard')
let archive = ''

beforeAll(async () => {
  buildProgram()
  archive = await packCommandLine(output)
  mkdirSync(project)
  const alone = ['--offline', '--registry=http://127.0.0.1:9', `--cache=${path.join(root, 'cache')}`, '--no-audit', '--no-fund']
  runNpm(['install', archive, ...alone], { folder: project, capture: true })
}, 180_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()

const json = (name: string): unknown => JSON.parse(readFileSync(path.join(installed, name), 'utf8'))
const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** Runs what npm linked, with no variables but these. */
const run = (...words: readonly string[]) =>
  spawnSync(path.join(project, 'node_modules', '.bin', process.platform === 'win32' ? 'cmk-wizard.cmd' : 'cmk-wizard'), words, {
    cwd: project,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { PATH: `${path.dirname(process.execPath)}${path.delimiter}/usr/bin${path.delimiter}/bin`, HOME: root, LANG: 'en_US.UTF-8' },
  })

describe('the package of the command line', () => {
  it('is installed alone: it has no dependencies, and runs no script', () => {
    expect(readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['cmk-wizard'])
    const manifest = z.looseObject({}).parse(json('package.json'))
    expect(Object.keys(manifest).filter((name) => /dependencies$|^scripts$/i.test(name))).toEqual([])
    expect(manifest).toMatchObject({ name: 'cmk-wizard', version, private: true, engines: { node: '>=20.19' } })
  })

  it('says its version', () => {
    const { status, stdout, stderr } = run('--version')
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('checks the practice tenant in an empty folder', () => {
    const { status, stdout } = run('check', '--practice', 'ready-to-enable', '--quiet', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'cmk-wizard',
      verb: 'check',
      wizard: version,
      exitCode: 1,
      customers: [{ practice: true, environments: [{ state: 'to-confirm' }] }],
    })
  })

  it('has no pseudo-locale, and is in English where one is asked for', () => {
    expect(filesOf(installed).filter((name) => /en-X[AB]/.test(name))).toEqual([])
    const [asked, english] = ['en-XA', 'en'].map((language) => run('help', '--language', language))
    expect(asked).toMatchObject({ status: 0, stderr: '', stdout: english?.stdout })
  })

  it('is small enough to be fetched for each run', () => {
    const unpacked = filesOf(installed).reduce((sum, name) => sum + statSync(path.join(installed, name)).size, 0)
    expect(unpacked).toBeGreaterThan(1_000_000)
    expect(unpacked).toBeLessThanOrEqual(LARGEST_PACKAGE)
    expect(statSync(archive).size).toBeLessThan(unpacked)
  })

  it('has a bill of materials of what is bundled, without Electron, and the license of each', () => {
    const bill = z.object({ components: z.array(z.object({ group: z.string().optional(), name: z.string(), version: z.string() })) })
    const { components } = bill.parse(json('bill-of-materials.cdx.json'))
    const names = components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`))
    expect(names).toEqual(expect.arrayContaining(['@azure/identity', 'canonicalize', 'zod']))
    expect(names).not.toContain('electron')
    const licenses = readFileSync(path.join(installed, 'third-party-licenses.md'), 'utf8')
    expect(components.filter(({ version: each }, at) => !licenses.includes(`## ${names[at]} - ${each}`))).toEqual([])
    expect(existsSync(path.join(installed, 'LICENSE'))).toBe(true)
  })

  it('states what it was made of: every file of it and each bundled package by its digest', () => {
    const digests = z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })
    const statement = z.object({
      _type: z.literal('https://in-toto.io/Statement/v1'),
      predicateType: z.literal('https://slsa.dev/provenance/v1'),
      subject: z.array(digests),
      predicate: z.object({
        buildDefinition: z.object({
          resolvedDependencies: z.array(
            z.object({ uri: z.string().optional(), name: z.string().optional(), digest: z.record(z.string(), z.string()) }),
          ),
        }),
      }),
    })
    const { subject, predicate } = statement.parse(json('provenance.json'))
    expect(Object.fromEntries(subject.map(({ name, digest }) => [name, digest.sha256]))).toEqual(
      Object.fromEntries(
        filesOf(installed)
          .filter((name) => name !== 'provenance.json')
          .map((name) => [name, sha256(path.join(installed, name))]),
      ),
    )
    const { resolvedDependencies } = predicate.buildDefinition
    expect(resolvedDependencies.find(({ name }) => name === 'package-lock.json')?.digest).toEqual({ sha256: sha256('package-lock.json') })
    const zod = resolvedDependencies.find(({ uri }) => uri?.startsWith('pkg:npm/zod@'))
    expect(zod?.digest).toEqual({ sha512: expect.stringMatching(/^[0-9a-f]{128}$/) })
  })

  it('is the same byte for byte when it is packed again', async () => {
    const again = await packCommandLine(path.join(root, 'again'))
    expect(path.basename(again)).toBe(`cmk-wizard-${version}.tgz`)
    expect(sha256(again)).toBe(sha256(archive))
  }, 60_000)
})
