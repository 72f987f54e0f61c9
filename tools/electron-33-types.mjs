/**
 * Checks the types once more against the older Electron that tests may run on (see `electron-from-registry.mjs`): what
 * compiles against the pinned Electron may use an interface the older one lacks, and then the tests would fail at run
 * time, or worse, not reach it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { registryElectron } from './electron-from-registry.mjs'
import { cacheFolder, repositoryRoot } from './location.mjs'
import { fetchPackage } from './npm.mjs'

const pinned = {
  name: 'electron',
  version: registryElectron.version,
  integrity: 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
}

/**
 * Fetches the declarations on their own: the whole package as a dependency would take over `electron` in node_modules/.bin.
 * @returns {string} path of electron.d.ts
 */
function declarations() {
  const file = path.join(cacheFolder(), 'electron-types', pinned.version, 'electron.d.ts')
  if (existsSync(file)) return file
  mkdirSync(path.dirname(file), { recursive: true })
  const temporary = mkdtempSync(path.join(path.dirname(file), 'part-'))
  try {
    const archive = fetchPackage(pinned, temporary)
    const untar = spawnSync('tar', ['-xzf', archive, '-C', temporary, 'package/electron.d.ts'], { encoding: 'utf8' })
    if (untar.status !== 0) throw new Error(`Unpacking ${archive} failed: ${untar.error?.message ?? untar.stderr}`)
    renameSync(path.join(temporary, 'package', 'electron.d.ts'), file)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  return file
}

const folder = path.join(repositoryRoot, '.cache')
const project = path.join(folder, 'tsconfig.electron-33.json')
mkdirSync(folder, { recursive: true })
writeFileSync(
  project,
  JSON.stringify({
    extends: '../tsconfig.json',
    compilerOptions: { paths: { electron: [declarations()] }, tsBuildInfoFile: './electron-33-types.tsbuildinfo' },
    include: ['../{contract,electron,machines,messages,node,renderer,test,tools}', '../*.ts'],
  }),
)
const tsc = path.join(repositoryRoot, 'node_modules', '@typescript', 'native', 'bin', 'tsc')
const result = spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], { stdio: 'inherit', cwd: repositoryRoot })
console.log(`Types against Electron ${pinned.version}: ${result.status === 0 ? 'no errors' : 'errors'}.`)
process.exitCode = result.status ?? 1
