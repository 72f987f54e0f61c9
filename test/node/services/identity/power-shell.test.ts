import { expect, it } from 'vitest'
import { wherePowerShellIs } from '#node/services/identity/power-shell.ts'

/** On a computer where PowerShell is installed and the current folder has these files. */
function powerShell(platform: NodeJS.Platform, ...files: string[]) {
  const started: string[] = []
  const credential = wherePowerShellIs({ getToken: async () => ({ token: 'token', expiresOnTimestamp: 0 }) }, 1, {
    platform,
    folder: () => 'C:\\Downloads',
    isThere: async (file) => files.includes(file),
    starts: async (command) => started.push(command) > 0,
  })
  return { credential, started, files }
}

it.each(['pwsh.exe', 'powershell.exe', 'pwsh.exe.com', 'powershell.exe.exe'])(
  'runs nothing where the current folder has a %s, which Windows would start instead',
  async (planted) => {
    const { credential, started } = powerShell('win32', `C:\\Downloads\\${planted}`)
    await expect(credential.getToken('a')).rejects.toMatchObject({
      why: { messageId: 'services.tool.planted', values: { program: planted, folder: 'C:\\Downloads' } },
    })
    expect(started).toEqual([])
  },
)

it('looks before each token: a file can be planted later', async () => {
  const { credential, files } = powerShell('win32')
  expect(await credential.getToken('a')).toMatchObject({ token: 'token' })
  files.push('C:\\Downloads\\pwsh.exe')
  await expect(credential.getToken('a')).rejects.toMatchObject({ why: { messageId: 'services.tool.planted' } })
})

it.each<[NodeJS.Platform, string]>([
  ['win32', 'pwsh.exe'],
  ['linux', 'pwsh'],
])('on %s, starts %s', async (platform, command) => {
  const { credential, started } = powerShell(platform)
  await credential.getToken('a')
  await credential.getToken('a')
  expect(started).toEqual([command])
})
