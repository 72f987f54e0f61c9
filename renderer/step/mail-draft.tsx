import { Button } from '@fluentui/react-components'
import { environmentNamed } from '../../machines/engine/wizard/about.ts'
import { type MailTo, mailOf } from '../../machines/procedure/mail/mail.ts'
import { useFormatterIn, useStrings } from '../language.tsx'
import { useWrittenIn, WrittenInField, writtenIn } from '../pickers/written-in.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Disclosure } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './mail-draft.module.css'

/** What the users are told, ready to be sent by the person. The wizard sends nothing. */
function Draft({ to }: { readonly to: MailTo }) {
  const words = useStrings().schedule.mail
  const [language, setLanguage] = useWrittenIn()
  const { locale, text } = useFormatterIn(language)
  const { view, ask, bridge } = useWizard()
  const environment = environmentNamed(view)
  if (environment === undefined) return null
  const { subject, body } = mailOf(to, environment)
  return (
    <Stack>
      <WrittenInField label={words.language} language={language} onChoose={setLanguage} />
      <div className={styles.draft} lang={locale}>
        <p className={styles.subject}>{text(subject)}</p>
        <p className={styles.body}>{text(body)}</p>
      </div>
      <Row>
        <Button size="small" icon={<Glyph name="mail" />} onClick={() => void ask(bridge.openMail({ ...to, ...writtenIn(language) }))}>
          {words.open}
        </Button>
        <CopyButton text={`${text(subject)}\n\n${text(body)}`} of={words.of} label={words.copy} subtle={false} />
      </Row>
    </Stack>
  )
}

/** The same on a page. */
export function MailDraft({ to }: { readonly to: MailTo }) {
  return (
    <Section heading={useStrings().schedule.mail.heading}>
      <Draft to={to} />
    </Section>
  )
}

/** The same behind a line, where there is little room. */
export function FoldedMailDraft({ to }: { readonly to: MailTo }) {
  const { show, hide } = useStrings().schedule.mail
  return (
    <Disclosure show={show} hide={hide}>
      <Draft to={to} />
    </Disclosure>
  )
}
