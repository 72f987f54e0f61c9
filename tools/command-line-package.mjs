/**
 * `npm run package -- --cli`: the command line as one archive of npm, with everything bundled, which runs where there is only Node.js.
 * Decision 0214: no dependencies and no signature, and the same bytes from the same sources.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { billOfMaterials, bundledPackages, requireValidBill } from './bill-of-materials.mjs'
import { BUNDLED_FILE } from './bundled-packages.mjs'
import { repositoryRoot } from './location.mjs'
import { runNpm } from './npm.mjs'

/** @typedef {import('./bundled-packages.mjs').Package} Package */

const NAME = 'cmk-wizard'
const BEGIN = 'start.mjs'
const PROVENANCE_FILE = 'provenance.json'

/** In bytes, unpacked: a pipeline fetches it for each run. */
export const LARGEST_PACKAGE = 9_000_000

/** @param {string} file relative to the repository */
const read = (file) => readFileSync(path.join(repositoryRoot, file), 'utf8')

/** @param {string | Buffer} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex')

/** @param {string} folder @returns {readonly string[]} the files below it, with slashes, in one order on every machine */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1))

/**
 * Lays out what is packed, without the statement of what it was made of.
 * @param {string} folder
 * @returns {Promise<readonly Package[]>} the packages that are bundled
 */
async function layOut(folder) {
  const { version, description, homepage, license, author, engines } = JSON.parse(read('package.json'))
  const packages = bundledPackages([NAME])
  const bill = billOfMaterials({ app: { name: NAME, version, license }, packages })
  await requireValidBill(bill)
  const manifest = {
    name: NAME,
    version,
    description,
    homepage,
    license,
    author,
    // Nothing is ever published from here.
    private: true,
    type: 'module',
    bin: { [NAME]: BEGIN },
    engines,
  }
  cpSync(path.join(repositoryRoot, 'out', NAME), path.join(folder, 'program'), {
    recursive: true,
    filter: (file) => ![BUNDLED_FILE, 'third-party-licenses.md'].includes(path.basename(file)) && !/^en-X[AB]\b/.test(path.basename(file)),
  })
  const files = {
    'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`,
    [BEGIN]: `#!/usr/bin/env node\n${read(`assets/cmk-wizard/${BEGIN}`)}`,
    'README.md': read('assets/command-line/README.md').replaceAll('VERSION', version),
    LICENSE: read('LICENSE'),
    'third-party-licenses.md': read(`out/${NAME}/third-party-licenses.md`),
    'bill-of-materials.cdx.json': `${JSON.stringify(bill, undefined, 2)}\n`,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return packages
}

/** @param {readonly string[]} words @returns {string | undefined} what git says; nothing outside of a checkout */
function git(...words) {
  const { status, stdout } = spawnSync('git', words, { cwd: repositoryRoot, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/**
 * @param {readonly Package[]} packages
 * @returns {readonly Record<string, unknown>[]} each with the digest by which npm verified it
 * @throws naming a package whose digest the lockfile doesn't say
 */
function verifiedPackages(packages) {
  /** @type {Readonly<Record<string, { version?: string, integrity?: string }>>} */
  const locked = JSON.parse(read('package-lock.json')).packages
  return packages.map(({ name, version }) => {
    const found = Object.entries(locked).find(([folder, each]) => folder.endsWith(`node_modules/${name}`) && each.version === version)
    const [, base64] = /^sha512-(\S+)$/.exec(found?.[1].integrity ?? '') ?? []
    if (base64 === undefined) throw new Error(`package-lock.json doesn't say the digest of ${name} ${version}.`)
    return {
      uri: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      digest: { sha512: Buffer.from(base64, 'base64').toString('hex') },
    }
  })
}

/**
 * What the package was made of, as an in-toto statement with a SLSA predicate (https://slsa.dev/spec/v1.0/provenance). It has no time in it, so
 * that the same sources give the same bytes.
 * @param {string} folder
 * @param {readonly Package[]} packages
 */
function provenanceOf(folder, packages) {
  const { homepage } = JSON.parse(read('package.json'))
  const gitCommit = git('rev-parse', 'HEAD')
  const isChanged = gitCommit !== undefined && git('status', '--porcelain') !== ''
  const source =
    gitCommit === undefined
      ? []
      : [{ name: 'source', digest: { gitCommit }, ...(isChanged ? { annotations: { changedSinceCommit: true } } : {}) }]
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: filesIn(folder).map((name) => ({ name, digest: { sha256: sha256(readFileSync(path.join(folder, name))) } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: `${homepage}/builds/command-line/v1`,
        externalParameters: { command: 'npm run package -- --cli' },
        internalParameters: { node: process.version },
        resolvedDependencies: [
          ...source,
          { name: 'package-lock.json', digest: { sha256: sha256(read('package-lock.json')) } },
          ...verifiedPackages(packages),
        ],
      },
      runDetails: { builder: { id: `${homepage}/builds` } },
    },
  }
}

/**
 * Packs what was built.
 * @param {string} output the folder for the archive
 * @returns {Promise<string>} the archive
 * @throws where it's larger than it may be
 */
export async function packCommandLine(output) {
  const folder = mkdtempSync(path.join(tmpdir(), `${NAME}-`))
  try {
    const packages = await layOut(folder)
    writeFileSync(path.join(folder, PROVENANCE_FILE), `${JSON.stringify(provenanceOf(folder, packages), undefined, 2)}\n`)
    const size = filesIn(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
    if (size > LARGEST_PACKAGE) throw new Error(`The package of the command line has ${size} bytes, more than ${LARGEST_PACKAGE}.`)
    mkdirSync(output, { recursive: true })
    runNpm(['pack', '--silent', '--ignore-scripts', '--offline', '--pack-destination', output], { folder, capture: true })
    const { version } = JSON.parse(read('package.json'))
    return path.join(output, `${NAME}-${version}.tgz`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
