import type { FieldChange, FieldValue } from '../../engine/action.ts'
import { type StorePlace, storeId } from '../key-store.ts'

type Changes = readonly [FieldChange, ...FieldChange[]]

export function created(
  resourceId: string,
  [field, after]: readonly [string, FieldValue],
  others: Readonly<Record<string, FieldValue>> = {},
): Changes {
  const change = (name: string, value: FieldValue): FieldChange => ({ resourceId, field: name, before: null, after: value })
  return [change(field, after), ...Object.entries(others).map(([name, value]) => change(name, value))]
}

export const chosen = (resourceId: string, field: string): FieldChange => ({
  resourceId,
  field,
  before: null,
  after: null,
  chosenByService: true,
})

export const turned = (resourceId: string, field: string, before: FieldValue, after: FieldValue): FieldChange => ({
  resourceId,
  field,
  before,
  after,
})

export const keyId = (place: StorePlace, name: string): string => `${storeId(place)}/keys/${name}`

export const environmentPath = (environmentId: string): string => `/environments/${environmentId}`

export const LINK = 'properties.enterprisePolicies.customerManagedKeys'
