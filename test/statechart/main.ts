import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { statecharts } from './document.ts'

const DOCUMENT = 'docs/statechart.md'

const { values } = parseArgs({ options: { write: { type: 'boolean' } } })
const drawn = statecharts()
if (values.write) await writeFile(DOCUMENT, drawn)
const isCurrent = drawn === (await readFile(DOCUMENT, 'utf8').catch(() => ''))
if (isCurrent) console.log(`${DOCUMENT} shows the machines as they are.`)
else console.error(`${DOCUMENT} shows other machines. Write it anew with: npm run check -- statechart --write`)
process.exitCode = isCurrent ? 0 : 1
