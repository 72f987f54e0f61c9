/**
 * `npm run check -- one-situation`: finds where states are put in an order beside the one situation.
 * Decision 0230: machines/engine/situation/situation.ts ranks; all others word what it says.
 */
import { runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'
import { isNode, lineOf, nodesIn, readSource, sourcesIn } from './syntax.mjs'

/** @typedef {import('./syntax.mjs').Node} Node */

/** Where each list of states stands, by its name. */
const LISTS = new Map([
  ['SITUATION_KINDS', 'machines/engine/situation/situation.ts'],
  ['ASKED_STATES', 'machines/engine/situation/situation.ts'],
  ['SEVERITIES', 'machines/engine/step/severity.ts'],
  ['MAP_STATES', 'machines/procedure/key-map/state.ts'],
  ['GROUPS', 'machines/engine/situation/listed.ts'],
])

/** From how many states on a list can be an order of its own: two are a question with two answers. */
const MANY = 3

/** @param {Node} node @returns {readonly string[]} its texts, if it's a list of texts alone */
function textsOf(node) {
  const elements = node.type === 'ArrayExpression' ? /** @type {(Node | null)[]} */ (node['elements']) : []
  const texts = elements.flatMap((each) => (each?.type === 'Literal' && typeof each['value'] === 'string' ? [each['value']] : []))
  return texts.length === elements.length ? texts : []
}

/** @returns {ReadonlyMap<string, ReadonlySet<string>>} the states of each list */
function statesOfLists() {
  const found = [...LISTS].map(([name, file]) => {
    for (const node of readSource(repositoryRoot, file).nodes) {
      if (node.type !== 'VariableDeclarator' || !isNode(node['id']) || node['id']['name'] !== name) continue
      const [list] = [...nodesIn(node['init'])].map(textsOf).filter((texts) => texts.length > 0)
      if (list) return /** @type {const} */ ([name, new Set(list)])
    }
    throw new Error(`${file} has no list named ${name}.`)
  })
  return new Map(found)
}

/**
 * @param {Node} node
 * @param {ReadonlyMap<string, ReadonlySet<string>>} states
 * @returns {readonly string[]} the lists whose states it puts in an order
 */
function ordered(node, states) {
  const texts = textsOf(node)
  if (texts.length >= MANY) return [...states].flatMap(([list, known]) => (texts.every((text) => known.has(text)) ? [list] : []))
  // Its place in the list is a rank.
  const isPlace =
    node.type === 'MemberExpression' && isNode(node['property']) && ['indexOf', 'findIndex'].includes(String(node['property']['name']))
  const of = isPlace && isNode(node['object']) ? String(node['object']['name']) : ''
  return states.has(of) ? [of] : []
}

/** @param {string} root of the repository @returns {readonly string[]} what doesn't hold, a sentence each */
export function problemsOf(root) {
  const states = statesOfLists()
  return sourcesIn(root).flatMap((file) => {
    const { text, nodes } = readSource(root, file)
    return [...nodes].flatMap((node) => {
      const lists = ordered(node, states)
      if (lists.length === 0 || lists.some((list) => LISTS.get(list) === file)) return []
      return [`${file}:${lineOf(text, node)}: an order of its own for ${lists[0]}. Take it from ${LISTS.get('SITUATION_KINDS')}.`]
    })
  })
}

await runAsCommand(import.meta.url, async () => {
  const problems = problemsOf(repositoryRoot)
  for (const problem of problems) console.error(problem)
  if (problems.length === 0) console.log('Only the one situation ranks what an environment’s state is.')
  return problems.length === 0
})
