import catalog from 'virtual:messages/all/en'
import ofMain from 'virtual:messages/main'
import ofWindow from 'virtual:messages/window'
import { describe, expect, it } from 'vitest'
import { type SessionNotes, SHIPPED_NOTES } from '#contract/presenter-channels.ts'
import { problemMessages } from '#machines/engine/step/problem-messages.ts'
import { type Message, verbatim } from '#machines/messages/message.ts'
import { messages as linkMessages } from '#machines/procedure/actions/link-environment/action.ts'
import { answered, assess, openGaps } from '#machines/procedure/coverage/assess.ts'
import { createFormatter, type Formatter } from '#messages/formatter.ts'
import { OFFERED } from '#messages/languages.ts'
import { SHIPPED } from '#node/practice/presenting/exercises/shipped.ts'
import { shippedSession } from '#node/practice/presenting/session.ts'
import { footer } from '#renderer/messages/frame.ts'
import { confirmation } from '#renderer/messages/plan.ts'
import { presenter } from '#renderer/messages/presenter.ts'
import { english } from '#test/english.ts'

const TRANSLATED = OFFERED.filter((each) => each !== 'en')

/** Bold text that isn't a label: the same in every language. */
const NAMES = ['contoso-prod']

/** Labels whose words depend on a value. */
const COUNTED = [
  ...[6, 1].flatMap((count) => [footer.review({ changes: count }), confirmation.apply({ amount: count })]),
  footer.reviewNamed({ start: linkMessages.start }),
]

/** Labels of which the notes name only what is before the colon. */
const BEGINNINGS = [problemMessages.notYet({ title: verbatim('') }), presenter.faults['failed-link']]

const beginning = (text: string): string => (text.split(/\s*[:：]/)[0] ?? '').trim()

async function formatterIn(locale: string): Promise<Formatter> {
  const parts = await Promise.all([ofMain, ofWindow].map(async (side) => (await side[locale]?.())?.default))
  return createFormatter(locale, Object.assign({}, ...parts), catalog)
}

/** Every way a label in English is said in another language: two buttons may share their words in one and not in the other. */
function labelsIn({ text }: Formatter) {
  const plain: readonly Message[] = Object.entries(catalog).flatMap(([messageId, entry]) =>
    typeof entry === 'string' && !entry.includes('{') ? [{ messageId }] : [],
  )
  const labels = [
    ...[...plain, ...COUNTED].map((message) => [english.text(message), text(message)] as const),
    ...BEGINNINGS.map((message) => [beginning(english.text(message)), beginning(text(message))] as const),
    ...NAMES.map((name) => [name, name] as const),
  ]
  return (label: string): readonly string[] => labels.filter(([said]) => said === label).map(([, there]) => there)
}

const inBold = ({ stages }: SessionNotes) =>
  stages.flatMap(({ points }) => points.map(({ runs }) => runs.filter(({ strong }) => strong).map(({ text }) => text)))

describe('what a session’s notes name in bold', () => {
  it.each(SHIPPED_NOTES)('is a label of the app, in %s', async (use) => {
    const known = labelsIn(english)
    const named = inBold(await shippedSession(use, 'en')).flat()
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((label) => known(label).length === 0)).toEqual([])
  })

  it.each(SHIPPED_NOTES.flatMap((use) => TRANSLATED.map((locale) => [use, locale] as const)))(
    'is on screen in the words of the same label, in %s in %s',
    async (use, locale) => {
      const translated = labelsIn(await formatterIn(locale))
      const lines = inBold(await shippedSession(use, locale))
      const wrong = inBold(await shippedSession(use, 'en')).flatMap((labels, line) => {
        const there = lines[line] ?? []
        const missing = labels.filter((label) => !translated(label).some((each) => there.includes(each)))
        return missing.length > 0 || there.length !== labels.length ? [{ labels, there }] : []
      })
      expect(wrong).toEqual([])
    },
  )

  it('leaves one gap to acknowledge where two apps are answered with Yes', () => {
    const answers = answered(undefined, { apps: ['finance', 'human-resources-stand-alone'] }, 'ada@contoso.example', 0)
    expect(openGaps(answers)).toEqual(['human-resources-stand-alone'])
    expect(
      assess(answers, 0)
        .filter(({ known }) => known)
        .map(({ item }) => item),
    ).toEqual(['human-resources-stand-alone'])
  })
})

describe('the hints of Safe from deletion', () => {
  const hints = SHIPPED.find(({ name }) => name === 'purge-protection')?.texts

  it.each(OFFERED)('name the buttons as they are on screen, in %s', async (locale) => {
    const { text } = locale === 'en' ? english : await formatterIn(locale)
    const [first, , last] = hints?.[locale]?.hints ?? []
    expect(first).toContain(text(footer.checkChoices))
    expect(last).toContain(text({ messageId: 'policy.purgeProtection.offer' }))
    expect(last).toContain(text(footer.review({ changes: 3 })))
  })
})

describe('the hint of an exercise', () => {
  const PLACES = [
    ['backup-first', 2, 'window.practice.hour'],
    ['another-key', 0, 'wizard.stepper.manage'],
    ['lock-the-vault', 0, 'wizard.stepper.manage'],
  ] as const

  it.each(PLACES.flatMap(([exercise, hint, label]) => OFFERED.map((locale) => [exercise, hint, label, locale] as const)))(
    'names the place as it is on screen: %s, hint %i, %s in %s',
    async (exercise, hint, label, locale) => {
      const { text } = locale === 'en' ? english : await formatterIn(locale)
      const hints = SHIPPED.find(({ name }) => name === exercise)?.texts[locale]?.hints
      expect(hints?.[hint]).toContain(text({ messageId: label }))
    },
  )
})
