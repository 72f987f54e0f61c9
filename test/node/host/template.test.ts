import { expect, it } from 'vitest'
import { BUILT_IN } from '#machines/procedure/templates/template.ts'
import { workplace } from '../records/engagement/working.ts'

it('step 3 proposes names, key size, and tags by the template in use', { timeout: 60_000 }, async () => {
  const place = await workplace()
  place.template = {
    name: 'Standard',
    ...BUILT_IN,
    keySize: 2048,
    names: { ...BUILT_IN.names, vaultName: 'kv-{customer:4}-keys' },
    tags: [{ name: 'cost center', value: '{customer}-4711' }],
  }
  const { signIn, walkUntil } = place.start()
  signIn()
  const { step } = await walkUntil((view) => view.step?.id === 'policy' && view.step.phase === 'choosing')
  expect(step?.picture).toMatchObject({
    form: {
      template: 'Standard',
      values: { vaultName: 'kv-cont-keys', keySize: 2048, tags: [{ name: 'cost center', value: 'contoso-4711' }] },
    },
  })
})
