import { marked, type Token, type Tokens } from 'marked'
import type { NoteRun, SessionNotes, SessionStage } from '#contract/presenter-channels.ts'
import { defineMessages, type Message } from '#machines/messages/message.ts'
import { withoutMarks } from '#machines/messages/one-line.ts'

export type NotesResult = { readonly ok: true; readonly notes: SessionNotes } | { readonly ok: false; readonly why: Message }

const messages = defineMessages('notes', {
  noTitle: 'The notes have no title. Begin the first line with “# ”.',
  noCase: 'The notes name no practice case. Write its name in backticks under the title, for example `ready-to-enable`.',
  unknownCase: 'There’s no practice case “{scenario}”.',
  noStages: 'The notes have no stages. Begin each with “## Title (5 min)”.',
  noMinutes: 'The stage “{title}” doesn’t say how many minutes it takes. Write them after its title: “(5 min)”.',
  noLabel: 'In the stage “{title}”, a line doesn’t begin with a word in bold, such as “**Say**”.',
})

export const noteFileMessages = defineMessages('notes', {
  files: 'Notes in Markdown',
  broken: 'Couldn’t open {file}. {why}',
})

/** `Title (5 min)`, in any language. */
const STAGE = /^(?<title>.*\S)\s*[(（]\s*(?<minutes>\d{1,3})[^)）]*[)）]\s*$/u

class Broken extends Error {
  constructor(readonly why: Message) {
    super()
  }
}

const isToken = <Type extends Token['type']>(type: Type, token: Token): token is Extract<Token, { type: Type }> => token.type === type

const plain = (token: Token): string =>
  'tokens' in token && token.tokens ? token.tokens.map(plain).join('') : 'text' in token ? token.text : ''

function runsOf(tokens: readonly Token[]): NoteRun[] {
  return tokens.flatMap((token) => {
    if (token.type === 'text' && 'tokens' in token && token.tokens) return runsOf(token.tokens)
    const text = plain(token)
    return text === '' ? [] : [{ text, strong: token.type === 'strong' }]
  })
}

function pointOf(item: Tokens.ListItem, title: string): SessionStage['points'][number] {
  const [label, ...runs] = runsOf(item.tokens)
  if (!label?.strong) throw new Broken(messages.noLabel({ title }))
  const [first, ...rest] = runs
  // “**Say**: it works” equals “**Say** It works”.
  const begun = first ? [{ ...first, text: first.text.replace(/^\s*[:：]?\s*/u, '') }] : []
  return { label: label.text.replace(/[:：]\s*$/u, ''), runs: [...begun, ...rest].filter(({ text }) => text !== '') }
}

/**
 * Parses notes from Markdown: title, case in backticks, and per stage a heading with minutes and a list whose items
 * begin with a bold word. A stage may name another case. Ignores the rest.
 * @param cases existing practice cases
 */
export function readNotes(markdown: string, cases: readonly string[]): NotesResult {
  const tokens = marked.lexer(withoutMarks(markdown))
  try {
    const title = tokens.find((token) => isToken('heading', token) && token.depth === 1)
    if (!title) throw new Broken(messages.noTitle)
    const stages = tokens.flatMap((token, index) =>
      isToken('heading', token) && token.depth === 2 ? [stageOf(token, tokens.slice(index + 1), cases)] : [],
    )
    const [first, ...others] = stages
    if (!first) throw new Broken(messages.noStages)
    return { ok: true, notes: { title: plain(title), scenario: caseOf(tokens, cases), stages: [first, ...others] } }
  } catch (error) {
    if (error instanceof Broken) return { ok: false, why: error.why }
    throw error
  }
}

function caseOf(tokens: readonly Token[], cases: readonly string[]): string {
  const beforeStages = tokens.slice(
    0,
    tokens.findIndex((token) => isToken('heading', token) && token.depth === 2),
  )
  const scenario = namedCase(beforeStages, cases)
  if (scenario === undefined) throw new Broken(messages.noCase)
  return scenario
}

function namedCase(tokens: readonly Token[], cases: readonly string[]): string | undefined {
  const named = tokens.flatMap((token) => (isToken('paragraph', token) ? (token.tokens ?? []) : [])).find(({ type }) => type === 'codespan')
  if (!named) return undefined
  const scenario = plain(named)
  if (!cases.includes(scenario)) throw new Broken(messages.unknownCase({ scenario }))
  return scenario
}

function stageOf(heading: Token, after: readonly Token[], cases: readonly string[]): SessionStage {
  const said = plain(heading)
  const found = STAGE.exec(said)?.groups
  const title = found?.['title']
  if (title === undefined) throw new Broken(messages.noMinutes({ title: said }))
  const end = after.findIndex(({ type }) => type === 'heading')
  const own = end === -1 ? after : after.slice(0, end)
  const items = own.flatMap((token) => (isToken('list', token) ? (token as Tokens.List).items : []))
  const scenario = namedCase(own, cases)
  return {
    title,
    minutes: Number(found?.['minutes']),
    points: items.map((item) => pointOf(item, title)),
    ...(scenario === undefined ? {} : { scenario }),
  }
}
