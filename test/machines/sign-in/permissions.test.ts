import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { isGuid } from '#machines/guid.ts'
import {
  API_PERMISSIONS,
  adminConsentAddress,
  REDIRECT_URI,
  registrationCommands,
  registrationLines,
} from '#machines/sign-in/permissions.ts'
import { english } from '../../english.ts'

describe('the app registration', () => {
  it('asks for one delegated permission of each service, and for nothing else', () => {
    expect(API_PERMISSIONS.map(({ audience }) => audience)).toEqual([
      'resource-manager',
      'key-vault',
      'power-platform',
      'dataverse',
      'directory',
    ])
    expect(API_PERMISSIONS.every(({ appId }) => isGuid(appId))).toBe(true)
  })

  it('is described ready to paste: each API with its id and permission, the way back, the public client flows', () => {
    const text = english.all(registrationLines()).join('\n')
    for (const { api, appId, permission } of API_PERMISSIONS) expect(text).toContain(`${api} (${appId}): ${permission}.`)
    expect(text).toContain(REDIRECT_URI)
    expect(text).toContain('Allow public client flows: Yes')
  })

  it('is made by commands that bash can read and that name each permission once', () => {
    const commands = registrationCommands()
    for (const { appId, permission } of API_PERMISSIONS) expect(commands.split(`\ngrant ${appId} ${permission}\n`)).toHaveLength(2)
    if (process.platform !== 'win32') expect(execFileSync('bash', ['-n'], { input: commands }).toString()).toBe('')
  })

  it('is consented to on the cloud’s own sign-in service', () => {
    expect(adminConsentAddress(CLOUDS.dod, 'contoso.us', 'a&b')).toBe(
      'https://login.microsoftonline.us/contoso.us/adminconsent?client_id=a%26b',
    )
  })
})
