import { DEEPEST_JSON, parsedJson } from '#machines/parsed-json.ts'

/** Line of a member in JSON text, by the last existing part of the path. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const scanner = new Scanner(text)
  scanner.passOver(path.map(String))
  return lineAt(text, scanner.found)
}

/**
 * A duplicate member, of which `JSON.parse` silently keeps the last.
 * @param text valid JSON
 * @returns without a name if nested too deeply
 */
export function twiceIn(text: string): { readonly name?: string; readonly line: number } | undefined {
  const scanner = new Scanner(text)
  if (!scanner.passOver(undefined)) return { line: lineAt(text, scanner.at) }
  return scanner.twice && { name: scanner.twice.name, line: lineAt(text, scanner.twice.at) }
}

/** First line that isn't JSON; not every error of `JSON.parse` has a position. */
export function lineOfError(text: string): number {
  const scanner = new Scanner(text)
  scanner.passOver(undefined)
  return lineAt(text, scanner.at)
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

class Malformed extends Error {}

const SPACE = /\s*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none in its strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

class Scanner {
  readonly #text: string
  at = 0
  found = 0
  twice: { readonly name: string; readonly at: number } | undefined
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  /** @returns false at invalid or too deep text */
  passOver(path: readonly string[] | undefined): boolean {
    try {
      this.value(path)
      return true
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      return false
    }
  }

  /** @param path to find; undefined to skip */
  value(path: readonly string[] | undefined): void {
    this.#take(SPACE)
    if (path) this.found = this.at
    const first = this.#text[this.at]
    if (first === '{') this.#members(path, '}', () => this.#name())
    else if (first === '[') this.#members(path, ']', (place) => String(place))
    else this.#take(first === '"' ? STRING : LITERAL)
    this.#take(SPACE)
  }

  #members(path: readonly string[] | undefined, end: string, nameOf: (place: number) => string): void {
    this.#depth += 1
    if (this.#depth > DEEPEST_JSON) throw new Malformed()
    this.at += 1
    this.#take(SPACE)
    const names = new Set<string>()
    for (let place = 0; this.#text[this.at] !== end; place++) {
      if (place > 0) this.#sign(',')
      this.#take(SPACE)
      const begins = this.at
      const name = nameOf(place)
      if (names.has(name)) this.twice ??= { name, at: begins }
      names.add(name)
      this.value(path && path[0] === name ? path.slice(1) : undefined)
    }
    this.at += 1
    this.#depth -= 1
  }

  #name(): string {
    const name = this.#take(STRING)
    this.#take(SPACE)
    this.#sign(':')
    return String(parsedJson(name))
  }

  #sign(sign: string): void {
    if (this.#text[this.at] !== sign) throw new Malformed()
    this.at += 1
  }

  #take(what: RegExp): string {
    what.lastIndex = this.at
    const taken = what.exec(this.#text)?.[0]
    if (taken === undefined) throw new Malformed()
    this.at += taken.length
    return taken
  }
}
