import { type FormEvent, useEffect, useState } from 'react'
import type { CheckedVaultName, FoundPerson } from '#contract/contract.ts'
import { nameIn } from '#machines/engine/action.ts'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import { validateVaultName } from '#machines/procedure/steps/policy/names.ts'
import { tagWords } from '#machines/procedure/tags.ts'
import type { PolicyForm as PolicyFormView } from '#messages/view.ts'
import { CHOICES_FORM, hasNoSubscription } from '../frame/page-actions.ts'
import { ToHandOver } from '../hand-over/to-hand-over.tsx'
import { useFormatter } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { useFieldErrors } from '../primitives/field-errors.ts'
import { type Draft, SelectField, TextField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Stack, Whole } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Note } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useDrafts, useWizard } from '../wizard-context.tsx'
import { PersonField } from './person-field.tsx'
import { brokenFields, draftOf, existing, keyOrigin, POLICY_FIELDS, type PolicyEdits, type PolicyField, storeKind } from './policy-draft.ts'
import { KeyFrom, KeySize, PlaceField } from './policy-fields.tsx'
import { Summary, type SummaryRow } from './summary.tsx'

/** Pause in typing before Azure is asked, in milliseconds. */
export const PAUSE_BEFORE_ASKING = 600

interface Checked extends CheckedVaultName {
  readonly of: string
}

