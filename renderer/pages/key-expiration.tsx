import { DAY } from '#machines/engine/durations.ts'
import type { KeyDates } from '#messages/view.ts'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Fold } from '../primitives/disclosure.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Moment } from '../primitives/moment.tsx'
import { fractionOf, NowMark, percent } from '../primitives/now-mark.tsx'
import { Section } from '../primitives/section.tsx'
import { Name, Note } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { useStrings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'
import styles from './key-expiration.module.css'

/** Expiration and creation of the newest version, on a timeline; folded without expiration. */
export function KeyExpiration({ dates }: { readonly dates: KeyDates }) {
  const words = useStrings().keyDates
  const now = useNow()
  const { vault, key, createdAt, expires, rotateFrom = Number.POSITIVE_INFINITY } = dates
  const names = `${vault} · ${key}`
  if (expires === undefined)
    return (
      <Fold as="section" inset label={words.heading} aside={words.none}>
        <Name>{names}</Name>
        {createdAt === undefined ? null : <End at={createdAt} what={words.created} />}
      </Fold>
    )
  const left = expires - now
  return (
    <Section
      heading={words.heading}
      note={names}
      action={<Name>{left <= 0 ? words.expired : words.left({ days: Math.floor(left / DAY) })}</Name>}
    >
      <Card padded>
        <Stack>
          {createdAt === undefined ? null : <Line from={createdAt} to={expires} rotateFrom={rotateFrom} />}
          <div className={styles.ends}>
            {createdAt === undefined ? <span /> : <End at={createdAt} what={words.created} />}
            <End at={expires} what={words.expires} hurts={now >= rotateFrom} />
          </div>
        </Stack>
      </Card>
    </Section>
  )
}

function Line({ from, to, rotateFrom }: { readonly from: number; readonly to: number; readonly rotateFrom: number }) {
  const words = useStrings().keyDates
  const today = fractionOf(useNow(), from, to)
  return (
    <div className={styles.line} aria-hidden="true">
      <span className={styles.passed} style={{ width: percent(today) }} />
      <span className={styles.near} style={{ insetInlineStart: percent(fractionOf(rotateFrom, from, to)) }} />
      <NowMark at={today}>{words.today}</NowMark>
    </div>
  )
}

function End({ at, what, hurts = false }: { readonly at: number; readonly what: string; readonly hurts?: boolean }) {
  return (
    <div className={classNames(styles.end, hurts && toneClass('danger'), hurts && styles.hurts)}>
      <Note as="p">
        <Moment at={at} />
      </Note>
      <Name>{what}</Name>
    </div>
  )
}
