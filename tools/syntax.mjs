/** The product's code, as checks of the build look at it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

/** Folders of the product's code. */
const ROOMS = ['contract', 'electron', 'machines', 'messages', 'node', 'renderer']

/** @typedef {{ type: string, start: number, [member: string]: unknown }} Node */

/** @param {unknown} value @returns {value is Node} */
export function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** @param {unknown} value @returns {Generator<Node>} the node and all in it */
export function* nodesIn(value) {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each)
  if (!isNode(value)) return
  yield value
  for (const member of Object.values(value)) yield* nodesIn(member)
}

/** @param {string} root of the repository @param {string} file @returns {{ readonly text: string, readonly nodes: Generator<Node> }} */
export function readSource(root, file) {
  const text = readFileSync(path.join(root, file), 'utf8')
  return { text, nodes: nodesIn(parseSync(file, text).program) }
}

/** @param {string} root of the repository @returns {readonly string[]} each file of the product's code */
export const sourcesIn = (root) =>
  readdirSync(root)
    .filter((each) => ROOMS.includes(each))
    .flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(room, ...file.split(path.sep)),
      ),
    )
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file))

/** @param {string} text @param {Node} node @returns {number} the line on which it begins */
export const lineOf = (text, node) => text.slice(0, node.start).split('\n').length
