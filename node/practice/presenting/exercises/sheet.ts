import { defineMessages } from '#machines/messages/message.ts'
import { escapeHtml } from '#messages/escape-html.ts'
import type { Formatter } from '#messages/formatter.ts'
import { practiceCases } from '../../gallery.ts'
import { type Exercise, wordsIn } from './exercise.ts'

const messages = defineMessages('exercise.sheet', {
  title: 'Class sheet',
  about: 'Exercises in a practice tenant. Nothing is real.',
  number: 'No.',
  exercise: 'Exercise',
  goal: 'Goal',
  case: 'Practice case',
  minutes: 'Minutes',
  name: 'Name',
  solved: 'Who has solved what',
})

const PEOPLE = 16

const STYLE = `@page{size:A4 landscape;margin:15mm}body{font:11pt/1.4 "Segoe UI",system-ui,sans-serif;color:#1b1b1b;margin:2em auto;max-width:70em}
h1{font-size:20pt;margin:0}h2{font-size:13pt;margin:1.5em 0 .5em;break-before:page}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #767676;padding:4pt 6pt;text-align:start;vertical-align:top}th{background:#f3f3f3}.names td{height:18pt}.box{width:9%;text-align:center}
tr{break-inside:avoid}@media screen{h2{break-before:auto}}`

/** @returns a self-contained printable page */
export function classSheet(
  exercises: readonly Exercise[],
  { text, locale }: Formatter,
): { readonly name: string; readonly content: string } {
  const cell = (tag: 'td' | 'th', content: string, of = '') => `<${tag}${of}>${escapeHtml(content)}</${tag}>`
  const head = (cells: readonly string[]) => `<thead><tr>${cells.map((each) => cell('th', each, ' scope="col"')).join('')}</tr></thead>`
  const rows = exercises.map((exercise, index) => {
    const { title, goal, lang } = wordsIn(exercise, locale)
    const of = practiceCases.find(({ name }) => name === exercise.case)
    const written = [title, goal].map((each) => cell('td', each, lang === locale ? '' : ` lang="${escapeHtml(lang)}" dir="auto"`))
    const others = [of ? text(of.title) : exercise.case, String(exercise.minutes)].map((each) => cell('td', each))
    return `<tr>${[cell('td', String(index + 1)), ...written, ...others].join('')}</tr>`
  })
  const boxes = `<tr><td></td>${exercises.map(() => '<td class="box"></td>').join('')}</tr>`
  const numbers = exercises.map((_exercise, index) => cell('th', String(index + 1), ' scope="col" class="box"')).join('')
  const list = head([messages.number, messages.exercise, messages.goal, messages.case, messages.minutes].map(text))
  const content = `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(text(messages.title))}</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(text(messages.title))}</h1><p>${escapeHtml(text(messages.about))}</p>
<table>${list}<tbody>${rows.join('')}</tbody></table>
<h2>${escapeHtml(text(messages.solved))}</h2>
<table class="names"><thead><tr>${cell('th', text(messages.name), ' scope="col"')}${numbers}</tr></thead><tbody>${boxes.repeat(PEOPLE)}</tbody></table>
</body></html>
`
  return { name: 'class-sheet.html', content }
}
