import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect as expectValue, it, onTestFinished } from 'vitest'
import { PEOPLE } from '#node/practice/people.ts'
import { strings } from '../../strings.ts'
import { violations } from '../accessibility.ts'
import { expect } from '../expect.ts'
import { picture } from '../picture.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './browser.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import type { ServedCloud } from './served-cloud.ts'
import { type Company, contoso, type ServedTenants, serveTenants } from './served-tenants.ts'

const CONTOSO = contoso()
const FABRIKAM: Company = { ...CONTOSO, id: PEOPLE.petra.home.tenantId, name: 'Fabrikam', domain: 'fabrikam.example' }
const TAILSPIN: Company = { ...CONTOSO, id: '71c04f3d-58a2-4e96-8b17-2d9e6a0c5f81', name: 'Tailspin', domain: 'tailspin.example' }

let cloud: ServedTenants
let chromium: Browser | undefined
beforeAll(async () => {
  cloud = await serveTenants(CONTOSO, TAILSPIN, FABRIKAM)
  chromium = chromiumMissing ? undefined : await openChromium(cloud.of(CONTOSO))
})
afterAll(async () => {
  await chromium?.close()
  await cloud.stop()
})

/** At the form, with a person at a browser. */
async function atForm(served: ServedCloud, browser = chromium): Promise<readonly [Entrance, PersonAtBrowser]> {
  if (!browser) throw new Error('There is no Chromium to sign in with.')
  const entrance = await Entrance.open(served)
  return [entrance, await PersonAtBrowser.sitDown(entrance.wizard, browser)]
}

it.skipIf(chromiumMissing)('a person signs in without a tenant, sees the three of the account, and opens one by keyboard', async () => {
  const [entrance, person] = await atForm(cloud.of(TAILSPIN))
  const { form, wizard } = entrance
  const { keyboard } = wizard.page
  await entrance.signIn({ way: 'browser', tenant: '' })
  await choose(await person.page(), PEOPLE.ada.displayName)
  await expect(form.heading).toHaveText(strings.connect.tenants.title)
  await expect(form.heading).toBeFocused()
  await picture(wizard, 'choose a tenant')
  for (const { name, domain } of [CONTOSO, FABRIKAM, TAILSPIN]) {
    await expect(form.listed(name)).not.toBeChecked()
    await expect(form.main).toContainText(domain)
  }
  expectValue(await violations(wizard.page)).toEqual([])
  await keyboard.press('Tab')
  await expect(form.listed(CONTOSO.name)).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(form.listed(FABRIKAM.name)).toBeChecked()
  await keyboard.press('ArrowDown')
  await expect(form.listed(TAILSPIN.name)).toBeChecked()
  await keyboard.press('Enter')
  await entrance.expectInside(PEOPLE.ada.userName)
  // The account signed in once: the chosen tenant gave its own tokens for it.
  expectValue(person.opened().map((address) => new URL(address).pathname.split('/')[1])).toEqual(['organizations'])
  expectValue(cloud.tenant(CONTOSO).writes()).toEqual([])
  await entrance.readStep()
  await entrance.signOut()
  await expectNothingLeft(wizard)
})

it.skipIf(chromiumMissing)('a person who is listed no tenant enters it, and signs in to it', async () => {
  const company: Company = { ...CONTOSO, listsTenants: false }
  const served = await serveTenants(company)
  onTestFinished(() => served.stop())
  const browser = await openChromium(served.of(company))
  onTestFinished(() => browser.close())
  const [entrance, person] = await atForm(served.of(company), browser)
  const { form } = entrance
  const refusing = served.tenant(company).faults.set({ method: 'GET', path: '/tenants', fault: '403' })
  await entrance.signIn({ way: 'browser', tenant: '' })
  await choose(await person.page(), PEOPLE.ada.displayName)
  await entrance.expectRefused({ title: 'Couldn’t list your tenants', code: 'AuthorizationFailed' }, { tenant: '' })
  refusing.callOff()

  await form.signIn.click()
  await choose(await person.page(2), PEOPLE.ada.displayName)
  await entrance.expectRefused({ title: 'There are no tenants to choose from' }, { tenant: '' })

  await form.tenant.fill(company.domain)
  await form.signIn.click()
  await choose(await person.page(3), PEOPLE.ada.displayName)
  await entrance.expectInside(PEOPLE.ada.userName)
})
