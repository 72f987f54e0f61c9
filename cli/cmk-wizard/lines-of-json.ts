/** In which line of a JSON text a member stands: the last part of the path that is there. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const scanner = new Scanner(text)
  scanner.value(path.map(String))
  return lineAt(text, scanner.found)
}

/** The first line that isn't JSON. Not every error of `JSON.parse` says where it is. */
export function lineOfError(text: string): number {
  const scanner = new Scanner(text)
  try {
    scanner.value(undefined)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
  }
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
  /** Where the deepest part that was looked for begins. */
  found = 0

  constructor(text: string) {
    this.#text = text
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
    this.at += 1
    this.#take(SPACE)
    for (let place = 0; this.#text[this.at] !== end; place++) {
      if (place > 0) this.#sign(',')
      this.#take(SPACE)
      const name = nameOf(place)
      this.value(path && path[0] === name ? path.slice(1) : undefined)
    }
    this.at += 1
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
