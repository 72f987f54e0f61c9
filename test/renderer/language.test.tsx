// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { startView, stepView } from './views.ts'
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
