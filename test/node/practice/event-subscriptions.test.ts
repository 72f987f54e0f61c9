import { expect, it } from 'vitest'
import * as z from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { practise, SUBSCRIPTION_PATH } from './practise.ts'
import { withVault } from './with-vault.ts'

const list = z.looseObject({ value: z.array(z.looseObject({ id: z.string(), type: z.string() })) })

it('an event subscription of a system topic has the type that Microsoft publishes, not that of one on a resource', async () => {
  const scenario = withVault('already-encrypted', {}, (world, vault) => world.alertInTopic(vault, 'topic-contoso'))
  const { arm } = practise(scenario)
  const version = `?api-version=${API_VERSIONS.events}`
  const topics = await arm('GET', `${SUBSCRIPTION_PATH}/providers/Microsoft.EventGrid/systemTopics${version}`)
  const found = await arm('GET', `${list.parse(topics.body).value[0]?.id}/eventSubscriptions${version}`)
  expect(list.parse(found.body).value.map(({ type }) => type)).toEqual(['Microsoft.EventGrid/systemTopics/eventSubscriptions'])
})
