import { cp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { copiedFrom } from '#node/records/engagement/copied-files.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { Listed } from '#node/records/engagement/store.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { AT, chosen, ID, opened, run } from './store-contract.ts'

/** A record on this computer, and its folder. */
async function kept() {
  const folder = testFolder()
  const store = engagementStore(folder, run(), () => AT)
  const open = await opened(store)
  await open.save(chosen(open.engagement, 'one'))
  await open.close()
  return { folder, store, own: path.join(folder, ID) }
}

const saidOf = (row: Listed | undefined): string => {
  const words = row && (row.ok ? row.note : row.why)
  return words === undefined ? '' : english.text(words)
}

describe('copies that other programs make of a record', () => {
  it.each([' (1)', ' - Copy', '-DESKTOP-AB1', ' (Ada’s conflicted copy 2026-11-24)'])(
    'are named where a folder ends in “%s”',
    async (added) => {
      const { folder, store, own } = await kept()
      const copy = `${own}${added}`
      await cp(own, copy, { recursive: true })
      const before = await Promise.all((await readdir(copy)).map((name) => readFile(path.join(copy, name), 'utf8')))
      const rows = await store.list()
      expect(rows.map(({ id, ok }) => [id, ok])).toEqual([
        [ID, true],
        [`${ID}${added}`, false],
      ])
      expect(saidOf(rows[1])).toMatch(
        /^Another program made this copy .* If your last work is in the environment’s own entry, move this copy somewhere else\.$/,
      )
      await (await opened(store)).close()
      expect(await Promise.all((await readdir(copy)).map((name) => readFile(path.join(copy, name), 'utf8')))).toEqual(before)
      expect(await readdir(folder)).toEqual([ID, `${ID}${added}`].sort())
    },
  )

  it('are named with the folder’s own name where only the renamed one is left', async () => {
    const { store, own } = await kept()
    await rename(own, `${own} (1)`)
    const [row] = await store.list()
    expect(row).toMatchObject({ id: `${ID} (1)`, ok: false })
    expect(saidOf(row)).toContain(`rename the folder to ${ID}.`)
  })

  it.each([
    'engagement (1).json',
    'engagement-DESKTOP-AB1.json',
    'engagement.sync-conflict-20261124-090000-ABC.json',
    'journal - Copy.jsonl',
  ])('are named beside a record that has %s', async (name) => {
    const { store, own } = await kept()
    await writeFile(path.join(own, name), 'a copy')
    const [row] = await store.list()
    expect(row).toMatchObject({ id: ID, ok: true })
    expect(saidOf(row)).toContain(`: ${name}. We don’t open or change the copy.`)
    const open = await opened(store)
    await open.save(chosen(open.engagement, 'two'))
    await open.close()
    expect(await readFile(path.join(own, name), 'utf8')).toBe('a copy')
  })

  it('are counted where there are several, also beside a record that can’t be read', async () => {
    const { store, own } = await kept()
    for (const number of [1, 2]) await writeFile(path.join(own, `engagement (${number}).json`), 'a copy')
    await writeFile(path.join(own, 'engagement.json'), '{"cut')
    const [row] = await store.list()
    expect(row).toMatchObject({ ok: false })
    expect(row?.note && english.text(row.note)).toContain(': 2 files, such as engagement (1).json. ')
  })

  it('are in the list where the record itself is gone', async () => {
    const { store, own } = await kept()
    await rename(path.join(own, 'engagement.json'), path.join(own, 'engagement (1).json'))
    await rm(path.join(own, 'engagement.previous.json'), { force: true })
    const [row] = await store.list()
    expect(row).toMatchObject({ id: ID, ok: false })
    expect(saidOf(row)).toContain('Close the wizard, and rename it to engagement.json.')
  })

  it.each([
    'engagement.unreadable-2026-11-24T09-00-00-000Z.json',
    'engagement.2.json',
    'journal.torn-2026-11-24T09-00-00-000Z.jsonl',
    'report-1.html',
    'engagement.json.12-1.unfinished',
  ])('aren’t the wizard’s own files, such as %s', async (name) => {
    const { store, own } = await kept()
    await writeFile(path.join(own, name), '')
    expect(await store.list()).toMatchObject([{ id: ID, ok: true }])
    expect((await store.list())[0]).not.toHaveProperty('note')
  })

  it.each([
    ['in its place', ID.replace(/.$/, 'x')],
    ['beside it, by a copy’s name', `${ID} (1)`],
  ])('leave the list whole where a link that leads to itself stands %s', { skip: process.platform === 'win32' }, async (_, name) => {
    const { folder, store } = await kept()
    await symlink(name, path.join(folder, name))
    const rows = await store.list()
    expect(rows.map(({ id, ok }) => [id, ok])).toContainEqual([ID, true])
    expect(
      rows
        .filter(({ ok }) => !ok)
        .map(saidOf)
        .join(),
    ).toMatch(/^$|^It isn’t a file\./)
  })

  it('aren’t seen in folders of other names', () => {
    expect([ID, `removed-1-${ID}`, 'Backup', 'notes', '.git'].map(copiedFrom)).toEqual(Array.from({ length: 5 }, () => undefined))
    expect(copiedFrom(`${ID} (1)`)).toBe(ID)
  })
})
