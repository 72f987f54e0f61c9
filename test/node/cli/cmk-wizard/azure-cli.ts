import { chmodSync, mkdirSync } from 'node:fs'
import { inFolder, type Served, written } from './program.ts'

/** Stands in for Azure CLI: it notes what it is asked, and gives a token of the served tenant. It proves how it is asked, not how it answers. */
export function standInForAzureCli({ server, tenantId }: Served) {
  const log = inFolder('az.log')
  const { tenant } = server
  const tokens = Object.fromEntries(
    ['https://management.azure.com', 'https://service.powerapps.com', 'https://vault.azure.net'].map((audience) => [
      audience,
      tenant.tokenFor('ada', `${audience}/.default`).token,
    ]),
  )
  const script = written(
    'az.mjs',
    `import { appendFileSync } from 'node:fs'
const words = process.argv.slice(2)
appendFileSync(${JSON.stringify(log)}, words.join(' ') + '\\n')
if (words[1] === 'show') {
  console.log(${JSON.stringify(tenantId)})
  process.exit()
}
const resource = words[words.indexOf('--resource') + 1]
const tokens = ${JSON.stringify(tokens)}
const accessToken = tokens[Object.keys(tokens).find((each) => resource.startsWith(each))] ?? tokens['https://management.azure.com']
console.log(JSON.stringify({ accessToken, expires_on: Math.floor(Date.now() / 1000) + 3600, tokenType: 'Bearer' }))
`,
  )
  mkdirSync(inFolder('bin'), { recursive: true })
  // Windows finds the second by the same name. A batch file is read in an old code page, in which not every path can be written.
  const program = written('bin/az', `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`)
  written('bin/az.cmd', `@"${process.execPath}" "%~dp0..\\az.mjs" %*\r\n`)
  chmodSync(program, 0o755)
  return { program, log }
}
