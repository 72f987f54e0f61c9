import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { holdAgainstCode } from './handling.ts'
import { asMarkdown, asText, closingLine } from './table.ts'

const DOCUMENT = 'docs/catalogue.md'

const USAGE = `npm run catalogue [-- --write] [-- --brief]

Holds the failure catalogue against the code and prints where each entry is seen or told.
  --write   also writes ${DOCUMENT}
  --brief   prints the last line alone, and what is wrong

Exit code 0 when every entry is handled and ${DOCUMENT} says the same, 1 when not, 2 when the command could not be understood.`

const written = (): Promise<string> => readFile(DOCUMENT, 'utf8').catch(() => '')

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { write: { type: 'boolean' }, brief: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const { handled, unknown } = await holdAgainstCode()
  const document = asMarkdown(handled)
  if (values.write) await writeFile(DOCUMENT, document)
  const missing = handled.filter((each) => each.missing)
  for (const { entry } of missing)
    console.error(`${entry.id} (${entry.title}) is promised as ${entry.by}, and nothing in the code names it so.`)
  for (const naming of unknown) console.error(`${naming} names an entry that the catalogue does not have.`)
  const current = (await written()) === document
  if (!current) console.error(`${DOCUMENT} says something else than the code. Write it anew with: npm run catalogue -- --write`)
  process.stdout.write(values.brief ? `${closingLine(handled)}\n` : asText(handled))
  return missing.length === 0 && unknown.length === 0 && current ? 0 : 1
}

// A reader such as `| head` closes the pipe early: no error, no different exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof TypeError ? `${error.message}\n\n${USAGE}` : error)
  process.exitCode = 2
}
