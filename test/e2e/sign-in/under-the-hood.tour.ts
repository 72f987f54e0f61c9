import { expect as expectValue, it } from 'vitest'
import { strings } from '../../strings.ts'
import { selectItem } from '../desk.ts'
import { expect } from '../expect.ts'
import { cloudOfFile } from './cloud-of-file.ts'
import { Entrance } from './entrance.ts'

const words = strings.presenter

const { cloud } = cloudOfFile()

it('under the hood of a tenant that one signs in to: what is asked and where the machines are, without secrets, and nothing to press that changes anything', async () => {
  const entrance = await (await Entrance.open(cloud())).enteredBySecret()
  const { wizard } = entrance
  const opened = wizard.app.waitForEvent('window')
  await selectItem(wizard, words.underTheHood)
  const hood = await opened
  await expect(hood.getByRole('heading', { level: 1, name: words.underTheHood })).toBeVisible()
  await entrance.readStep()

  await expect(hood.getByRole('cell', { name: /scopes\/admin\/environments/ }).first()).toBeVisible()
  await expect(hood.getByRole('cell', { name: '200' }).first()).toBeVisible()
  await expect(hood.getByText('reviewing', { exact: true })).toHaveAttribute('aria-current', 'true')
  const text = (await hood.locator('body').textContent()) ?? ''
  for (const secret of [cloud().clientSecret, 'Bearer', 'api-version', 'ey' + 'J0'])
    expectValue(text.includes(secret), `“${secret}” is on the page`).toBe(false)
  expectValue(await hood.locator('td[title*="?"]').count()).toBe(0)

  // Pausing and clearing are of the list alone.
  expectValue(await hood.locator('button, select, input, textarea, a').allTextContents()).toEqual([words.pause, words.clear])
  const before = await wizard.page.evaluate(() => window.wizard.getView())
  for (const act of [{ do: 'reset' }, { do: 'advance', hours: 1 }, { do: 'fault', fault: 'lost-network' }, { do: 'jump', to: 'done' }])
    await hood.evaluate((asked) => window.presenter?.act(asked as never), act)
  expectValue(await wizard.page.evaluate(() => window.wizard.getView())).toEqual(before)
  await hood.getByRole('button', { name: words.clear }).click()
  await expect(hood.getByText(words.noRequests)).toBeVisible()
  await hood.close()
  await expect(entrance.story.frame.heading).toBeVisible()
})
