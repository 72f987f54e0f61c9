import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { notesDesk } from '#electron/presenter/notes-desk.ts'
import { notesInUseFile } from '#node/records/notes-in-use.ts'
import { english } from '../../english.ts'

const OWN = '# Ours\n\nCase: `no-reader`\n\n## Only (9 min)\n\n- **Say** Hello.\n'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'notes-'))
})
// What a desk keeps can still be on its way.
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))

/** @param picked the file that the trainer picks; none: canceled */
function desk(picked?: string) {
  return notesDesk({
    text: english.text,
    kept: notesInUseFile(path.join(folder, 'profile', 'notes.json')),
    askForFile: async () => ({ canceled: picked === undefined, filePaths: picked === undefined ? [] : [picked] }),
    askWhereToSave: async ({ defaultPath }) => ({ canceled: false, filePath: path.join(folder, defaultPath) }),
  })
}

const fileWith = async (name: string, content: string): Promise<string> => {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

describe('a trainer’s notes', () => {
  it('are the shorter ones of the app at first', async () => {
    expect(await desk().last('en')).toMatchObject({ use: '20-minutes', session: { title: 'From nothing to encrypted, in 20 minutes' } })
  })

  it('are those that were used last, a file of their own as well', async () => {
    const opened = await desk(await fileWith('ours.md', OWN)).open()
    expect(opened).toMatchObject({ ok: true, value: { use: 'own', name: 'ours.md', session: { title: 'Ours', scenario: 'no-reader' } } })
    await rm(path.join(folder, 'ours.md'))
    await expect.poll(() => desk().last('en')).toMatchObject({ use: 'own', name: 'ours.md', session: { title: 'Ours' } })
    await desk().shipped('60-minutes', 'de')
    await expect.poll(() => desk().last('de')).toMatchObject({ use: '60-minutes' })
  })

  it('are refused by name where the file is broken, and those in use stay', async () => {
    expect(await desk(await fileWith('broken.md', 'Hello')).open()).toEqual({
      ok: false,
      why: 'Couldn’t open broken.md. The notes have no title. Begin the first line with “# ”.',
    })
    expect(await desk().last('en')).toMatchObject({ use: '20-minutes' })
  })

  it('are refused where the file is far too long', async () => {
    const opened = await desk(await fileWith('long.md', OWN + 'x'.repeat(300_000))).open()
    expect(opened.ok).toBe(false)
  })

  it('stay where the choice of a file is canceled', async () => {
    expect(await desk().open()).toEqual({ ok: true })
  })

  it('can be saved to be edited, in the language of the window, and opened again', async () => {
    const shipped = await desk().shipped('60-minutes', 'de')
    expect(await desk().save(shipped, 'de')).toEqual({ ok: true, value: { savedAs: '60-minutes.de.md' } })
    const saved = path.join(folder, '60-minutes.de.md')
    expect(await readFile(saved, 'utf8')).toContain('# Vom Kunden verwaltete Schlüssel in 60 Minuten')
    expect(await desk(saved).open()).toMatchObject({ ok: true, value: { session: shipped.session } })
  })
})
