import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ALL_ACTIONS } from '#machines/procedure/actions/registry.ts'
import english from '#messages/translating/en.json'
import { problems, withCoded } from './check.ts'
import { codedSources } from './coded-sources.ts'
import { asMarkdown, closingLine } from './page.ts'
import { ABOUT_THE_WIZARD, FACTUAL, REGISTER } from './register.ts'
import { asModule } from './sections.ts'

const MODULE = 'machines/procedure/sources/sections.ts'

const USAGE = `npm run check -- facts [--write] [--page FILE]

Checks that every statement about Microsoft's services names the document it rests on, or is marked as our conclusion.
  --write       also writes ${MODULE}
  --page FILE   also writes all statements, under the document and heading that they rest on

Exit code 0 when every statement has its source and the module says the same, 1 when not, 2 when the command could not be understood.`

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { write: { type: 'boolean' }, page: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const coded = await codedSources()
  const register = withCoded(REGISTER, coded)
  const found = problems(register, { factual: FACTUAL, aboutTheWizard: Object.keys(ABOUT_THE_WIZARD) }, english, coded)
  for (const problem of found) console.error(problem)
  const kinds = ALL_ACTIONS.map(({ kind }) => kind)
  const text = asModule(register, coded, kinds)
  if (values.write) await writeFile(MODULE, text)
  if (values.page !== undefined) await writeFile(values.page, asMarkdown(register, english))
  const isCurrent = (await readFile(MODULE, 'utf8').catch(() => '')) === text
  if (!isCurrent) console.error(`${MODULE} says something else than the register. Write it anew with: npm run check -- facts --write`)
  console.log(`${closingLine(register)}.`)
  return found.length === 0 && isCurrent ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof TypeError ? `${error.message}\n\n${USAGE}` : error)
  process.exitCode = 2
}
