import { writeFileSync } from 'node:fs'
import { measureBulkCheck } from './bulk-check.ts'
import { readDirectory } from './directory.ts'
import { writeManyCustomers } from './many-customers.ts'
import { writeManyEnvironments } from './many-environments.ts'
import { measurePreflight } from './preflight.ts'
import { measureTransitions } from './transition.ts'

/** Entry point of `npm run bench -- preflight`, `customers` and `transition`, in a process of its own. */

const ROUNDS = 7

const [, , part, place = '', more = '', most = '1'] = process.argv
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
  case 'bulk':
    process.stdout.write(`${JSON.stringify(await measureBulkCheck(Number(place), Number(more)))}\n`)
    break
  case 'customers':
    writeManyCustomers(place, Number(more), Number(most))
    break
  case 'transitions':
    process.stdout.write(`${JSON.stringify(await measureTransitions(Number(place), Number(more), ROUNDS))}\n`)
    break
  default:
    process.stderr.write(
      'Usage: preflight TENANT | directory TENANT ROWS | environments FOLDER COUNT | transitions LINES ENVIRONMENTS | bulk ENVIRONMENTS TENANTS | customers PROFILE ENVIRONMENTS CUSTOMERS\n',
    )
    process.exitCode = 2
}
