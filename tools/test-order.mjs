/**
 * In which order Vitest takes the test files. Its own order is by how long they took. Where files share a worker, that stops the worker and
 * loads everything anew each time a file for another environment comes between: here those of one environment follow each other.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BaseSequencer } from 'vitest/node'

/** @typedef {{ moduleId: string, project: { name: string, config: { isolate: boolean, sequence: { groupOrder: number } } } }} Specification */

/**
 * @param {string} file
 * @returns {string} the environment that it asks for at its top; none is Node
 */
const environmentOf = (file) => /@vitest-environment\s+(\S+)/.exec(readFileSync(file, 'utf8').slice(0, 200))?.[1] ?? ''

/**
 * @template {Specification} Each
 * @param {readonly Each[]} specifications
 * @returns {Each[]} those that can share a worker one after the other, and before them those that can’t; otherwise in the order they came in
 */
export function keptTogether(specifications) {
  const keyed = specifications.map((each) => {
    const { name, config } = each.project
    const shared = config.isolate ? '' : `${name} ${environmentOf(each.moduleId)}`
    return { each, key: `${String(config.sequence.groupOrder).padStart(4, '0')} ${shared}` }
  })
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ each }) => each)
}

/**
 * @template {Pick<Specification, 'moduleId'>} Each
 * @param {readonly Each[]} specifications
 * @param {number} seed
 * @returns {Each[]} in an order of no meaning, the same for the same seed
 */
export function shuffled(specifications, seed) {
  const keyed = specifications.map((each) => ({ each, key: createHash('sha256').update(`${seed} ${each.moduleId}`).digest('hex') }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ each }) => each)
}

export default class TestOrder extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const { shuffle, seed } = this.ctx.config.sequence
    return keptTogether(shuffle ? shuffled(files, seed) : await super.sort(files))
  }
}
