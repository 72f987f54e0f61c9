import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'
import { defined } from '#machines/defined.ts'

/**
 * Runs a CommonJS bundle by what V8 compiled of it before: a process that lives for one walk would take a fifth of its time to compile
 * everything anew. V8 itself refuses what another version of it, or of the bundle, has compiled.
 * @returns keeps what is compiled by then beside the bundle, where nothing of use was
 */
export function runCompiled(file: string): () => void {
  const kept = `${file}.compiled`
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined
  // The build writes one byte for each character.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`
  const script = new Script(source, { filename: file, ...defined({ cachedData }) })
  const isOfUse = script.cachedDataRejected === false
  const run: (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void = script.runInThisContext()
  const bundle = { exports: {} }
  run(bundle.exports, createRequire(file), bundle, file, path.dirname(file))
  return () => {
    if (isOfUse) return
    // Another process may read it at this moment: whole, or not at all.
    const unfinished = `${kept}.${process.pid}`
    writeFileSync(unfinished, script.createCachedData())
    renameSync(unfinished, kept)
  }
}
