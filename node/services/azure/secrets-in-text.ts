const SECRETS: readonly RegExp[] = [
  // Letters before it are part of another word, unless they end an escape: `%20`, `\n`, `\u0022`.
  /(?<=^|[^A-Za-z]|%[\dA-Fa-f]{2}|\\[nrtbf]|\\u[\dA-Fa-f]{4})eyJ[\w-]{5,2000}\.[\w-]{5,}(?:\.[\w-]*)?/g,
  /(?<=\b(?:bearer|pop)\s+)[\w.~+/=-]{8,}/gi,
  /(?<=[?&](?:sig|signature|token|(?:access|refresh|id)_token|code|device_code|code_verifier|client_secret|(?:client_)?assertion|password|key)=)[^&\s"'<>]+/gi,
  /(?<="(?:access_token|refresh_token|id_token|client_secret|client_assertion|password)"\s*:\s*")[^"]*/gi,
]

const REMOVED = '[removed]'

// A header's length is bounded, so that many beginnings don't each read to the end.
const TOKEN = /eyJ[\w-]{5,2000}\.[\w-]{5,}/

/** How mails, headers and encoders break a long line, and how JSON and an address escape that. `=` is of quoted-printable. */
const BREAK = /=?(?:\r?\n[ \t]*|(?:\\r)?\\n|(?:%0D)?%0A)/gi
/** Text without spaces, also over the ends of lines. */
const LINES = /(?<![^\s"'<>])[^\s"'<>]+(?:\r?\n[ \t]*[^\s"'<>]+)*/g
/** The same behind the name of a scheme, where a token of any kind is. */
const TOKEN_IN_LINES = /(?<=\b(?:bearer|pop)\s+)[\w.~+/=-]+(?:\r?\n[ \t]*[\w.~+/=-]+)+/gi
/** Longer than words of a sentence, also with the one that begins the next line. */
const SHORTEST_TOKEN_IN_LINES = 40

const inOneLine = (text: string): string => text.replaceAll(BREAK, '')

/** Without secrets that are broken into lines. What is broken and holds none stays as it is. */
function withoutSecretsInLines(value: string): string {
  const behindScheme = value.replaceAll(TOKEN_IN_LINES, (lines) => (inOneLine(lines).length < SHORTEST_TOKEN_IN_LINES ? lines : REMOVED))
  return behindScheme.replaceAll(LINES, (lines) => {
    const line = inOneLine(lines)
    if (line === lines) return lines
    const left = withoutSecretsIn(line)
    return left === line ? lines : left
  })
}

/** @returns nothing if nothing is escaped */
function unescaped(run: string, escapes: RegExp): readonly string[] {
  const text = run.replaceAll(escapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return text === run ? [] : [text]
}

/** What can hide a token, with what it may stand for. A token has at least 14 characters. */
const ENCODINGS: readonly { readonly run: RegExp; decoded(run: string): readonly string[] }[] = [
  {
    run: /(?:[\w+/-](?:\r?\n)?){19,}={0,2}/g,
    // Characters before it, such as those of a path, shift the groups of four.
    decoded(run) {
      const text = run.replaceAll(/\s/g, '')
      return [0, 1, 2, 3].map((from) => Buffer.from(text.slice(from), 'base64').toString('latin1'))
    },
  },
  { run: /(?:[\da-f]{2}){14,}/gi, decoded: (run) => [Buffer.from(run, 'hex').toString('latin1')] },
  {
    run: /(?:%[\da-f]{2}|[\w.~-]){14,}/gi,
    decoded: (run) => unescaped(run, /%([\da-f]{2})/gi),
  },
  {
    run: /(?:\\u[\da-f]{4}|[\w.~-]){14,}/gi,
    decoded: (run) => unescaped(run, /\\u([\da-f]{4})/gi),
  },
]

/** Encoded twice is seen, three times not. */
const DEEPEST = 2

function hidesToken(text: string, depth: number): boolean {
  // UTF-16 has a zero after each of these characters.
  const seen = text.replaceAll('\0', '')
  if (TOKEN.test(seen) || TOKEN.test(inOneLine(seen))) return true
  return (
    depth > 0 &&
    ENCODINGS.some(({ run, decoded }) =>
      [...text.matchAll(run)].some(([each]) => decoded(each).some((inner) => hidesToken(inner, depth - 1))),
    )
  )
}

/** Texts in which nothing was found, as they are: one reading records the same paths and names over and over. A text with a secret is never kept. */
const clean = new Set<string>()
const MOST_CLEAN = 2000
/** In characters: longer texts rarely recur. */
const LONGEST_CLEAN = 300

/** Without what looks like a token, a signature or a password, also in base64, hexadecimal, escaped, or broken into lines. */
export function withoutSecrets(value: string): string {
  if (clean.has(value)) return value
  const left = withoutSecretsIn(withoutSecretsInLines(value))
  if (left !== value || value.length > LONGEST_CLEAN) return left
  if (clean.size >= MOST_CLEAN) clean.clear()
  clean.add(value)
  return left
}

function withoutSecretsIn(value: string): string {
  const plain = SECRETS.reduce((text, secret) => text.replaceAll(secret, REMOVED), value)
  return ENCODINGS.reduce(
    (text, { run, decoded }) =>
      text.replaceAll(run, (each) => (decoded(each).some((inner) => hidesToken(inner, DEEPEST - 1)) ? REMOVED : each)),
    plain,
  )
}

/** Shorter values would remove ordinary words. */
const SHORTEST_SECRET = 4
const SHORTEST_ENCODED = 8

/** The characters of base64 that stand for the value alone, wherever it begins in what is encoded. */
function inBase64(value: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), value])
      .toString('base64')
      .replace(/=+$/, '')
    const rest = (before + value.length) % 3
    const own = text.slice(before === 0 ? 0 : before + 1, rest === 0 ? undefined : -1)
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** How a service may repeat a value. */
function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8')
  const hex = bytes.toString('hex')
  const form = new URLSearchParams({ value }).toString().slice('value='.length)
  const escaped = [
    value,
    encodeURIComponent(value),
    form,
    form.toLowerCase(),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll(/[&<>"']/g, (each) => HTML[each] ?? each),
  ]
  if (value.length < SHORTEST_ENCODED) return escaped
  return [...escaped, hex, hex.toUpperCase(), ...inBase64(bytes), ...inBase64(Buffer.from(value, 'utf16le'))]
}

/** @param secrets values to remove, in each form in which a service may repeat them */
export function withoutValues(text: string, secrets: readonly string[]): string {
  const forms = new Set(secrets.filter((secret) => secret.length >= SHORTEST_SECRET).flatMap(formsOf))
  const sorted = [...forms].toSorted((one, other) => other.length - one.length)
  const left = sorted.reduce((rest, form) => rest.replaceAll(form, REMOVED), text)
  return left.replaceAll(LINES, (lines) => {
    const line = inOneLine(lines)
    return line !== lines && sorted.some((form) => line.includes(form)) ? REMOVED : lines
  })
}
