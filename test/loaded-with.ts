import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../tools/location.mjs'

/** Eager imports of a module, transitively: files and packages, without types. */
export function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, from] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^'"]*?from '([^']+)'/gms)) {
    if (from?.startsWith('#')) loadedWith(path.join(repositoryRoot, from.slice(1)), seen)
    else if (from?.startsWith('.')) loadedWith(path.resolve(path.dirname(file), from), seen)
    else if (from) seen.add(from)
  }
  return seen
}

/** The packages among them that don't come with Node. */
export const packagesLoadedWith = (file: string): readonly string[] =>
  [...loadedWith(file)].filter((each) => !path.isAbsolute(each) && !each.startsWith('node:'))
