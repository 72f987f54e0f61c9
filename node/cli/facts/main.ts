import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ALL_ACTIONS } from '#machines/procedure/actions/registry.ts'
import english from '#messages/translating/en.json'
import { problems } from './check.ts'
import { codedSources } from './coded-sources.ts'
import { asMarkdown, closingLine } from './page.ts'
import { ABOUT_THE_WIZARD, FACTUAL, REGISTER } from './register.ts'
import { asModule } from './sections.ts'

const DOCUMENT = 'docs/facts-by-document.md'
const MODULE = 'machines/procedure/sources/sections.ts'

const USAGE = `npm run check -- facts [--write]

Checks that every statement about Microsoft's services names the document it rests on, or is marked as our conclusion.
  --write   also writes ${DOCUMENT} and ${MODULE}

Exit code 0 when every statement has its source and both files say the same, 1 when not, 2 when the command could not be understood.`

const written = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { write: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const coded = await codedSources()
  const found = problems(REGISTER, { factual: FACTUAL, aboutTheWizard: Object.keys(ABOUT_THE_WIZARD) }, english, coded)
  for (const problem of found) console.error(problem)
  const files = [
    [DOCUMENT, asMarkdown(REGISTER, english)],
    [
      MODULE,
      asModule(
        REGISTER,
        coded,
        ALL_ACTIONS.map(({ kind }) => kind),
      ),
    ],
  ] as const
  let current = true
  for (const [file, text] of files) {
    if (values.write) await writeFile(file, text)
    if ((await written(file)) === text) continue
    current = false
    console.error(`${file} says something else than the register. Write it anew with: npm run check -- facts --write`)
  }
  console.log(`${closingLine(REGISTER)}.`)
  return found.length === 0 && current ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof TypeError ? `${error.message}\n\n${USAGE}` : error)
  process.exitCode = 2
}
