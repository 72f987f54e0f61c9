/** In which line of a JSON text a member stands: the last part of the path that is there. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const scanner = new Scanner(text)
  scanner.passOver(path.map(String))
  return lineAt(text, scanner.found)
}

/**
 * A member that an object has twice, of which `JSON.parse` keeps the last one in silence.
 * @param text that is JSON
 * @returns no name where the text is nested too deeply to say
 */
export function twiceIn(text: string): { readonly name?: string; readonly line: number } | undefined {
  const scanner = new Scanner(text)
  if (!scanner.passOver(undefined)) return { line: lineAt(text, scanner.at) }
  return scanner.twice && { name: scanner.twice.name, line: lineAt(text, scanner.twice.at) }
}

/** The first line that isn't JSON. Not every error of `JSON.parse` says where it is. */
export function lineOfError(text: string): number {
  const scanner = new Scanner(text)
  scanner.passOver(undefined)
  return lineAt(text, scanner.at)
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

class Malformed extends Error {}

/** Deeper than any file that is read here: what is deeper would fill the stack, and is not passed over. */
const DEEPEST = 100

const SPACE = /\s*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none in its strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

class Scanner {
  readonly #text: string
  at = 0
  /** Where the deepest part that was looked for begins. */
  found = 0
  /** The first member that its object has already. */
  twice: { readonly name: string; readonly at: number } | undefined
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  /** @returns false where it came only up to what isn't JSON, or is too deep */
  passOver(path: readonly string[] | undefined): boolean {
    try {
      this.value(path)
      return true
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      return false
    }
  }

  /** @param path to look for in it; nothing where it is only passed over */
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
    if (this.#depth > DEEPEST) throw new Malformed()
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
    return String(JSON.parse(name))
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
