import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { brandFile } from '#node/records/brand/brand.ts'
import { testFolder } from '#test/folder.ts'

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path d="M0 0"/></svg>')

describe('whose reports these are', () => {
  let folder = ''
  beforeEach(() => {
    folder = testFolder()
  })
  const file = () => path.join(folder, 'brand.json')

  it('is no one’s at first', async () => {
    expect(await brandFile(file()).read()).toEqual({ name: '' })
  })

  it('is kept with its name and a clean logo', async () => {
    await brandFile(file()).change({ name: 'Fabrikam' })
    const taken = await brandFile(file()).takeLogo(SVG)
    expect(taken).toMatchObject({ ok: true, value: { name: 'Fabrikam' } })
    const { name, logo = '' } = await brandFile(file()).read()
    expect(name).toBe('Fabrikam')
    expect(Buffer.from(logo.split(',')[1] ?? '', 'base64').toString()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    )
  })

  it('changes its name and keeps the logo, and loses the logo and keeps the name', async () => {
    const brand = brandFile(file())
    await brand.takeLogo(SVG)
    expect(await brand.change({ name: 'Fabrikam' })).toMatchObject({ value: { name: 'Fabrikam', logo: expect.stringContaining('data:') } })
    expect(await brand.change({ logo: 'none' })).toEqual({ ok: true, value: { name: 'Fabrikam' } })
  })

  it('keeps a name that is on its way to the file when a logo is chosen, whoever opened the file', async () => {
    await Promise.all([brandFile(file()).change({ name: 'Fabrikam' }), brandFile(file()).takeLogo(SVG)])
    expect(await brandFile(file()).read()).toMatchObject({ name: 'Fabrikam', logo: expect.stringContaining('data:') })
  })

  it('is read with a name that is still on its way to the file', async () => {
    const changed = brandFile(file()).change({ name: 'Fabrikam' })
    expect(await brandFile(file()).read()).toEqual({ name: 'Fabrikam' })
    await changed
  })

  it('keeps what it has where a file is no logo, and says so', async () => {
    const brand = brandFile(file())
    await brand.change({ name: 'Fabrikam' })
    expect(await brand.takeLogo(Buffer.from('<svg><script>'))).toMatchObject({ ok: false, why: { messageId: 'records.brand.noLogo' } })
    expect(await brand.read()).toEqual({ name: 'Fabrikam' })
  })

  it('is no one’s where the file was edited into something that loads', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    writeFileSync(file(), JSON.stringify({ version: 1, name: 'x', logo: 'https://evil.example/x.png' }))
    expect(await brandFile(file()).read()).toEqual({ name: '' })
    vi.restoreAllMocks()
  })

  it('says that it couldn’t be saved', async () => {
    writeFileSync(path.join(folder, 'taken'), '')
    const brand = brandFile(path.join(folder, 'taken', 'brand.json'))
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await brand.change({ name: 'Fabrikam' })).toMatchObject({ ok: false, why: { messageId: 'records.brand.notSaved' } })
    vi.restoreAllMocks()
    expect(readFileSync(path.join(folder, 'taken'), 'utf8')).toBe('')
  })
})