/** Azure's answer about a new key vault's name, after a pause in typing. Drops outdated answers. @param name absent: nothing to ask */
function useVaultName(subscriptionId: string, name: string | undefined): CheckedVaultName | undefined {
  const { bridge, announce } = useWizard()
  const [checked, setChecked] = useState<Checked>()
  const of = name === undefined ? undefined : `${subscriptionId} ${name}`
  useEffect(() => {
    if (name === undefined || of === undefined) return
    let isWanted = true
    const timer = setTimeout(async () => {
      const answer = await bridge.call('vault-name:check', { subscriptionId, name })
      if (!isWanted || !answer.ok) return
      setChecked({ of, ...answer.value })
      announce(answer.value.text)
    }, PAUSE_BEFORE_ASKING)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [bridge, announce, subscriptionId, name, of])
  return of !== undefined && checked?.of === of ? checked : undefined
}

const LABELS = {
  subscriptionId: 'subscription',
  resourceGroup: 'resourceGroup',
  region: 'region',
  vaultName: 'vault',
  keyName: 'key',
  policyName: 'policy',
  administratorObjectId: 'administrator',
} as const satisfies Record<PolicyField, keyof Strings['policy']>

/** Only a typed name can be wrong: those that are listed exist. */
const TYPED_LABELS = { ...LABELS, vaultName: 'vaultName', policyName: 'policyName' } as const

const fieldId = (field: PolicyField): string => `policy-${field}`

/** Names of the key's and the policy's resources, existing or new, each validated by the service's rule while typing. */
export function PolicyForm({ form }: { readonly form: PolicyFormView }) {
  const words = useStrings().policy
  const { decide, keep, notify } = useWizard()
  const drafts = useDrafts()
  const { environmentId } = form
  const kept = drafts.policy?.environmentId === environmentId ? drafts.policy : { environmentId, edits: {} }
  const [typed, setTyped] = useState(kept)
  const edits = typed.environmentId === environmentId ? typed.edits : kept.edits
  const draft = draftOf(form, edits)
  const formatter = useFormatter()
  const broken: Partial<Record<PolicyField, string>> = formatter.all(brokenFields(draft))
  const errors = useFieldErrors<PolicyField>(POLICY_FIELDS, broken, fieldId)

  const edit = (change: PolicyEdits) => {
    const policy = { environmentId, edits: { ...edits, ...change } }
    keep({ policy })
    setTyped(policy)
  }
  const field = (name: PolicyField, more: Pick<Draft, 'hint' | 'wide'> = {}): Draft => ({
    id: fieldId(name),
    label: words[LABELS[name]],
    value: edits[name] ?? form.values[name],
    // An incomplete name isn't an ID.
    broken: edits[name] !== undefined && name !== 'administratorObjectId' ? broken[name] : errors.shown(name),
    onChange: (value) => {
      edit(name === 'vaultName' ? { vaultName: value, store: 'vault' } : { [name]: value })
      if (name === 'subscriptionId' && brokenFields({ ...draft, subscriptionId: value }).subscriptionId === undefined) {
        keep({ browsing: true })
        decide({ kind: 'browse-subscription', subscriptionId: value })
      }
    },
    onLeave: () => errors.leave(name),
    ...more,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = errors.check()
    if (wrong.length > 0) return notify(words.problems({ count: wrong.length, fields: wrong.map((name) => words[TYPED_LABELS[name]]) }))
    notify(undefined)
    // Typed text stays on screen until the next page.
    keep({ policy: undefined, browsing: undefined })
    decide({ kind: 'choose-policy', policy: draft })
  }
  if (hasNoSubscription(form))
    return (
      <Section heading={words.heading}>
        <Callout tone="warning">{words.noSubscription}</Callout>
        <ToHandOver label={words.handOver} step="policy" />
      </Section>
    )
  return (
    <Section heading={words.heading} untitled {...noteOn(form, words)}>
      {form.problem ? (
        <>
          <Problem problem={form.problem} level={3} />
          <ToHandOver label={words.handOver} step="policy" />
        </>
      ) : null}
      {form.unlisted?.map(({ of, problem }) => (
        <Problem key={of} problem={problem} tone="warning" level={3} />
      ))}
      <form id={CHOICES_FORM} onSubmit={submit} noValidate>
        <Stack gap="even">
          <Fields form={form} draft={draft} field={field} edit={edit} />
        </Stack>
      </form>
    </Section>
  )
}

function noteOn({ from, template }: PolicyFormView, words: Strings['policy']): { readonly note?: string } {
  if (from !== undefined) return { note: words.fromPilot({ pilot: from }) }
  return template === undefined ? {} : { note: words.fromTemplate({ template }) }
}

interface FieldsProps {
  readonly form: PolicyFormView
  readonly draft: ReturnType<typeof draftOf>
  readonly field: (name: PolicyField, more?: Pick<Draft, 'hint' | 'wide'>) => Draft
  readonly edit: (change: PolicyEdits) => void
}

function Fields({ form, draft, field, edit }: FieldsProps) {
  const words = useStrings().policy
  const vault = existing(form.vaults, draft.vaultName, storeKind(draft))
  // Suggested names are checked with the plan.
  const isTyped = vault === undefined && draft.vaultName !== form.values.vaultName && validateVaultName(draft.vaultName) === undefined
  const name = useVaultName(draft.subscriptionId, isTyped ? draft.vaultName : undefined)
  const vaultHint = vault?.keyStore
    ? words.hsmExists({ group: vault.resourceGroup })
    : vault
      ? words.vaultExists({ group: vault.resourceGroup })
      : (name?.text ?? words.vaultHint)
  const policy = existing(form.policies, draft.policyName)
  return (
    <>
      <Group boxed name={words.where}>
        <SelectField
          {...field('subscriptionId', { wide: true })}
          options={form.subscriptions.map(({ id, name, state }) => ({
            value: id,
            label: state === 'Enabled' ? name : `${name} (${state})`,
          }))}
          placeholder={words.chooseSubscription}
        />
        <TextField {...field('resourceGroup', { hint: words.resourceGroupHint })} />
        <SelectField
          {...field('region', {
            hint: form.geography === '' ? words.regionOfUnknownGeographyHint : words.regionHint({ geography: form.geography }),
          })}
          options={form.regions.map((region) => ({ value: region, label: nameIn(form.regionNames, region) ?? region }))}
          placeholder={words.chooseRegion}
        />
      </Group>
      <Group boxed name={words.vaultAndKey}>
        <PlaceField
          draft={toldOf(field('vaultName', { hint: vaultHint }), name)}
          places={form.vaults}
          regionNames={form.regionNames}
          chosen={vault}
          onPick={(place) => edit({ vaultName: place.name, store: storeKind(place) })}
          byName={words.vaultNew}
          nameLabel={words.vaultName}
          fresh={form.fresh.vaultName}
        />
        {vault === undefined && areVaultsListed(form) ? <NewVault draft={draft} /> : null}
        <TextField {...field('keyName', { hint: draft.keyIsImported ? words.keyImportHint : words.keyHint })} />
        {draft.keyStore ? null : <KeyFrom origin={keyOrigin(draft)} onChange={(origin) => edit({ origin })} />}
        {draft.keyIsImported ? null : <KeySize size={draft.keySize} onChange={(keySize) => edit({ keySize })} />}
      </Group>
      <Group boxed name={words.policy}>
        <PlaceField
          draft={field('policyName', { hint: policy ? words.policyExists({ group: policy.resourceGroup }) : undefined })}
          places={form.policies}
          chosen={policy}
          onPick={({ name }) => edit({ policyName: name })}
          byName={words.policyNew}
          nameLabel={words.policyName}
          fresh={form.fresh.policyName}
        />
      </Group>
      {draft.tags ? (
        <Group boxed inOneColumn name={words.tags}>
          {tagWords(draft.tags).map((tag) => (
            <Note as="p" key={tag}>
              {tag}
            </Note>
          ))}
          <TextButton onClick={() => edit({ untagged: true })}>{words.withoutTags}</TextButton>
        </Group>
      ) : null}
      <Administrator form={form} draft={draft} field={field} edit={edit} />
    </>
  )
}

/** Shows a taken name as an error. The plan is still made, because the service decides. */
const toldOf = (draft: Draft, name: CheckedVaultName | undefined): Draft =>
  name?.is === 'taken' && draft.broken === undefined ? { ...draft, broken: name.text, hint: undefined } : draft

/** On a list that couldn't be read, a name that isn't there can still be that of an existing vault. */
const areVaultsListed = ({ unlisted }: PolicyFormView): boolean => !unlisted?.some(({ of }) => of === 'vaults')

function newVaultRows(
  words: Strings['policy'],
  { keyStore, keyIsImported }: Pick<PolicyChoices, 'keyStore' | 'keyIsImported'>,
): readonly SummaryRow[] {
  if (keyStore !== undefined || keyIsImported) return []
  return [
    { label: words.network, value: words.networkOpen, hint: words.networkWhy },
    { label: words.sku, value: words.skuStandard, hint: words.skuWhy },
  ]
}

function NewVault({ draft }: Pick<FieldsProps, 'draft'>) {
  const rows = newVaultRows(useStrings().policy, draft)
  if (rows.length === 0) return null
  return (
    <Whole>
      <Facts look="narrow">
        {rows.map(({ label, value, hint }) => (
          <Fact key={label} term={label}>
            {value}
            <Note>{hint}</Note>
          </Fact>
        ))}
      </Facts>
    </Whole>
  )
}

function Administrator({ form, draft, field, edit }: FieldsProps) {
  const words = useStrings().policy
  const { keep } = useWizard()
  const drafts = useDrafts()
  const { account, administrator } = form
  const { objectId, displayName, userName } = account
  const pick = (person: FoundPerson) => {
    keep({ person })
    edit({ administratorObjectId: person.id, ...(person.isGroup ? { groupId: person.id } : {}) })
  }
  const self = account.elsewhere ? undefined : { id: objectId, displayName, userName }
  const known = [administrator, self, drafts.person].find(
    (person) => person?.id.toLowerCase() === draft.administratorObjectId.toLowerCase(),
  )
  return (
    <Group boxed name={words.who}>
      <PersonField
        draft={field('administratorObjectId', {
          wide: true,
          hint: account.elsewhere ? words.administratorHintElsewhere : words.administratorHint,
        })}
        person={known}
        onPick={pick}
      />
      {self === undefined || draft.administratorObjectId === objectId ? null : (
        <TextButton onClick={() => pick(self)}>{words.takeObjectIdOf({ userName })}</TextButton>
      )}
    </Group>
  )
}

const named = ({ displayName, userName }: FoundPerson): Pick<SummaryRow, 'value' | 'hint'> =>
  userName === '' || userName === displayName ? { value: displayName } : { value: displayName, hint: userName }

/** The choices in use, with a way back to the form. */
export function ChosenPolicy({ form }: { readonly form: PolicyFormView }) {
  const words = useStrings().policy
  const { can, send } = useWizard()
  const { values } = form
  const subscription = form.subscriptions.find(({ id }) => id === values.subscriptionId)
  const isNew = areVaultsListed(form) && existing(form.vaults, values.vaultName, storeKind(values)) === undefined
  const change = can('CHANGE_CHOICES') ? (
    <TextButton onClick={() => send({ type: 'CHANGE_CHOICES' })}>{words.change}</TextButton>
  ) : undefined
  return (
    <Section heading={words.chosenHeading} action={change}>
      <Summary
        rows={[
          { label: words.subscription, value: subscription?.name ?? values.subscriptionId },
          {
            label: values.keyStore ? words.hsm : words.vault,
            value: values.vaultName,
            hint: `${nameIn(form.regionNames, values.region) ?? values.region}, ${values.vaultResourceGroup}`,
          },
          ...(isNew ? newVaultRows(words, values) : []),
          { label: words.keyShort, value: values.keyName, ...(values.keyIsImported ? { hint: words.keyImported } : {}) },
          { label: words.policy, value: values.policyName, hint: values.resourceGroup },
          ...(values.tags ? [{ label: words.tags, value: tagWords(values.tags).join(', ') }] : []),
          { label: words.reader, ...(form.administrator ? named(form.administrator) : { value: values.administratorObjectId }) },
        ]}
      />
    </Section>
  )
}
