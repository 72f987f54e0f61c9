import { expect, it } from 'vitest'
import { confirmed } from '#node/practice/presenting/walk/person.ts'
import { type Workplace, workplace } from './working.ts'

const VAULT = 'https://kv-contoso-cmk.vault.azure.net'

/** By other hands than the wizard’s. */
async function disableKey({ server: { tenant, addresses } }: Workplace): Promise<void> {
  const vault = addresses().find(({ origin }) => origin === VAULT)?.address ?? ''
  const answer = await tenant.handle({
    method: 'PATCH',
    url: `${vault}/keys/cmk-contoso-prod?api-version=7.4`,
    headers: {
      authorization: `Bearer ${tenant.tokenFor('ada', 'https://vault.azure.net/.default').token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ attributes: { enabled: false } }),
  })
  expect(answer.status).toBe(200)
}

it('a step that no longer holds before the first change loses its tick, and its owner is asked', { timeout: 60_000 }, async () => {
  const place = await workplace()
  const run = place.start()
  run.signIn()
  const before = await run.walkUntil(({ step }) => step?.id === 'membership' && step.phase === 'confirming')
  expect(before.stepper.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now'])
  await disableKey(place)
  run.host.send({ type: 'CONFIRM', ...confirmed(before.step?.confirmation, before.now) })
  const after = await run.reviewing()
  expect(after.step?.problem).toMatchObject({
    title: expect.stringMatching(/^Step 3 is no longer verified/),
    owner: 'key-vault-administrator',
  })
  expect(after.stepper.map(({ state }) => state)).toEqual(['done', 'done', 'open', 'now'])
})

it('a step that does not hold in the check of everything loses its tick', { timeout: 60_000 }, async () => {
  const place = await workplace()
  const run = place.start()
  run.signIn()
  await run.walkUntil(({ step }) => step?.id === 'membership' && step.phase === 'reviewing')
  await disableKey(place)
  run.host.send({ type: 'GO_TO_PAGE', page: 'preflight' })
  const view = await run.until(({ preflight }) => preflight?.reading === false)
  expect(view.stepper.map(({ state }) => state)).toEqual(['done', 'done', 'open', 'closed'])
})
