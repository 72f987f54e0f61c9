import { type FormEvent, useRef, useState } from 'react'
import {
  asksPerson,
  draftOf,
  isSamePlace,
  isServicePrincipal,
  offeredWays,
  requestOf,
  SIGN_IN_FIELDS,
  type SignInDraft,
  type SignInField,
  signInProblems,
  tenantListOf,
} from '#machines/sign-in/draft.ts'
import { FIRST_PARTY_CLIENT_ID } from '#machines/sign-in/tenant.ts'
import type { CloudView, StartView } from '#messages/view.ts'
import { settingsIn } from '../desktop/managed-settings.tsx'
import { CHOICES_FORM } from '../frame/page-actions.ts'
import { useFormatter, useWords } from '../language.tsx'
import { connect } from '../messages/connect.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Choice, ShortCheck } from '../primitives/choice.tsx'
import { useFieldErrors } from '../primitives/field-errors.ts'
import { type Draft, SelectField, TextField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Note, Points, Text } from '../primitives/text.tsx'
import type { Strings } from '../strings.ts'
import { useDrafts, useWizard } from '../wizard-context.tsx'
import { Registration, ServicePrincipalNeeds } from './registration.tsx'

const fieldId = (field: SignInField | 'cloud'): string => `sign-in-${field}`

const nameOf = (words: Strings['connect'], field: SignInField, { way }: SignInDraft): string =>
  field === 'secret' && way === 'certificate' ? words.passphrase : words.fields[field]

interface Form {
  readonly draft: SignInDraft
  readonly secret: string
  edit(change: Partial<SignInDraft>): void
  ask(change: Partial<SignInDraft>): void
  field(
    name: SignInField,
    value: string,
    onChange: (value: string) => void,
    more?: Pick<Draft, 'hint' | 'wide' | 'secret' | 'readOnly'>,
  ): Draft
}

export function ConnectForm({ start }: { readonly start: StartView }) {
  const words = useWords(connect)
  const formatter = useFormatter()
  const { view, keep, notify, send, ask, bridge } = useWizard()
  const drafts = useDrafts()
  const managed = settingsIn(view.managed)
  const draft = drafts.signIn ?? draftOf(start.signIn?.request, start.clouds, managed)
  const [secret, setSecret] = useState('')
  const checkFirst = drafts.checkFirst === true
  const handing = useRef(false)
  const errors = useFieldErrors<SignInField>(SIGN_IN_FIELDS, formatter.all(signInProblems(draft, secret)), fieldId)

  const edit = (change: Partial<SignInDraft>) => keep({ signIn: { ...draft, ...change } })
  const askAnew = (change: Partial<SignInDraft>) => {
    // The fields of the last error may be gone, and new ones aren't filled in yet.
    notify(undefined)
    errors.reset()
    edit(change)
  }
  const form: Form = {
    draft,
    secret,
    edit,
    ask: askAnew,
    field: (name, value, onChange, more = {}) => ({
      id: fieldId(name),
      label: nameOf(words, name, draft),
      value,
      broken: errors.shown(name),
      onChange,
      // Passing through a field is no error.
      onLeave: () => (value === '' ? undefined : errors.leave(name)),
      ...more,
    }),
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = errors.check()
    if (wrong.length > 0) return notify(words.problems({ count: wrong.length, fields: wrong.map((name) => nameOf(words, name, draft)) }))
    if (handing.current) return
    handing.current = true
    notify(undefined)
    // Sends the secret to the main process and clears it from the page first.
    const handed = !isServicePrincipal(draft.way) || secret === '' || (await ask(bridge.call('identity:hold-secret', { secret })))
    setSecret('')
    handing.current = false
    if (!handed) return
    const list = tenantListOf(draft)
    const first = checkFirst ? ({ checkFirst: true } as const) : {}
    send(list ? { type: 'LIST_TENANTS', request: list, ...first } : { type: 'SIGN_IN', request: requestOf(draft), ...first })
  }
  return (
    <form id={CHOICES_FORM} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="wide">
        {start.engagements?.length === 0 ? <Callout tone="info">{words.notRunYet}</Callout> : null}
        {start.resumes && isSamePlace(draft, start.resumes) ? (
          <Callout tone="info">{words.resumes({ environment: start.resumes.environment, way: draft.way })}</Callout>
        ) : null}
        <Where form={form} clouds={start.clouds} isManaged={managed.AllowedClouds !== undefined} />
        <Group name={words.way} note={<Note>{managed.AllowedSignInMethods ? words.waysManaged : words.wayNote}</Note>}>
          {offeredWays(managed).map((way) => (
            <Choice
              key={way}
              group="way"
              value={way}
              title={words.ways[way].title}
              text={words.ways[way].text}
              chosen={draft.way === way}
              onChoose={() => {
                setSecret('')
                askAnew({ way })
              }}
            />
          ))}
        </Group>
        {asksPerson(draft.way) ? <App form={form} clouds={start.clouds} /> : null}
        {isServicePrincipal(draft.way) ? <ServicePrincipal form={form} onSecret={setSecret} /> : null}
        <ShortCheck title={words.checkFirst} checked={checkFirst} onCheck={(checked) => keep({ checkFirst: checked })} />
      </Stack>
    </form>
  )
}

