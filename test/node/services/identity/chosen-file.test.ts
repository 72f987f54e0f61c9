import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createClientCertificate } from '#node/practice/certificates.ts'
import { AUTOMATION, TENANT } from '#node/practice/world.ts'
import { certificateFiles } from '#node/records/certificate-files.ts'
import { quietSignIn } from '#node/services/identity/identity.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { entrance, openOf, optionsOf, problemOf, servePractice } from './entering.ts'

const { certificate, key } = createClientCertificate(AUTOMATION.displayName, Date.now())

/** A computer on which no file was picked yet. */
async function computer() {
  const opened: string[] = []
  const { cloud } = await servePractice({ certificates: [certificate] })
  const files = certificateFiles(path.join(testFolder(), 'certificate-files.json'))
  const options = {
    isChosenFile: files.has,
    readFile: async (file: string) => {
      opened.push(file)
      return `${key}${certificate}`
    },
  }
  const request = (certificatePath: string) => ({ way: 'certificate' as const, clientId: AUTOMATION.clientId, certificatePath })
  return { cloud, files, opened, options, request }
}

describe('a certificate file', () => {
  it.each(['/etc/passwd', '/nowhere/at/all.pem', 'C:\\keys\\wizard.pem'])(
    'that was never picked here isn’t opened, and isn’t told from one that doesn’t exist: %s',
    async (file) => {
      const { cloud, opened, options, request } = await computer()
      const problem = problemOf(await entrance(cloud, options).enter(request(file)))
      expect(problem.title).toBe('Choose the certificate file again')
      expect(JSON.stringify(problem)).not.toContain(path.basename(file))
      expect(opened).toEqual([])
    },
  )

  it('that a record names isn’t opened when many are checked', async () => {
    const { cloud, opened, options, request } = await computer()
    const outcome = await quietSignIn({ ...optionsOf(cloud), ...options, quiet: true }).signIn(
      { ...request('/home/ada/other.pem'), tenant: TENANT.id, cloud: cloud.id },
      new AbortController().signal,
    )
    expect(outcome.ok || english.text(outcome.problem.title)).toBe('Choose the certificate file again')
    expect(opened).toEqual([])
  })

  it('that was picked here opens the tenant, in this run and later ones', async () => {
    const { cloud, files, opened, options, request } = await computer()
    await files.add('/home/ada/wizard.pem')
    await files.add('/home/ada/other.pem')
    expect(openOf(await entrance(cloud, options).enter(request('/home/ada/wizard.pem'))).tenant.account.objectId).toBe(AUTOMATION.objectId)
    expect(opened).toEqual(['/home/ada/wizard.pem'])
  })

  it.each(['\\\\server\\share\\key.pem', '//server/share/key.pem', '\\\\?\\C:\\key.pem', '\\\\.\\pipe\\key', '/dev/stdin'])(
    'on another computer or a device is never opened, even if it was picked: %s',
    async (file) => {
      const { cloud, files, opened, options, request } = await computer()
      await files.add(file)
      expect(problemOf(await entrance(cloud, options).enter(request(file))).title).toBe('The file isn’t on this computer')
      expect(opened).toEqual([])
    },
  )

  it('of a pipeline’s token isn’t read from another computer either', async () => {
    const { cloud, opened, options } = await computer()
    const { SignInService } = await import('#node/services/identity/sign-in-service.ts')
    const outcome = await new SignInService({ ...optionsOf(cloud), ...options }).signIn(
      { way: 'workload-identity', clientId: AUTOMATION.clientId, tokenFile: '\\\\server\\token', tenant: TENANT.id, cloud: cloud.id },
      undefined,
      () => undefined,
      new AbortController().signal,
    )
    expect(problemOf(outcome).title).toBe('The file isn’t on this computer')
    expect(opened).toEqual([])
  })
})
