import { type ReactNode, useId, useState } from 'react'
import { API_PERMISSIONS, adminConsentAddress, registrationCommands, registrationLines } from '../../machines/sign-in/permissions.ts'
import { validateClientId, validateTenant } from '../../machines/sign-in/tenant.ts'
import { useFormatter, useStrings } from '../language.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import styles from './registration.module.css'

function Disclosure({ show, hide, children }: { readonly show: string; readonly hide: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      <TextButton expanded={open} controls={id} onClick={() => setOpen(!open)}>
        {open ? hide : show}
        <Icon name={open ? 'chevronUp' : 'chevronDown'} size={14} />
      </TextButton>
      {open ? (
        <div id={id} className={styles.inside}>
          {children}
        </div>
      ) : null}
    </div>
  )
}

/** What the customer's own app registration needs, ready to paste, and where an administrator consents to it. */
export function Registration({
  authority,
  tenant,
  clientId,
}: {
  readonly authority: string
  readonly tenant: string
  readonly clientId: string
}) {
  const words = useStrings().connect.registration
  const formatter = useFormatter()
  const named = validateTenant(tenant) === undefined && validateClientId(clientId) === undefined
  return (
    <Disclosure show={words.show} hide={words.hide}>
      <p className={styles.line}>{words.intro}</p>
      <h2 className={styles.heading}>{words.permissions}</h2>
      <Permissions />
      <CopyButton text={formatter.all(registrationLines()).join('\n')} of={words.textOf} label={words.text} subtle={false} />
      <Block heading={words.commands} text={registrationCommands()} of={words.commandsOf} />
      {named ? (
        <Block heading={words.consent} text={adminConsentAddress({ authority }, tenant.trim(), clientId.trim())} of={words.consentOf} />
      ) : (
        <>
          <h2 className={styles.heading}>{words.consent}</h2>
          <p className={styles.line}>{words.consentNeeds}</p>
        </>
      )}
    </Disclosure>
  )
}

function Permissions() {
  const words = useStrings().connect.registration
  const formatter = useFormatter()
  return (
    <ul className={styles.permissions}>
      {API_PERMISSIONS.map(({ api, appId, permission, why, confidence }) => (
        <li key={appId}>
          <span className={styles.permission}>
            <span translate="no">{api}</span>: <code translate="no">{permission}</code>
          </span>
          <span className={styles.id}>{appId}</span>
          <span className={styles.why}>{formatter.text(why)}</span>
          {confidence === 'general-knowledge' ? <span className={styles.why}>{words.unsure}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Block({ heading, text, of }: { readonly heading: string; readonly text: string; readonly of: string }) {
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.heading}>{heading}</h2>
        <CopyButton text={text} of={of} />
      </div>
      <pre className={styles.text} translate="no">
        {text}
      </pre>
    </>
  )
}

/** What an app needs that signs in by itself. */
export function ServicePrincipalNeeds() {
  const strings = useStrings()
  const { show, hide, points } = strings.connect.principal
  return (
    <Disclosure show={show} hide={hide}>
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
