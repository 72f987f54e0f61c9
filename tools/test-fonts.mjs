/** The fonts that the tests' windows find: those of one kind, whatever else is installed. */
import { spawnSync } from 'node:child_process'
import { aptCommand, aptInstall, findProgram } from './system.mjs'

/** @typedef {{ sans: string, serif: string, mono: string, others: readonly string[], packages: readonly string[] }} Fonts */

/** Each has letters of other widths. Liberation has those of Arial. */
export const FONTS = /** @satisfies {Record<string, Fonts>} */ ({
  liberation: { sans: 'Liberation Sans', serif: 'Liberation Serif', mono: 'Liberation Mono', others: [], packages: ['fonts-liberation'] },
  noto: {
    sans: 'Noto Sans',
    serif: 'Noto Serif',
    mono: 'Noto Sans Mono',
    others: ['Noto Sans CJK JP'],
    packages: ['fonts-noto-core', 'fonts-noto-mono', 'fonts-noto-cjk'],
  },
  dejavu: { sans: 'DejaVu Sans', serif: 'DejaVu Serif', mono: 'DejaVu Sans Mono', others: [], packages: ['fonts-dejavu-core'] },
})

/** Hands the choice to the tests. */
export const FONTS_VARIABLE = 'CMK_WIZARD_FONTS'

/** @typedef {keyof typeof FONTS} FontsName */

/**
 * @param {string | undefined} value
 * @returns {FontsName}
 */
export function fontsNamed(value) {
  const names = /** @type {FontsName[]} */ (Object.keys(FONTS))
  const found = names.find((name) => name === value)
  if (found === undefined) throw new Error(`--fonts takes ${names.join(', ')}, not ${value ?? 'nothing'}.`)
  return found
}

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {FontsName}
 */
export const readFonts = (environment) => fontsNamed(environment[FONTS_VARIABLE] ?? 'liberation')

/**
 * @param {FontsName} name
 * @param {string} cache a folder
 * @returns {string} what fontconfig reads
 */
export function fontsConfiguration(name, cache) {
  const { sans, serif, mono, others } = FONTS[name]
  const families = [sans, serif, mono, ...others]
  const preferred = (/** @type {string} */ generic, /** @type {readonly string[]} */ ...wanted) =>
    `<alias binding="same"><family>${generic}</family><prefer>${wanted.map((family) => `<family>${family}</family>`).join('')}</prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts</dir>
<dir>/usr/local/share/fonts</dir>
<cachedir>${cache}</cachedir>
<selectfont>
<rejectfont><pattern></pattern></rejectfont>
<acceptfont>
${families.map((family) => `<pattern><patelt name="family"><string>${family}</string></patelt></pattern>`).join('\n')}
</acceptfont>
</selectfont>
${preferred('sans-serif', sans, ...others)}
${preferred('system-ui', sans, ...others)}
${preferred('sans', sans, ...others)}
${preferred('serif', serif)}
${preferred('monospace', mono)}
</fontconfig>
`
}

/**
 * @param {FontsName} name
 * @returns {boolean} whether fontconfig, which is there wherever a window opens, finds its letters for texts
 */
function isInstalled(name) {
  const listed = spawnSync('fc-list', [FONTS[name].sans, 'family'], { encoding: 'utf8' })
  return listed.error === undefined && listed.stdout.trim() !== ''
}

/**
 * Installs them where they're missing and that is possible from here.
 * @param {FontsName} name
 * @throws with what to install
 */
export function ensureFonts(name) {
  if (process.platform !== 'linux' || findProgram('fc-list') === undefined || isInstalled(name)) return
  const { packages } = FONTS[name]
  if (aptInstall(packages)) return
  throw new Error(
    `The fonts ${FONTS[name].sans} are missing. On Debian and Ubuntu an administrator installs them with:\n  sudo ${aptCommand(packages)}`,
  )
}
