import { useId, useMemo, useState } from 'react'
import { defined } from '#machines/defined.ts'
import { knownAs, type MailTo, mailOf, type OutageMail } from '#machines/procedure/mail/mail.ts'
import { useFormatterIn } from '../language.tsx'
import { useWrittenIn, WrittenInField, writtenIn } from '../pickers/written-in.tsx'
import { Button } from '../primitives/button.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Name } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useSavedFile } from '../use-saved-file.tsx'
import { useWizard } from '../wizard-context.tsx'
import { localTimeZone } from './local-time.ts'
import styles from './mail-draft.module.css'
import { TimeZoneField } from './time-zone-field.tsx'
import { useTold } from './told.ts'

function Draft({ to }: { readonly to: MailTo }) {
  const { schedule, calendar } = useStrings()
  const words = schedule.mail
  const id = useId()
  const [language, setLanguage] = useWrittenIn()
  const { view, ask, bridge } = useWizard()
  const [timeZone, setTimeZone] = useState((to.mail === 'over' ? undefined : to.timeZone) ?? localTimeZone())
  const [save, outcome] = useSavedFile()
  const [, did] = useTold(to.mail === 'outage' ? to.start : undefined)
  const formatter = useFormatterIn(language)
  const { locale, text } = useMemo(() => formatter.inZone(timeZone), [formatter, timeZone])
  const known = knownAs(view)
  if (known === undefined) return null
  const mail: MailTo = to.mail === 'over' ? to : { ...to, timeZone }
  const open = async (wanted: MailTo) => {
    if (await ask(bridge.call('mail:open', { ...wanted, ...writtenIn(language) }))) did('mail')
  }
  const saveEntry = async (outage: OutageMail) => {
    if (await save(bridge.call('calendar:save', { outage: { ...outageOf(outage, timeZone), ...writtenIn(language) } }))) did('calendar')
  }
  const { subject, body } = mailOf(mail, known)
  return (
    <Stack>
      <Row>
        <WrittenInField label={words.language} language={language} onChoose={setLanguage} />
        {to.mail === 'over' ? null : (
          <TimeZoneField id={`${id}-zone`} label={schedule.timeZone} timeZone={timeZone} onChoose={setTimeZone} />
        )}
      </Row>
      <div className={styles.draft} lang={locale}>
        <Name as="p">{text(subject)}</Name>
        <p className={styles.body}>{text(body)}</p>
      </div>
      <Row>
        <Button size="small" icon={<Glyph name="mail" />} onClick={() => void open(mail)}>
          {words.open}
        </Button>
        <CopyButton text={`${text(subject)}\n\n${text(body)}`} of={words.of} label={words.copy} subtle={false} />
        {mail.mail === 'over' ? null : (
          <Button size="small" onClick={() => void saveEntry(mail)}>
            {mail.mail === 'canceled' ? calendar.saveCanceled : calendar.saveOutage}
          </Button>
        )}
      </Row>
      {outcome}
    </Stack>
  )
}

export const outageOf = ({ mail, start, end, isPlanned }: OutageMail, timeZone: string) => ({
  start,
  end,
  timeZone,
  ...defined({ isPlanned }),
  ...(mail === 'canceled' ? { isCanceled: true as const } : {}),
})

export function FoldedMail({ to, label }: { readonly to: MailTo; readonly label?: string }) {
  const { heading, canceled } = useStrings().schedule.mail
  return (
    <Fold inset label={label ?? (to.mail === 'canceled' ? canceled : heading)}>
      <Draft to={to} />
    </Fold>
  )
}
