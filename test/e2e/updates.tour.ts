import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { testFolder } from '../folder.ts'
import { packageOf, releaseServer } from '../node/services/updates/release-server.ts'
import { ownPublicKey } from '../node/services/updates/signing.ts'
import { violations } from './accessibility.ts'
import { openOver } from './desk.ts'
import { expect } from './expect.ts'
import { createProfile, launch, type Wizard, within } from './launch.ts'
import { picture } from './picture.ts'
import { drawn, NARROW, resize, USUAL } from './window-size.ts'

const NEWER = '99.0.0'

/** An AppImage as far as it is one for updating: a program of some megabytes that says that it ran. */
const program = (mark: string) => Buffer.from(`#!/bin/sh\necho started > '${mark}'\nexit 0\n${'# as large as a package\n'.repeat(100_000)}`)

/** The app as an AppImage that takes its updates from a server on this computer. */
async function appImage(...words: readonly string[]) {
  const server = await releaseServer()
  const folder = testFolder()
  const [installed, publisher, mark] = ['wizard.AppImage', 'updates.json', 'started'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(installed, 'the version before')
  chmodSync(installed, 0o755)
  writeFileSync(publisher, JSON.stringify({ version: 1, keys: [ownPublicKey], feed: server.feed.href }))
  const bytes = program(mark)
  const offered = packageOf('AppImage', bytes)
  server.answer(offered.file, bytes)
  const wizard = await launch(createProfile(), words, { CMK_WIZARD_UPDATES: publisher, APPIMAGE: installed })
  const child = wizard.app.process()
  onTestFinished(() => void child.kill('SIGKILL'))
  return { server, wizard, installed, mark, bytes, offered }
}

async function inBothThemes(wizard: Wizard, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await wizard.page.emulateMedia({ colorScheme })
    await picture(wizard, `${name}-${colorScheme}`)
  }
}

it('a version is checked, downloaded and installed from the settings, and the app that starts is the new one', async () => {
  const { server, wizard, installed, mark, bytes, offered } = await appImage()
  const { page } = wizard
  server.offer({ version: NEWER, packages: [offered], expires: new Date(Date.now() + 60_000_000) })
  await openOver(wizard, 'settings')
  const group = page.getByRole('group', { name: 'Updates' })
  await expect(group).toContainText('Checks once a day.')
  expectValue(server.asked).toEqual([])
  await group.getByRole('button', { name: 'Check now' }).click()
  await expect(group).toContainText(`Version ${NEWER} is available`)
  expectValue(server.asked).toEqual(['stable.json'])
  await group.getByRole('button', { name: 'Download' }).click()
  await expect(group).toContainText(`Version ${NEWER} is ready.`)
  expectValue(await violations(page)).toEqual([])
  expectValue(readFileSync(installed, 'utf8')).toBe('the version before')
  await group.scrollIntoViewIfNeeded()
  await inBothThemes(wizard, 'updates-settings')
  await page.getByRole('button', { name: 'Close' }).click()
  const row = page.getByRole('complementary', { name: 'Updates' })
  await expect(row).toContainText(`Version ${NEWER} is ready.`)
  await inBothThemes(wizard, 'updates-row')
  await row.getByRole('button', { name: 'Install and restart' }).click()
  const dialog = page.getByRole('dialog', { name: `Install version ${NEWER}?` })
  expectValue(await violations(page)).toEqual([])
  await inBothThemes(wizard, 'updates-dialog')
  // The press ends the app, which can be gone before the driver hears that it was made: the mark and what is installed prove it.
  await dialog
    .getByRole('button', { name: 'Install and restart' })
    .click()
    .catch((reason: unknown) => expectValue(String(reason)).toContain('has been closed'))
  expectValue(await within(20_000, 'The end of the process', wizard.exitCode)).toBe(0)
  await expect.poll(() => existsSync(mark)).toBe(true)
  expectValue(readFileSync(installed).equals(bytes)).toBe(true)
  expectValue(server.asked).toEqual(['stable.json', offered.file])
})

it('a package that isn’t the one that was signed is refused by name, and what is installed stays', async () => {
  const { server, wizard, installed, bytes, offered } = await appImage()
  const { page } = wizard
  server.offer({ version: NEWER, packages: [offered], expires: new Date(Date.now() + 60_000_000) })
  server.answer(offered.file, Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]))
  await openOver(wizard, 'settings')
  const group = page.getByRole('group', { name: 'Updates' })
  await group.getByRole('button', { name: 'Check now' }).click()
  await group.getByRole('button', { name: 'Download' }).click()
  await expect(group).toContainText('Update refused: the package isn’t the one that was signed.')
  await expect(group.getByRole('button', { name: 'Download' })).toBeVisible()
  expectValue(readFileSync(installed, 'utf8')).toBe('the version before')
  wizard.expectComplaints(/sha512|checksum/i)
})

it('what there is to update fits a narrow window in German, with and without a refusal', async () => {
  const { server, wizard, bytes, offered } = await appImage('--language=de')
  const { page } = wizard
  server.offer({ version: NEWER, packages: [offered], expires: new Date(Date.now() + 60_000_000) })
  server.answer(offered.file, Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]))
  await openOver(wizard, 'settings')
  const group = page.getByRole('group', { name: 'Updates' })
  await group.getByRole('button', { name: 'Jetzt suchen' }).click()
  const row = page.getByRole('complementary', { name: 'Updates' })
  const look = async (name: string) => {
    await group.scrollIntoViewIfNeeded()
    await inBothThemes(wizard, `${name}-settings`)
    await page.keyboard.press('Escape')
    for (const size of [USUAL, NARROW]) {
      await resize(wizard, size)
      expectValue(await row.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
      expectValue(await violations(page)).toEqual([])
      await inBothThemes(wizard, `${name}-${size.width}`)
    }
    await openOver(wizard, 'settings')
    await drawn(wizard)
    await group.scrollIntoViewIfNeeded()
    await inBothThemes(wizard, `${name}-settings-narrow`)
    await resize(wizard, USUAL)
  }
  await expect(group.getByRole('button', { name: 'Herunterladen' })).toBeVisible()
  await look('updates-de-available')
  await group.getByRole('button', { name: 'Herunterladen' }).click()
  await expect(group.getByRole('alert')).toBeVisible()
  await look('updates-de-refused')
  wizard.expectComplaints(/sha512|checksum/i)
})
