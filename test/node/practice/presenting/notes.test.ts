import { describe, expect, it } from 'vitest'
import type { SessionNotes } from '#contract/presenter-channels.ts'
import { OFFERED } from '#messages/languages.ts'
import { readNotes } from '#node/practice/presenting/notes.ts'
import { shippedSession } from '#node/practice/presenting/session.ts'
import { english } from '#test/english.ts'

const CASES = ['ready-to-enable', 'no-reader']

const NOTES = `# A short session

Case: \`no-reader\`. For administrators.

## Begin (2 min)

- **Say** It works.
- **Do**: Select **Start**, then wait.

A paragraph that is no note.

## Ende（10 分）

1. **Zeigen** Die Karte
`

describe('notes', () => {
  it('have nothing that turns text around', () => {
    expect(readNotes(NOTES.replaceAll('It works', '\u202eIt\u2069 works\u200f'), CASES)).toEqual(readNotes(NOTES, CASES))
  })

  it('are a title, a case, and stages with their minutes and lines', () => {
    expect(readNotes(NOTES, CASES)).toEqual({
      ok: true,
      notes: {
        title: 'A short session',
        scenario: 'no-reader',
        stages: [
          {
            title: 'Begin',
            minutes: 2,
            points: [
              { label: 'Say', runs: [{ text: 'It works.', strong: false }] },
              {
                label: 'Do',
                runs: [
                  { text: 'Select ', strong: false },
                  { text: 'Start', strong: true },
                  { text: ', then wait.', strong: false },
                ],
              },
            ],
          },
          { title: 'Ende', minutes: 10, points: [{ label: 'Zeigen', runs: [{ text: 'Die Karte', strong: false }] }] },
        ],
      },
    })
  })

  it.each([
    ['an empty file', '', 'The notes have no title. Begin the first line with “# ”.'],
    ['no stages', '# Title\n\n`no-reader`', 'The notes have no stages. Begin each with “## Title (5 min)”.'],
    [
      'no case',
      '# Title\n\n## A (1 min)\n',
      'The notes name no practice case. Write its name in backticks under the title, for example `ready-to-enable`.',
    ],
    ['a case that isn’t there', '# Title\n\n`format-disk`\n\n## A (1 min)\n', 'There’s no practice case “format-disk”.'],
    [
      'a stage without its minutes',
      '# Title\n\n`no-reader`\n\n## A long one\n',
      'The stage “A long one” doesn’t say how many minutes it takes. Write them after its title: “(5 min)”.',
    ],
    [
      'a line that doesn’t say what it is',
      '# Title\n\n`no-reader`\n\n## A (1 min)\n\n- It works.\n',
      'In the stage “A”, a line doesn’t begin with a word in bold, such as “**Say**”.',
    ],
  ])('with %s are refused by name', (_what, markdown, why) => {
    const read = readNotes(markdown, CASES)
    expect(read.ok ? undefined : english.text(read.why)).toBe(why)
  })

  it('keep text as text: no markup of theirs reaches the page', () => {
    const read = readNotes(
      '# T\n\n`no-reader`\n\n## A (1 min)\n\n- **Say** <img src=x onerror=alert(1)> [here](javascript:alert(1))\n',
      CASES,
    )
    const said = read.ok ? read.notes.stages[0].points[0]?.runs.map(({ text }) => text).join('') : undefined
    expect(said).toBe('<img src=x onerror=alert(1)> here')
  })

  it.each([
    ['20-minutes', 20, 7],
    ['60-minutes', 60, 10],
  ] as const)('that come with the app as %s plan %i minutes in %i stages, the same in every language', async (use, minutes, count) => {
    const planOf = ({ stages }: SessionNotes) => stages.map((stage) => [stage.minutes, stage.points.length, stage.scenario])
    const inEnglish = await shippedSession(use, 'en')
    expect(inEnglish.stages).toHaveLength(count)
    expect(inEnglish.stages.reduce((sum, stage) => sum + stage.minutes, 0)).toBe(minutes)
    for (const locale of OFFERED.filter((each) => each !== 'en')) {
      const session = await shippedSession(use, locale)
      expect(planOf(session)).toEqual(planOf(inEnglish))
      expect(session.title).not.toBe(inEnglish.title)
      for (const [index, { title }] of session.stages.entries()) expect(title).not.toBe(inEnglish.stages[index]?.title)
    }
  })

  it('may name another case for a stage', () => {
    const read = readNotes(
      '# T\n\n`no-reader`\n\n## A (1 min)\n\n- **Say** a\n\n## B (1 min)\n\nCase: `ready-to-enable`\n\n- **Say** b\n',
      CASES,
    )
    expect(read.ok && read.notes.stages.map(({ scenario }) => scenario)).toEqual([undefined, 'ready-to-enable'])
    const unknown = readNotes('# T\n\n`no-reader`\n\n## A (1 min)\n\nCase: `mine`\n', CASES)
    expect(unknown.ok ? undefined : english.text(unknown.why)).toBe('There’s no practice case “mine”.')
  })

  it('are in English where they are in no other language', async () => {
    expect(await shippedSession('20-minutes', 'tlh')).toEqual(await shippedSession('20-minutes', 'en'))
  })
})
