import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const START = fileURLToPath(new URL('../../../services/azure/services.ts', import.meta.url))

/** What a module loads as soon as it is loaded: its imports but for those of types, and theirs in turn. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, what] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^'"]*?from '([^']+)'/gm)) {
    if (what?.startsWith('.')) loadedWith(resolve(dirname(file), what), seen)
    else if (what) seen.add(what)
  }
  return seen
}

describe('connecting to the services', () => {
  it('loads no SDK and no schema until something is asked', () => {
    const names = [...loadedWith(START)].map((file) => file.split('/').at(-1))
    expect(names).toEqual(['services.ts', 'lazily.ts'])
  })
})
