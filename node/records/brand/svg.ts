/* Sanitizes an untrusted SVG: parsed by a strict grammar and rewritten from an allow list of shapes, gradients and
   text. Nothing is copied. Scripts, styles, links, images, other documents and unknown content are dropped; malformed
   input is refused. */

const ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'text', 'tspan'],
])

const HOLDS_TEXT: ReadonlySet<string> = new Set(['title', 'desc', 'text', 'tspan'])

const GRADIENTS: ReadonlySet<string> = new Set(['linearGradient', 'radialGradient'])

const PROPERTIES: readonly string[] = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'opacity', 'clip-path', 'clip-rule', 'display', 'visibility'],
  ...['stop-color', 'stop-opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'letter-spacing'],
]

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...PROPERTIES,
  ...['id', 'viewBox', 'preserveAspectRatio', 'width', 'height', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy'],
  ...['d', 'points', 'transform', 'dx', 'dy', 'offset', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits'],
])

/** A logo has some hundred. */
const MOST_ELEMENTS = 5_000
const DEEPEST = 40

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

class NotTaken extends Error {}

/** An image with one of these is drawn nowhere. */
const OUTSIDE_XML = /[\p{Cs}\uFFFE\uFFFF]/u

function decoded(text: string): string {
  return text.replaceAll(/&([^;&\s]{0,12})(;?)/g, (_whole, name: string, end: string) => {
    const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const character = ENTITIES.get(name) ?? (code > 31 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined)
    if (end === '' || character === undefined || OUTSIDE_XML.test(character)) throw new NotTaken()
    return character
  })
}

const COLOR = /^(?:rgb|rgba|hsl|hsla)\([\d.,%\s/]*\)$/i
const OWN_REFERENCE = /^url\(#[\w.-]+\)$/
const TRANSFORM = /^(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d.,e+\-\s]*\)[\s,]*)+$/i

/** Numbers, words and colors; functions only within the image. */
const isSafe = (value: string): boolean =>
  /[():\\@\p{Cc}]/u.test(value.replaceAll(/[\t\n\r]/g, ' '))
    ? COLOR.test(value) || OWN_REFERENCE.test(value) || TRANSFORM.test(value)
    : true

/** Harmless style declarations as attributes. */
const declarations = (style: string): readonly (readonly [string, string])[] =>
  style.split(';').flatMap((declaration) => {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:(.*)$/s.exec(declaration) ?? []
    return PROPERTIES.includes(name) && isSafe(value.trim()) ? [[name, value.trim()] as const] : []
  })

function attributesOf(element: string, source: string): string {
  const kept = new Map<string, string>()
  const seen = new Set<string>()
  const pattern = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
  while (pattern.lastIndex < source.length) {
    const { lastIndex } = pattern
    const [, name = '', double, single] = pattern.exec(source) ?? []
    if (name === '') {
      if (source.slice(lastIndex).trim() === '') break
      throw new NotTaken()
    }
    if (seen.has(name)) throw new NotTaken()
    seen.add(name)
    const value = decoded(double ?? single ?? '')
    if (name === 'style') for (const [property, said] of declarations(value)) kept.set(property, said)
    else if (ATTRIBUTES.has(name) && isSafe(value) && !kept.has(name)) kept.set(name, value)
    else if ((name === 'href' || name === 'xlink:href') && GRADIENTS.has(element) && /^#[\w.-]+$/.test(value)) kept.set('href', value)
  }
  return [...kept].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
}

interface Writing {
  readonly open: { readonly name: string; readonly isKept: boolean }[]
  elements: number
  out: string
}

function begin(writing: Writing, name: string, attributes: string, isEmpty: boolean): void {
  const { open } = writing
  writing.elements += 1
  if (writing.elements > MOST_ELEMENTS || open.length >= DEEPEST) throw new NotTaken()
  const isRoot = open.length === 0
  if (isRoot && (name !== 'svg' || writing.out !== '')) throw new NotTaken()
  const isKept = (open.at(-1)?.isKept ?? true) && ELEMENTS.has(name) && (name !== 'svg' || isRoot)
  const own = attributesOf(name, attributes)
  if (isKept) writing.out += `<${name}${isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : ''}${own}${isEmpty ? '/>' : '>'}`
  if (!isEmpty) open.push({ name, isKept })
}

function end(writing: Writing, name: string): void {
  const last = writing.open.pop()
  if (last?.name !== name) throw new NotTaken()
  if (last.isKept) writing.out += `</${name}>`
}

function say(writing: Writing, text: string): void {
  const within = writing.open.at(-1)
  if (!within) {
    if (text.trim() !== '') throw new NotTaken()
    return
  }
  if (within.isKept && HOLDS_TEXT.has(within.name)) writing.out += escaped(text.replaceAll(/(?![\t\n])\p{Cc}/gu, ''))
}

const TOKEN =
  /<!--(?!>|->)(?:(?!--)[\s\S])*-->|<\?xml\s[^<>]*\?>|<!DOCTYPE[^<>[\]]*>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([A-Za-z_][\w:.-]*)\s*>|<([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*)(\/?)>|([^<]+)/y

// Decision 0211: not DOMPurify, which needs a DOM.
/** @returns the rewritten image; undefined for unacceptable text */
export function cleanSvg(text: string): string | undefined {
  const source = text.replace(/^\ufeff/, '')
  const writing: Writing = { open: [], elements: 0, out: '' }
  const token = new RegExp(TOKEN)
  try {
    while (token.lastIndex < source.length) {
      const [whole, characters, ended, begun, attributes = '', slash, plain] = token.exec(source) ?? []
      if (whole === undefined) return undefined
      if (begun !== undefined) begin(writing, begun, attributes, slash === '/')
      else if (ended !== undefined) end(writing, ended)
      else if (characters !== undefined) say(writing, characters)
      else if (plain !== undefined) say(writing, decoded(plain))
    }
  } catch (error) {
    if (error instanceof NotTaken) return undefined
    throw error
  }
  return writing.open.length === 0 && writing.out !== '' ? writing.out : undefined
}
