import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ORIGINS } from '#node/practice/addresses.ts'
import { findProgram } from '../../../tools/system.mjs'
import type { ServedCloud } from './served-cloud.ts'

/** True without Azure CLI: its test is skipped. */
export const azureCliMissing = findProgram('az') === undefined

type Variables = Readonly<Record<string, string>>

/**
 * Real Azure CLI, with separate settings, signed in to a served cloud as the service principal.
 * @param folder for what it keeps
 * @returns the variables under which it is
 */
export async function signedInAzureCli(folder: string, cloud: ServedCloud): Promise<Variables> {
  const { addresses, caFile, clientId, clientSecret, tenantId } = cloud
  const variables = {
    AZURE_CONFIG_DIR: path.join(folder, 'settings'),
    REQUESTS_CA_BUNDLE: caFile,
    NO_PROXY: 'localhost,127.0.0.1',
    no_proxy: 'localhost,127.0.0.1',
    // Debian's build warns about Python on every call.
    PYTHONWARNINGS: 'ignore',
  }
  const az = async (...words: readonly string[]): Promise<void> => {
    const child = spawn('az', [...words, '--only-show-errors'], {
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text
    })
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`az ${words[0]} ${words[1]} ended with ${code}:\n${complaints}`)
  }
  // Discovery would ask Microsoft about an authority that it cannot know.
  await az('config', 'set', 'core.instance_discovery=false', 'core.collect_telemetry=false')
  await az('cloud', 'register', '--name', 'Practice', '--endpoint-resource-manager', addresses[ORIGINS.resourceManager] ?? '')
  await az('cloud', 'set', '--name', 'Practice')
  await az('login', '--service-principal', '--username', clientId, '--password', clientSecret, '--tenant', tenantId)
  return variables
}

/**
 * A substitute for PowerShell with the Az module: it answers the one request it gets, the token for a resource, with a real
 * token of the served cloud. It knows nothing else, so this proves how the wizard asks, and not that PowerShell answers so.
 * @param folder for the program
 * @returns the variables under which `pwsh` is found
 */
export function standInForPowerShell(folder: string, { caFile, addresses, clientId, clientSecret, tenantId }: ServedCloud): Variables {
  const program = path.join(folder, 'pwsh.mjs')
  writeFileSync(
    program,
    `const command = process.argv.at(-1)
const resource = /ResourceUrl = "([^"]+)"/.exec(command)?.[1]
if (!command.includes('Get-AzAccessToken') || !command.includes('$tenantId = "${tenantId}"') || !resource) process.exit(process.argv[2] === '/?' ? 0 : 1)
const form = { grant_type: 'client_credentials', client_id: '${clientId}', client_secret: '${clientSecret}', scope: resource + '/.default' }
const answer = await fetch('${addresses[ORIGINS.identity]}/${tenantId}/oauth2/v2.0/token', { method: 'POST', body: new URLSearchParams(form) })
const { access_token: Token, expires_in } = await answer.json()
console.log(JSON.stringify({ Token, ExpiresOn: new Date(Date.now() + expires_in * 1000).toISOString() }))
`,
  )
  const pwsh = path.join(folder, 'pwsh')
  writeFileSync(pwsh, `#!/bin/sh\nNODE_EXTRA_CA_CERTS='${caFile}' exec '${process.execPath}' '${program}' "$@"\n`)
  chmodSync(pwsh, 0o755)
  return { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` }
}
