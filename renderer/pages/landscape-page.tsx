import { useState } from 'react'
import type { LandscapeView } from '#messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Source } from '../frame/source.tsx'
import { TypeBadge } from '../frame/type-badge.tsx'
import { useTimes } from '../language.tsx'
import { useOthers } from '../pickers/other.ts'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Row, Spaced, Stack, Tiles } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './landscape-page.module.css'
import { PageTitle } from './page-title.tsx'

type Environment = LandscapeView['rows'][number]
type MomentView = LandscapeView['moments'][number]

const KEY_LOOKS: Readonly<Record<Environment['key']['standing'], StateLook>> = {
  'this-policy': { tone: 'success', glyph: 'key' },
  'another-policy': { tone: 'warning', glyph: 'key' },
  'self-managed': { tone: 'warning', glyph: 'key' },
  microsoft: { tone: 'neutral', glyph: 'key' },
  changing: { tone: 'brand', glyph: 'running' },
  unknown: { tone: 'neutral', glyph: 'unknown' },
}

const MANAGED_LOOKS: Readonly<Record<Environment['managed'], StateLook>> = {
  managed: { tone: 'success', glyph: 'verified' },
  'not-managed': { tone: 'neutral', glyph: 'no' },
  unknown: { tone: 'neutral', glyph: 'unknown' },
}

/** Environments with finance and operations, grouped by which can be copied and restored to each other. */
export function LandscapePage({ landscape }: { readonly landscape: LandscapeView }) {
  const words = useStrings().landscape
  const { moment } = useTimes()
  const now = useNow()
  const heading = useHeadingFocus('landscape')
  const { reading, checkedAt, oldSince, problem, rows, unread, moments } = landscape
  const strings = useStrings()
  const { can, send } = useWizard()
  const checked = oldSince === undefined ? strings.keyMap.checked : strings.keyMap.checkedBefore
  const isEmpty = !reading && problem === undefined && rows.length + unread.length === 0
  return (
    <>
      <PageTitle ref={heading}>{words.title}</PageTitle>
      <Text>{words.lead}</Text>
      {problem && !reading ? (
        <Spaced>
          <Problem problem={problem} level={2} />
        </Spaced>
      ) : null}
      <Section
        heading={words.list}
        busy={reading}
        note={checkedAt === undefined || reading ? '' : checked({ at: moment(checkedAt, now) })}
        action={
          can('CHECK_AGAIN') ? (
            <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{strings.footer.checkAgain}</TextButton>
          ) : undefined
        }
      >
        {isEmpty ? <Text>{words.none}</Text> : <Environments rows={rows} unread={unread} />}
      </Section>
      {moments.length > 0 ? <Moments moments={moments} /> : null}
    </>
  )
}

function Environments({ rows, unread }: Pick<LandscapeView, 'rows' | 'unread'>) {
  const words = useStrings().landscape
  const otherOf = useOthers()
  if (rows.length + unread.length === 0) return null
  return (
    <DataTable label={words.list} columns={[words.name, words.region, words.key, words.managedColumn]}>
      {rows.map((row) => (
        <DataRow
          key={row.id}
          name={
            <>
              <Row>
                <Name>{row.name}</Name>
                <TypeBadge type={row.type} />
              </Row>
              {row.locked ? (
                <Status tone="danger" glyph="lock">
                  {words.locked}
                </Status>
              ) : null}
              {row.chosen ? <Note as="p">{words.chosen}</Note> : null}
            </>
          }
        >
          <DataCell column={words.region}>{row.location}</DataCell>
          <DataCell column={words.key}>
            <Status {...(otherOf(row.id)?.look ?? KEY_LOOKS[row.key.standing])} long>
              {otherOf(row.id)?.title ?? row.key.words}
            </Status>
          </DataCell>
          <DataCell column={words.managedColumn}>
            <Status {...MANAGED_LOOKS[row.managed]}>{words.managed[row.managed]}</Status>
          </DataCell>
        </DataRow>
      ))}
      {unread.map(({ id, name, problem }) => (
        <DataRow key={id} name={<Name>{name}</Name>}>
          <DataCell column={words.region}>–</DataCell>
          <DataCell column={words.key}>
            <Status tone="neutral" glyph="unknown" long>
              {words.notRead}
            </Status>
            <Note as="p">{problem.meaning}</Note>
          </DataCell>
          <DataCell column={words.managedColumn}>{words.managed.unknown}</DataCell>
        </DataRow>
      ))}
    </DataTable>
  )
}

/** Groups rather than pairs, so that thirty environments stay readable. */
function Moments({ moments }: Pick<LandscapeView, 'moments'>) {
  const words = useStrings().landscape
  const [chosen, setChosen] = useState<MomentView['moment']>('today')
  const shown = moments.find(({ moment }) => moment === chosen)
  return (
    <Section heading={words.pairs}>
      <Tabs
        id="landscape-moment"
        label={words.when}
        tabs={moments.map(({ moment }) => [moment, words.moments[moment]] as const)}
        chosen={chosen}
        onChoose={setChosen}
      >
        {shown ? <Moment moment={shown} /> : null}
      </Tabs>
      <Note as="p">{words.only}</Note>
    </Section>
  )
}

function Moment({ moment: { working, pairs, groups, apart } }: { readonly moment: MomentView }) {
  const { landscape: words, closing } = useStrings()
  const all = working === pairs
  return (
    <Stack gap="even">
      <Callout tone={all ? 'success' : 'info'}>{words.working({ working, pairs })}</Callout>
      <Tiles as="ul" least={320} gap="even" filled>
        {groups.map((group) => (
          <Card as="li" padded key={group.environments.map(({ id }) => id).join(' ')}>
            <Stack>
              <Row>
                <Status {...KEY_LOOKS[group.key.standing]} long>
                  {group.key.words}
                </Status>
                <Status {...MANAGED_LOOKS[group.managed]}>{words.managed[group.managed]}</Status>
                {group.location === undefined ? null : <Note>{group.location}</Note>}
              </Row>
              <Note>{words.group({ count: group.environments.length })}</Note>
              <ul className={styles.names}>
                {group.environments.map(({ id, name }) => (
                  <li key={id} className={styles.name}>
                    {name}
                  </li>
                ))}
              </ul>
            </Stack>
          </Card>
        ))}
      </Tiles>
      {apart.length === 0 ? null : (
        <>
          <Heading level={3}>{words.apart}</Heading>
          <DataTable label={words.apart} columns={[words.reason, words.count, closing.sources]}>
            {apart.map(({ reason, says, pairs: count, source }) => (
              <DataRow key={reason} name={says}>
                <DataCell column={words.count}>{count}</DataCell>
                <DataCell column={closing.sources}>
                  <Source source={source} />
                </DataCell>
              </DataRow>
            ))}
          </DataTable>
        </>
      )}
    </Stack>
  )
}

export function LandscapeLink() {
  const words = useStrings().landscape
  const { view, can, send } = useWizard()
  const isThere = view.pages.some(({ page, open }) => page === 'landscape' && open)
  if (!isThere || !can('GO_TO_PAGE')) return null
  return (
    <Spaced>
      <TextButton onClick={() => send({ type: 'GO_TO_PAGE', page: 'landscape' })}>{words.link}</TextButton>
    </Spaced>
  )
}
