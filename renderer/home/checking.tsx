import { Button, ProgressBar } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { CheckedMany } from '../../ipc/contract.ts'
import { ownerOf } from '../../machines/procedure/owners.ts'
import type { EngagementRow } from '../../messages/view.ts'
import { useTimes, useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { everyPage } from '../messages/every-page.ts'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Count } from '../primitives/status.tsx'
import { Heading, List, Name, Note, Text } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './checking.module.css'
import type { CheckingMany } from './use-checking.ts'

/** A check of many environments while it runs, and then what it found: by who can put it right, across customers. */
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
      <ProgressBar className={styles.bar} value={ended} max={total} aria-label={words.check} />
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
  const { ended, total, owners, inOrder, problems } = check
  const summary =
    check.state === 'canceled' ? words.canceledAt({ ended: ended, total }) : words.checkedCount({ count: total - problems.length, inOrder })
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the results appear
  useEffect(() => announce(summary), [])
  return (
    <Section heading={words.results} note={summary} action={<Button onClick={onClose}>{words.closeResults}</Button>}>
      {owners.length === 0 && problems.length === 0 ? null : (
        <Card>
          {owners.map((each) => (
            <OwnerGroup key={each.owner} group={each} rows={rows} />
          ))}
          {problems.length === 0 ? null : (
            <div className={styles.owner}>
              <Heading level={3}>{words.notChecked({ count: problems.length })}</Heading>
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
          )}
        </Card>
      )}
    </Section>
  )
}

type Group = CheckedMany['owners'][number]

function OwnerGroup({ group: { owner, people }, rows }: { readonly group: Group; readonly rows: readonly EngagementRow[] }) {
  const { owners } = useWords(everyPage)
  const findings = people.flatMap(({ environments }) => environments.flatMap((each) => each.findings)).length
  return (
    <div className={styles.owner}>
      <Row>
        <Glyph name="person" />
        <Heading level={3}>{owners[ownerOf(owner)]}</Heading>
        <Count tone="neutral" count={findings} />
      </Row>
      {people.map((person) => (
        <Person key={person.tenantId} person={person} owner={owners[ownerOf(owner)]} isYou={owner === 'you'} rows={rows} />
      ))}
    </div>
  )
}

/** What one person of one customer can resolve. The message is made by main, of this customer alone. */
function Person({
  person: { tenantId, customer, environments, message },
  owner,
  isYou,
  rows,
}: {
  readonly person: Group['people'][number]
  readonly owner: string
  /** No one writes to themselves. */
  readonly isYou: boolean
  readonly rows: readonly EngagementRow[]
}) {
  const words = useWords(customers)
  const name = rows.find((row) => row.tenantId === tenantId)?.customer ?? customer
  return (
    <div className={styles.person}>
      <Row spread="apart">
        <Name>
          <bdi>{name}</bdi>
        </Name>
        {isYou ? null : (
          <CopyButton
            text={`${message.subject}\n\n${message.body}`}
            of={words.messageTo({ owner, customer: name })}
            label={words.copyMessage}
          />
        )}
      </Row>
      {environments.map(({ id, name: environment, findings }) => (
        <Fold key={id} label={<bdi>{environment}</bdi>} aside={String(findings.length)}>
          <List>
            {findings.map((finding) => (
              <li key={finding}>
                <Text>{finding}</Text>
              </li>
            ))}
          </List>
        </Fold>
      ))}
    </div>
  )
}
