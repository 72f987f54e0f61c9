/**
 * The identity library looks for words in what Azure CLI and Azure PowerShell print, by patterns whose time grows with the square of a line's
 * length: one line of a megabyte would block the app for minutes. Its modules are changed to ask the same in time that grows with the length.
 */
const PACKAGE = /\/@azure\/identity\/dist\/[^?]*\/(\w+)\.js(?:\?|$)/

/**
 * What the library asks, and the same question asked in linear time. A pattern's answer is used as a yes or a no alone.
 * @type {Readonly<Record<string, readonly (readonly [string, string])[]>>}
 */
const QUESTIONS = {
  azureCliCredential: [
    ['.match("(.*)az login --scope(.*)")', '.includes("az login --scope")'],
    ['.match("(.*)az login(.*)")', '.includes("az login")'],
    // On one line, from the first "az:" on.
    ['.match("az:(.*)not found")', '.match(/^(?:(?!az:).)*az:.*not found/m)'],
  ],
  azurePowerShellCredential: [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the library's own text.
    ['.match(`(.*)${powerShellErrors.login}(.*)`)', '.includes(powerShellErrors.login)'],
  ],
}

/** Credentials of tools that no one signs in by. */
const NOT_USED = ['azureDeveloperCliCredential']

const UNKNOWN = /\.match\(["'`][^"'`]*\(\.\*\)/

/**
 * @returns {import('vite').Plugin}
 * @throws where another version of the library asks otherwise
 */
export function toolOutputPlugin() {
  return {
    name: 'tool-output',
    enforce: 'pre',
    transform(code, id) {
      const name = PACKAGE.exec(id.replaceAll('\\', '/'))?.[1]
      if (name === undefined || NOT_USED.includes(name)) return null
      let changed = code
      for (const [pattern, question] of QUESTIONS[name] ?? []) {
        if (!changed.includes(pattern)) throw new Error(`${id} no longer has ${pattern}. See tools/tool-output.mjs.`)
        changed = changed.replaceAll(pattern, () => question)
      }
      if (UNKNOWN.test(changed))
        throw new Error(`${id} has a pattern whose time may grow with the square of a line. See tools/tool-output.mjs.`)
      return changed === code ? null : { code: changed, map: null }
    },
  }
}
