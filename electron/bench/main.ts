import { writeFileSync } from 'node:fs'
import { readDirectory } from './directory.ts'
import { writeManyEnvironments } from './many-environments.ts'
import { measurePreflight } from './preflight.ts'

/** The parts of `npm run bench:preflight` that need the program's own code; tools/bench-preflight.mjs runs them. */

const ROUNDS = 7

const [, , part, place = '', more = ''] = process.argv
switch (part) {
  case 'preflight':
    process.stdout.write(`${JSON.stringify(await measurePreflight(place, ROUNDS))}\n`)
    break
  case 'directory': {
    const { reading, rows } = await readDirectory(place, () => globalThis.gc?.())
    writeFileSync(more, JSON.stringify(rows))
    process.stdout.write(`${JSON.stringify(reading)}\n`)
    break
  }
  case 'environments':
    writeManyEnvironments(place, Number(more))
    break
  default:
    process.stderr.write('Usage: preflight TENANT | directory TENANT ROWS | environments FOLDER COUNT\n')
    process.exitCode = 2
}
