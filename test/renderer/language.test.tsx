// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { customer, homeView, startView, stepView } from './views.ts'
import { show } from './window.tsx'

const tenant = () => document.querySelector<HTMLInputElement>('#sign-in-tenant')

it('draws its first page in the language of the view', async () => {
  const page = await show({ ...startView, language: 'en-XA' })
  expect(page.maybeButton('Sign in to a tenant')).toBeUndefined()
  expect(page.text()).toContain('[Ş')
  expect(document.documentElement.lang).toBe('en-XA')
})

it('changes its language while it is open, and keeps what was typed', async () => {
  const page = await show(startView)
  await page.click(page.button('Sign in to a tenant'))
  const field = tenant()
  if (!field) throw new Error('There is no field for the tenant.')
  await page.type(field, 'contoso.onmicrosoft.com')
  const english = page.text()
  await page.push({ ...startView, revision: startView.revision + 1, language: 'en-XA' })
  expect(page.text()).not.toContain('Tenant and cloud')
  expect(tenant()?.value).toBe('contoso.onmicrosoft.com')
  await page.push({ ...startView, revision: startView.revision + 2, language: 'en' })
  expect(page.text()).toBe(english)
  expect(document.documentElement.lang).toBe('en')
})

it('shows an error that arrives after it changed, and none said in another language', async () => {
  const home = homeView([customer])
  const page = await show(home)
  let answer: (_: { savedAs?: string }) => void = () => undefined
  page.give('board:save', new Promise((resolve) => (answer = resolve)))
  page.refuseNext('Le fichier est ouvert ailleurs.')
  await page.click(page.button('Export CSV'))
  await page.push({ ...home, revision: home.revision + 1, language: 'en-XA' })
  answer({})
  await page.push({ ...home, revision: home.revision + 2, language: 'en-XA' })
  expect(page.text()).toContain('Le fichier est ouvert ailleurs.')
  await page.push({ ...home, revision: home.revision + 3, language: 'en' })
  expect(page.text()).not.toContain('Le fichier est ouvert ailleurs.')
})

it('stays in English where a language has no translation', async () => {
  const page = await show({ ...startView, language: 'tlh' })
  expect(page.button('Sign in to a tenant')).toBeDefined()
})

it('runs from right to left in the second pseudo-locale, and back', async () => {
  const page = await show({ ...startView, language: 'en-XB' })
  expect(document.documentElement.dir).toBe('rtl')
  expect(page.text()).toContain('\u202eSign in to a tenant\u202c')
  await page.push({ ...startView, revision: startView.revision + 1, language: 'en' })
  expect(document.documentElement.dir).toBe('ltr')
})

it('keeps the parts of a name in their order where the page runs from right to left', async () => {
  await show({ ...stepView({}), language: 'en-XB' })
  const account = [...document.querySelectorAll('[dir=ltr]')].map(({ textContent }) => textContent)
  expect(account).toContain('ada@contoso.example')
})
