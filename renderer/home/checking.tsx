import { useEffect } from 'react'
import type { CheckedMany } from '#contract/contract.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { EngagementRow } from '#messages/view.ts'
import { useTimes, useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { everyPage } from '../messages/every-page.ts'
import { findings } from '../messages/step.ts'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Count } from '../primitives/status.tsx'
import { List, Name, Note } from '../primitives/text.tsx'
import { FindingLabel } from '../step/finding-line.tsx'
import { SEVERITY_LOOKS } from '../step/finding-state.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './checking.module.css'
import type { CheckingMany } from './use-checking.ts'

export function Checking({ checking, rows }: { readonly checking: CheckingMany; readonly rows: readonly EngagementRow[] }) {
  const { check } = checking
  if (check === undefined) return null
  return check.state === 'running' || check.state === 'paused' ? (
    <Progress check={check} control={checking.control} />
  ) : (
    <Results check={check} rows={rows} onClose={() => checking.control('close')} />
  )
}

function Progress({ check, control }: { readonly check: CheckedMany; readonly control: CheckingMany['control'] }) {
  const words = useWords(customers)
  const { countdown, moment } = useTimes()
  const now = useNow(1000)
  const { ended, total, left, held } = check
  const isPaused = check.state === 'paused'
  const [first] = held.toSorted((a, b) => a.until - b.until)
  return (
    <section className={styles.panel} aria-label={words.check}>
      <Row spread="apart">
        <Stack gap="tight">
          <Name>{isPaused ? words.checkPaused({ ended, total }) : words.checking({ ended, total })}</Name>
          <Note>{left === undefined || isPaused ? words.readsOnly : words.left({ duration: countdown(left) })}</Note>
          {first === undefined ? null : (
            <Note>{words.held({ count: held.length, customer: first.customer, when: moment(first.until, now) })}</Note>
          )}
        </Stack>
        <Row>
          <Button onClick={() => control(isPaused ? 'resume' : 'pause')}>{isPaused ? words.resume : words.pause}</Button>
          <Button onClick={() => control('cancel')}>{words.cancel}</Button>
        </Row>
      </Row>
      <progress className={styles.bar} value={ended} max={total} aria-label={words.check} />
    </section>
  )
}

function Results({
  check,
  rows,
  onClose,
}: {
  readonly check: CheckedMany
  readonly rows: readonly EngagementRow[]
  readonly onClose: () => void
}) {
  const words = useWords(customers)
  const { announce } = useWizard()
  const { ended, total, advice, needAction, problems } = check
  // No message to the reader.
  const messages = check.messages.filter(({ owner }) => owner !== 'you')
  const summary =
    check.state === 'canceled' ? words.canceledAt({ ended, total }) : words.checkedCount({ count: total - problems.length, needAction })
  useEffect(() => announce(summary), [announce, summary])
  return (
    <Section heading={words.results} note={summary} action={<Button onClick={onClose}>{words.closeResults}</Button>}>
      {advice.length + messages.length + problems.length === 0 ? null : (
        // Folded, so that the list stays in sight.
        <Card>
          {advice.length === 0 ? null : (
            <Fold label={words.toDo} aside={String(advice.length)}>
              {advice.map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <OneAdvice key={at} advice={each} rows={rows} />
              ))}
            </Fold>
          )}
          {messages.length === 0 ? null : (
            <Fold label={words.messages} aside={String(messages.length)}>
              {messages.map((message) => (
                <Message key={`${message.owner} ${message.tenantId}`} message={message} rows={rows} />
              ))}
            </Fold>
          )}
          {problems.length === 0 ? null : (
            <Fold label={words.notChecked({ count: problems.length })}>
              <div className={styles.inside}>
                <List>
                  {problems.map(({ customer, environment, title, remedy }, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                    <li key={at}>
                      <Name>
                        <bdi>{customer}</bdi>
                      </Name>{' '}
                      <bdi>{environment}</bdi>: {title}. <Note>{remedy}</Note>
                    </li>
                  ))}
                </List>
              </div>
            </Fold>
          )}
        </Card>
      )}
    </Section>
  )
}

type Rows = readonly EngagementRow[]

/** The person's own name for the customer, if any. */
const nameIn = (rows: Rows, tenantId: string, customer: string): string =>
  rows.find((row) => row.tenantId === tenantId)?.customer ?? customer

function OneAdvice({
  advice: { severity, owner, remedy, environments },
  rows,
}: {
  readonly advice: CheckedMany['advice'][number]
  readonly rows: Rows
}) {
  const words = useWords(customers)
  const { owners } = useWords(everyPage)
  const pills = useWords(findings.pills)
  const label = <FindingLabel {...SEVERITY_LOOKS[severity]} word={severity === 'settled' ? pills.pass : pills[severity]} title={remedy} />
  return (
    <div className={styles.advice}>
      <Fold label={label} aside={words.forHowMany({ owner: owners[ownerOf(owner)], count: environments.length })}>
        <div className={styles.inside}>
          <List>
            {environments.map(({ tenantId, customer, name, title }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={at}>
                <Name>
                  <bdi>{nameIn(rows, tenantId, customer)}</bdi>
                </Name>{' '}
                <bdi>{name}</bdi>: {title}
              </li>
            ))}
          </List>
        </div>
      </Fold>
    </div>
  )
}

/** Tasks of one person at one customer; the main process writes the message for this customer alone. */
function Message({
  message: { tenantId, customer, owner, count, message },
  rows,
}: {
  readonly message: CheckedMany['messages'][number]
  readonly rows: Rows
}) {
  const words = useWords(customers)
  const { owners } = useWords(everyPage)
  const person = owners[ownerOf(owner)]
  const name = nameIn(rows, tenantId, customer)
  return (
    <div className={styles.inside}>
      <Row spread="apart">
        <span>
          <Name>
            <bdi>{name}</bdi>
          </Name>{' '}
          {person} <Count tone="neutral" count={count} />
        </span>
        <CopyButton
          text={`${message.subject}\n\n${message.body}`}
          of={words.messageTo({ owner: person, customer: name })}
          label={words.copyMessage}
        />
      </Row>
    </div>
  )
}
