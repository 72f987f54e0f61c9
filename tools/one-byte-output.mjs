/**
 * V8 keeps a script of which one character is beyond Latin-1, a typographic quote for instance, with two bytes for each of its characters.
 */

/**
 * @param {string} code a bundled script
 * @returns {string} the same script with escapes for those characters, where that takes less memory: a Japanese catalog is better left as it is
 */
export function inOneByte(code) {
  const escaped = code.replaceAll(/[^\0-ÿ]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return escaped.length < 2 * code.length ? escaped : code
}

/**
 * Comes last, after the code was made small: a bundler that does that writes the characters themselves.
 * @returns {import('vite').Plugin}
 */
export function oneByteOutput() {
  return {
    name: 'one-byte-output',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = inOneByte(file.code)
    },
  }
}