function cloudLabel(words: Strings['connect'], { name, verified, custom }: CloudView): string {
  const marks = [...(custom ? [words.custom] : []), ...(verified ? [] : [words.unverified])]
  return marks.length === 0 ? name : words.marked({ name, marks })
}

function Where({
  form: { draft, edit, field },
  clouds,
  isManaged,
}: {
  readonly form: Form
  readonly clouds: readonly CloudView[]
  readonly isManaged: boolean
}) {
  const words = useWords(connect)
  const chosen = clouds.find(({ id }) => id === draft.cloud)
  const mayList = tenantListOf({ ...draft, tenant: '' }) !== undefined
  const hints = [
    isManaged ? words.cloudsManaged : words.cloudHint,
    ...(clouds.every(({ verified }) => verified) ? [] : [words.unverifiedMeans]),
  ]
  return (
    <Stack gap="even">
      <Group boxed name={words.where}>
        <TextField
          {...field('tenant', draft.tenant, (tenant) => edit({ tenant }), { hint: mayList ? words.tenantOptional : words.tenantHint })}
        />
        <SelectField
          id={fieldId('cloud')}
          label={words.cloud}
          value={draft.cloud}
          hint={hints.join(' ')}
          onChange={(cloud) => edit({ cloud })}
          options={clouds.map((cloud) => ({ value: cloud.id, label: cloudLabel(words, cloud) }))}
        />
      </Group>
      {chosen && !chosen.verified ? (
        <Callout tone="warning">
          <Stack gap="tight">
            <Text>{words.doubts}</Text>
            <Points items={chosen.notes} />
            <Text>{words.doubtsNext}</Text>
          </Stack>
        </Callout>
      ) : null}
    </Stack>
  )
}

/** The app registration that signs in: the customer's own, or Azure CLI's. */
function App({ form: { draft, edit, ask, field }, clouds }: { readonly form: Form; readonly clouds: readonly CloudView[] }) {
  const words = useWords(connect)
  const authority = clouds.find(({ id }) => id === draft.cloud)?.authority ?? ''
  return (
    <Stack gap="even">
      <Group name={words.app}>
        {(['first-party', 'own'] as const).map((app) => (
          <Choice
            key={app}
            group="app"
            value={app}
            title={words.apps[app].title}
            text={words.apps[app].text}
            chosen={draft.app === app}
            onChoose={() => ask({ app })}
          />
        ))}
      </Group>
      {draft.app === 'own' ? (
        <>
          <TextField {...field('clientId', draft.clientId, (clientId) => edit({ clientId }), { hint: words.clientIdHint })} />
          <Registration authority={authority} tenant={draft.tenant} clientId={draft.clientId} />
        </>
      ) : (
        <Text>{words.firstParty({ id: FIRST_PARTY_CLIENT_ID })}</Text>
      )}
    </Stack>
  )
}

/** The file is chosen in a dialog of the main process, which opens no other. */
function CertificateFile({ form: { draft, edit, field } }: { readonly form: Form }) {
  const words = useWords(connect)
  const { notify, bridge } = useWizard()
  const choose = async () => {
    const reply = await bridge.call('certificate:choose', {})
    if (!reply.ok) notify(reply.why)
    else if (reply.value.file !== undefined) edit({ certificatePath: reply.value.file })
  }
  return (
    <>
      <TextField
        {...field('certificatePath', draft.certificatePath, (certificatePath) => edit({ certificatePath }), {
          hint: words.certificateHint,
          readOnly: true,
        })}
      />
      <Row>
        <Button onClick={() => void choose()}>{words.chooseCertificate}</Button>
      </Row>
    </>
  )
}

function ServicePrincipal({ form, onSecret }: { readonly form: Form; readonly onSecret: (secret: string) => void }) {
  const words = useWords(connect)
  const { draft, secret, edit, field } = form
  const certificate = draft.way === 'certificate'
  const hint = certificate ? words.passphraseHint : words.secretHint
  return (
    <Stack gap="even">
      <Group boxed name={words.servicePrincipal}>
        <TextField {...field('clientId', draft.clientId, (clientId) => edit({ clientId }), { hint: words.clientIdHint })} />
        {certificate ? <CertificateFile form={form} /> : null}
        <TextField {...field('secret', secret, onSecret, { hint, secret: true })} />
      </Group>
      <ServicePrincipalNeeds />
    </Stack>
  )
}
