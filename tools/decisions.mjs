/**
 * `node tools/decisions.mjs`: holds the code and docs/decisions against each other. A decision that no code names is read by no one who would
 * undo it, and one that is named and gone gives no reason. Where it binds, a comment names it: `Decision`, its number, and the reason in short.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'

const FOLDER = 'docs/decisions'
/** Generated and fetched folders. */
const LEFT_OUT = new Set(['.cache', '.git', 'dist', 'node_modules', 'out', 'screenshots', 'test-results'])
/** It makes up decisions. */
const OWN_TEST = 'test/tools/decisions.test.ts'
const TEXT = /\.(?:css|html|md|mjs|sh|ts|tsx|yml)$/
const NAMED = /\bdecisions?[\s/]+(?:\*\s+)?(\d{1,4})\b|\]\((\d{4})-/gi

/**
 * @param {string} root
 * @returns {readonly string[]} paths with forward slashes
 */
function textFiles(root) {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return []
    if (!entry.isDirectory()) return TEXT.test(entry.name) ? [entry.name] : []
    const below = readdirSync(path.join(root, entry.name), { recursive: true, encoding: 'utf8' })
    return below.filter((file) => TEXT.test(file)).map((file) => path.posix.join(entry.name, ...file.split(path.sep)))
  })
}

/**
 * @param {string} root of the repository
 * @returns {readonly string[]} what doesn't hold, a sentence each
 */
export function problemsOf(root) {
  const names = readdirSync(path.join(root, FOLDER))
  const decisions = new Map(names.map((name) => [name.slice(0, 4), name]))
  const twice = names.filter((name) => decisions.get(name.slice(0, 4)) !== name)
  const bound = new Set()
  const texts = textFiles(root).filter((file) => file !== OWN_TEST)
  const missing = texts.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(NAMED)].flatMap(([, named = '', linked = '']) => {
      const number = (named || linked).padStart(4, '0')
      if (!file.endsWith('.md')) bound.add(number)
      return decisions.has(number) ? [] : [`${file} names decision ${number}, which isn't there.`]
    }),
  )
  const unbound = [...decisions].filter(([number]) => !bound.has(number))
  return [
    ...missing,
    ...unbound.map(([, name]) => `${FOLDER}/${name} is named by no code: name it where it would be undone.`),
    ...twice.map((name) => `${FOLDER}/${name} has the number of another decision.`),
  ]
}

await runAsCommand(import.meta.url, async () => {
  const problems = problemsOf(repositoryRoot)
  for (const problem of problems) console.error(problem)
  if (problems.length === 0) console.log('Each decision is named where it binds.')
  return problems.length === 0
})
