import { expect, it } from 'vitest'
import { handOverOf } from '#machines/engine/handoff/make.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import { context as opened } from '../../readings.ts'

const account = {
  objectId: 'a',
  userName: 'ada@contoso.example',
  displayName: 'Ada',
  tenantId: 't',
  tenantName: 'Contoso',
  homeTenantId: 't',
}
const context: WizardContext = {
  ...opened(),
  tenant: { account, cloud: verbatim('Azure') },
  choices: { environmentId: 'e' },
}
const of = (step: string) => handOverOf(context, { purpose: 'ask', step, note: '' }, { id: 'commercial', name: 'Azure' }, undefined, 1)

it('hands over a step of the procedure, and nothing else that the window may name', () => {
  expect(of('policy')).toMatchObject({ step: 'policy', from: { userName: 'ada@contoso.example' } })
  expect(['rotate', 'closing', 'constructor'].map(of)).toEqual([undefined, undefined, undefined])
})
