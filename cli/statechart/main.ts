import { writeFile } from 'node:fs/promises'
import { statecharts } from './document.ts'

const DOCUMENT = 'docs/statechart.md'

await writeFile(DOCUMENT, statecharts())
console.log(`Wrote ${DOCUMENT}.`)
