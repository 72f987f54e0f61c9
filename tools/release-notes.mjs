/**
 * `npm run release -- notes`: the notes of this version as Markdown, for people who decide whether to install it. What is new, and what to know
 * before, is what the app itself says under What's new: `renderer/messages/whats-new.ts` is the only place where it's written.
 *
 * --signed SYSTEM      `windows` or `macos`, whose packages are signed (repeatable)
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readOptions, runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'
import { messagesIn, readTranslation, translations } from './messages.mjs'

const SYSTEMS = ['windows', 'macos']

/**
 * @typedef {object} Notes in one language
 * @property {readonly string[]} lines what is new
 * @property {string} before the heading of what is open
 * @property {readonly string[]} open what to know before relying on it; none where nothing was written
 */

/** @param {string} file */
const read = (file) => readFileSync(path.join(repositoryRoot, file), 'utf8')

/**
 * @param {string} version
 * @returns {Readonly<Record<string, Notes>>} by language, in the order of the app
 * @throws where a language lacks one of them
 */
export function notesOf(version) {
  const file = 'renderer/messages/whats-new.ts'
  const { messages: all } = messagesIn(read(file), file)
  const name = version.replaceAll('.', '')
  const ids = (/** @type {string} */ group) => all.map(({ id }) => id).filter((id) => id.startsWith(`window.whatsNew.${group}.`))
  return Object.fromEntries(
    Object.entries({ en: readTranslation('translating/en.json'), ...translations() }).map(([language, messages]) => {
      const text = (/** @type {string} */ id) => {
        if (messages[id] === undefined) throw new Error(`${id} isn't there in ${language}.`)
        return messages[id]
      }
      return [language, { lines: ids(`of${name}`).map(text), before: text('window.whatsNew.before'), open: ids(`openOf${name}`).map(text) }]
    }),
  )
}

/**
 * @param {string} version
 * @param {ReadonlySet<string>} signed systems whose packages are signed
 * @returns {string} Markdown
 */
export function releaseNotes(version, signed) {
  const { en } = notesOf(version)
  if (en === undefined || en.lines.length === 0) throw new Error(`renderer/messages/whats-new.ts says nothing of ${version}.`)
  const list = (/** @type {readonly string[]} */ items) => items.map((item) => `- ${item}`).join('\n')
  const packages = [
    'The `.deb` and the `.rpm` aren’t signed. Compare every package with `SHA256SUMS`.',
    signed.has('windows')
      ? 'The packages for Windows are signed.'
      : 'The packages for Windows aren’t signed: Windows warns before it opens one.',
    signed.has('macos')
      ? 'The packages for macOS are signed and notarized.'
      : 'The packages for macOS aren’t signed or notarized: macOS opens the app only after you allow it in System Settings.',
    'Tests install, update, and remove the `.deb` on Debian, and start the `.rpm` there. The others were only built, and the app in them started once.',
  ]
  const open = [...en.open, '`docs/not-verified.md` in the sources lists what isn’t verified.']
  return `## What’s new\n\n${list(en.lines)}\n\n## ${en.before}\n\n${list(open)}\n\n## Packages\n\n${list(packages)}\n\n\`CHANGELOG.md\` in the sources lists all changes.\n`
}

await runAsCommand(import.meta.url, async (words) => {
  const { values } = readOptions(words, { valued: ['signed'] })
  const signed = new Set(values['signed'] ?? [])
  const unknown = [...signed].find((system) => !SYSTEMS.includes(system))
  if (unknown !== undefined) throw new Error(`--signed takes ${SYSTEMS.join(' or ')}, and not ${unknown}.`)
  process.stdout.write(releaseNotes(JSON.parse(read('package.json')).version, signed))
  return true
})
