import type { SequenceId } from '../engine/step/finding.ts'
import type { Reading } from '../engine/step/proof.ts'
import type { Requested, TouchedThing } from '../engine/wizard/change-request.ts'
import { recordIn, type WizardContext } from '../engine/wizard/context.ts'
import { defineMessages, verbatim } from '../messages/message.ts'
import { parseResourceId, sameId } from './ids.ts'
import { type ShownThings, thingsOf } from './key-map/shown.ts'
import { MANAGED_HSM } from './key-store.ts'
import { operationMessages } from './operations/messages.ts'
import { OWNER_TITLES } from './owners/owner-titles.ts'
import { isPicture, type PictureRow } from './picture.ts'

const messages = defineMessages('records.changeRequest', {
  address: 'Address that users open',
  subscription: 'Subscription',
})

/** Resources on the page of a step or operation. */
function rowsIn({ picture, readAt }: Reading): readonly TouchedThing[] {
  const rows: readonly PictureRow[] = isPicture(picture) && 'rows' in picture ? picture.rows : []
  return rows.map(({ label, value, id }) => ({ label, value, readAt, ...(id === undefined ? {} : { id }) }))
}

/** Subscription of the policy, by name if step 3 listed it. */
function subscriptionOf({ found, readAt }: Reading, policy: Reading | undefined): readonly TouchedThing[] {
  const { subscriptionId: id } = (found.policyId === undefined ? undefined : parseResourceId(found.policyId)) ?? {}
  if (id === undefined) return []
  const listed = policy && isPicture(policy.picture) && policy.picture.kind === 'policy' ? policy.picture.form.subscriptions : []
  const name = listed.find((each) => sameId(each.id, id))?.name ?? id
  return [{ label: messages.subscription, value: verbatim(name), id: verbatim(id), readAt }]
}

/** Key that step 4 uses, read in step 3. */
function keyIn({ things, readAt }: Reading): readonly TouchedThing[] {
  const { vault, key }: ShownThings = thingsOf(things)
  const isHsm = vault !== undefined && vault !== 'absent' && parseResourceId(vault.id)?.type.toLowerCase().endsWith('/managedhsms')
  const seen = [
    [isHsm ? MANAGED_HSM : operationMessages.rowVault, vault],
    [operationMessages.rowKey, key],
  ] as const
  return seen.flatMap(([label, thing]) =>
    thing === undefined || thing === 'absent' ? [] : [{ label, value: verbatim(thing.name), id: verbatim(thing.id), readAt }],
  )
}

/** The environment, its policy and its key, each from the latest valid reading. */
function touchedIn(context: WizardContext, id: SequenceId): readonly TouchedThing[] {
  const { reading } = recordIn(context, id)
  if (!reading) return []
  const policy = recordIn(context, 'policy').reading
  const counts = policy !== undefined && policy.oldSince === undefined
  const { app } = thingsOf(reading.things)
  const url = app === undefined || app === 'absent' ? undefined : app.url
  return [
    ...(url === undefined ? [] : [{ label: messages.address, value: verbatim(url), readAt: reading.readAt }]),
    ...rowsIn(reading),
    ...(counts && id === 'membership' ? keyIn(policy) : []),
    ...subscriptionOf(reading, counts ? policy : undefined),
  ]
}

export const requestedIn = (context: WizardContext, id: SequenceId): Requested => ({
  touched: touchedIn(context, id),
  owners: OWNER_TITLES,
})
