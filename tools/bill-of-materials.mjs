/** The bill of materials of a package, as CycloneDX 1.6 JSON: every npm package that the bundles hold, and Electron where the package has it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { targets } from './build-config.mjs'
import { BUNDLED_FILE } from './bundled-packages.mjs'
import { repositoryRoot } from './location.mjs'
import { eachOnce } from './packages.mjs'

/** @typedef {import('./bundled-packages.mjs').Package} Package */

/** Where electron-builder takes it from; `electron-builder.yml` names the same. */
export const BILL_FILE = 'out/bill-of-materials.cdx.json'

/** @param {Package} each the address of a package, by the purl specification: a scope's sign is percent-encoded */
const addressOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** @param {string} license an identifier, or an expression of several */
const licenses = (license) => (/\s/.test(license) ? [{ expression: license }] : [{ license: { id: license } }])

/** @param {Package} each */
const component = (each) => {
  const [scope, name] = each.name.startsWith('@') ? each.name.split('/') : [undefined, each.name]
  return {
    type: 'library',
    'bom-ref': addressOf(each),
    ...(scope ? { group: scope } : {}),
    name: name ?? each.name,
    version: each.version,
    licenses: licenses(each.license),
    purl: addressOf(each),
  }
}

/** @param {string} version */
const electron = (version) => ({
  ...component({ name: 'electron', version, license: 'MIT' }),
  type: 'framework',
  description: 'With Chromium and Node.js inside; their licenses are in LICENSES.chromium.html',
})

/** @param {string} text @returns {string} a UUID that is the same for the same text, so that the same package is built twice */
function serialOf(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * @param {{ app: Package, electronVersion?: string, packages: readonly Package[] }} of
 * @returns {Record<string, unknown>} without a time, which would make each build another
 */
export function billOfMaterials({ app, electronVersion, packages }) {
  const components = [...(electronVersion === undefined ? [] : [electron(electronVersion)]), ...packages.map(component)]
  const application = { ...component(app), type: 'application' }
  const content = {
    metadata: { component: application },
    components,
    dependencies: [{ ref: application['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) }],
  }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(JSON.stringify(content)),
    version: 1,
    ...content,
  }
}

/**
 * @param {Record<string, unknown>} bill
 * @throws with what the schema of CycloneDX has against it
 */
export async function requireValidBill(bill) {
  const { Spec, Validation } = await import('@cyclonedx/cyclonedx-library')
  const problems = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(JSON.stringify(bill))
  if (problems !== null) throw new Error(`The bill of materials doesn't follow its schema: ${JSON.stringify(problems)}`)
}

/**
 * @param {readonly Package[]} packages
 * @param {string} text of a file of licenses, as Vite writes it: a heading for each package
 * @returns {readonly string[]} the packages whose license is not in it
 */
export function withoutLicense(packages, text) {
  const headings = new Set([...text.matchAll(/^## (\S+) - (\S+)/gm)].map(([, name, version]) => `${name} ${version}`))
  return packages.map(({ name, version }) => `${name} ${version}`).filter((each) => !headings.has(each))
}

/** @param {import('./build-config.mjs').Target} target */
const folderOf = (target) => path.join(repositoryRoot, path.dirname(targets[target].output))

/**
 * Reads what was built, each bundle's packages and licenses.
 * @param {readonly import('./build-config.mjs').Target[]} built
 * @returns {readonly Package[]} by name, each version once
 * @throws naming the packages that are bundled without their license being told
 */
export function bundledPackages(built) {
  const lists = built.map((target) => {
    /** @type {readonly Package[]} */
    const packages = JSON.parse(readFileSync(path.join(folderOf(target), BUNDLED_FILE), 'utf8'))
    const text = packages.length === 0 ? '' : readFileSync(path.join(folderOf(target), 'third-party-licenses.md'), 'utf8')
    const missing = withoutLicense(packages, text)
    if (missing.length > 0) throw new Error(`The licenses of ${target} leave out what is bundled: ${missing.join(', ')}.`)
    return packages
  })
  return eachOnce(lists.flat())
}
