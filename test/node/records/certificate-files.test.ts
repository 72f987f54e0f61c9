import path from 'node:path'
import { expect, it } from 'vitest'
import { certificateFiles, chooseCertificate } from '#node/records/certificate-files.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'

const inProfile = () => certificateFiles(path.join(testFolder(), 'profile', 'certificate-files.json'))

const picking = (...filePaths: string[]) => ({ canceled: filePaths.length === 0, filePaths })

const choosing = async (file: string | undefined, files = inProfile()) => ({
  files,
  chosen: await chooseCertificate(async () => picking(...(file === undefined ? [] : [file])), english.text, files),
})

it('knows no file at first, and each one that was chosen', async () => {
  const files = inProfile()
  expect(await files.has('/keys/one.pem')).toBe(false)
  expect((await choosing('/keys/one.pem', files)).chosen).toEqual({ ok: true, value: { file: '/keys/one.pem' } })
  await choosing('/keys/two.pem', files)
  expect(await Promise.all(['/keys/one.pem', '/keys/two.pem', '/keys/../keys/one.pem'].map(files.has))).toEqual([true, true, false])
})

it('adds nothing when the dialog is canceled', async () => {
  expect((await choosing(undefined)).chosen).toEqual({ ok: true, value: {} })
})

it('refuses a file on another computer', async () => {
  const { files, chosen } = await choosing('\\\\server\\share\\key.pem')
  expect(chosen.ok || english.text(chosen.why)).toContain('Choose a file on this computer')
  expect(await files.has('\\\\server\\share\\key.pem')).toBe(false)
})

it('says so when the choice can’t be saved', async () => {
  const files = certificateFiles(path.join(testFolder({ profile: 'a file, not a folder' }), 'profile', 'certificate-files.json'))
  const { chosen } = await choosing('/keys/one.pem', files)
  expect(chosen.ok || english.text(chosen.why)).toContain('Couldn’t save your choice')
})
