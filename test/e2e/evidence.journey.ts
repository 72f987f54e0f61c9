import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { verifyReportFile } from '#node/records/evidence/verify.ts'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { picking } from './desk.ts'
import { expect } from './expect.ts'
import { SIDE_PAGE_TITLES } from './guides.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'

it('gives away what happened as a page, a PDF and data, which hold when they are checked', async () => {
  const folder = testFolder()
  const wizard = await openWizard()
  const story = new Story(wizard)
  const { main } = story.step
  await story.openAt('ready-to-enable', 'step-4')
  await story.frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES.evidence }).click()
  await story.frame.expectNewPage(strings.evidence.title)
  await expect(main).toContainText('6 changes made')

  // Whose report it is.
  const { brand } = strings
  const group = main.getByRole('region', { name: brand.heading })
  await group.getByLabel(brand.name).fill('Fabrikam Partners')
  await group.getByLabel(brand.name).blur()
  const logo = path.join(folder, 'logo.svg')
  writeFileSync(
    logo,
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><script>alert(1)</script><rect width="40" height="10"/></svg>',
  )
  await picking(wizard, logo)
  await group.getByRole('button', { name: brand.choose }).click()
  await expect(group.getByRole('img', { name: brand.logo })).toBeVisible()
  await expect(group.getByRole('button', { name: brand.replace })).toBeVisible()

  for (const format of ['html', 'pdf', 'json'] as const) {
    const name = `mine.${format}`
    await picking(wizard, path.join(folder, name))
    await main.getByRole('button', { name: strings.evidence.formats[format].button }).click()
    await expect(main).toContainText(strings.evidence.saved({ name }))
  }
  const page = readFileSync(path.join(folder, 'mine.html'), 'utf8')
  expectValue(page).toContain('Fabrikam Partners')
  expectValue(page).toMatch(/<img[^>]+src="data:image\/svg\+xml/)
  expectValue(page).not.toContain('alert(1)')
  for (const told of ['PRACTICE TENANT', 'ada@contoso.example', 'Create the enterprise policy', 'correlation ID'])
    expectValue(page, told).toContain(told)
  expectValue(await verifyReportFile(CUSTOMER_MANAGED_KEYS, page)).toMatchObject({ ok: true })
  expectValue(await verifyReportFile(CUSTOMER_MANAGED_KEYS, readFileSync(path.join(folder, 'mine.json'), 'utf8'))).toMatchObject({
    ok: true,
  })
  const pdf = readFileSync(path.join(folder, 'mine.pdf'))
  expectValue(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expectValue(pdf.length).toBeGreaterThan(20_000)
})
