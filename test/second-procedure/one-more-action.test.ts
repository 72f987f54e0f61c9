import { describe, expect, it } from 'vitest'
import { type ActionDefinition, actionsOf, type Pending } from '#machines/engine/action.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import { optional, type Stored, text, time } from '#machines/engine/stored.ts'
import { verbatim } from '#machines/messages/message.ts'
import { nextLine } from '#node/records/engagement/journal/chain.ts'
import { type Entry, readEntry } from '#node/records/engagement/journal/entry.ts'
import { memoryJournal } from '#node/records/engagement/journal/journal.ts'
import { summarise } from '#node/records/evidence/summary.ts'
import type { FeatureServices } from './feature.ts'
import { SECOND } from './procedure.ts'

/* An action that this procedure did not have: one object, as its folder would hold it, and its line in the list. */

const stored = { environmentId: text, note: optional(text) }
type TellPeople = Stored<'tell-people', typeof stored>

const tellPeople: ActionDefinition<TellPeople, Pending, FeatureServices> = {
  kind: 'tell-people',
  stored,
  part: 'people',
  describe: ({ note }) => ({
    title: verbatim('Tell people'),
    resource: verbatim('mail'),
    before: verbatim('Not told'),
    after: verbatim(note ?? 'Told'),
    reversible: 'no',
    undo: verbatim('No'),
    usersCutOff: false,
    takes: verbatim('Seconds'),
    owner: 'you',
  }),
  fields: ({ environmentId }) => [{ resourceId: `/environments/${environmentId}/mail`, field: 'sent', before: false, after: true }],
  apply: async ({ environmentId }) => ({ ok: true, resourceId: `/environments/${environmentId}/mail`, written: true }),
  grantsRights: 'you',
  refusals: [],
  wait: {
    stored: { kind: 'mail-on-its-way', fields: { since: time } },
    follows: ({ kind }) => kind === 'mail-on-its-way',
    isOf: () => true,
    title: verbatim('The mail arrives'),
    range: verbatim('Seconds'),
    takesDays: false,
    unsettles: false,
    poll: async () => ({ state: 'succeeded', stateWord: verbatim('Arrived') }),
  },
}

const WITH_IT: Procedure = { ...SECOND, actions: actionsOf([...SECOND.actions.all, tellPeople], SECOND.actions.owners) }

const AT = Date.parse('2026-11-24T09:00:00Z')
const action: TellPeople = { kind: 'tell-people', environmentId: 'e1', note: 'By mail' }
const description = tellPeople.describe(action, {})
const started: Entry = { kind: 'apply-started', content: { step: 'confirm', attempt: 1, action, description } }

const read = (procedure: Procedure, content: object) =>
  readEntry(procedure, nextLine(undefined, 'apply-started', { ...started.content, ...content }, AT))

describe('one more action of a procedure', () => {
  it('is kept in the record by the fields that it names', () => {
    expect(read(WITH_IT, {})).toMatchObject({ ok: true, entry: { content: { action } } })
  })

  it.each([
    ['lacks a field', { kind: 'tell-people' }],
    ['has one more', { ...action, by: 'ada' }],
    ['has one of another type', { ...action, note: 1 }],
  ])('is refused where it %s', (_, other) => {
    expect(read(WITH_IT, { action: other })).toMatchObject({ ok: false })
  })

  it('is only known by its kind to a procedure without it', () => {
    expect(read(SECOND, { action: { kind: 'tell-people', whatever: 1 } })).toMatchObject({ ok: true })
  })

  it('keeps what it starts by the fields that its wait names', () => {
    const looked = (pending: object) =>
      readEntry(WITH_IT, nextLine(undefined, 'looked', { pending, state: 'running', stateWord: verbatim('On its way'), requests: [] }, AT))
    expect(looked({ kind: 'mail-on-its-way', since: AT })).toMatchObject({ ok: true })
    expect(looked({ kind: 'mail-on-its-way', since: AT, to: 'ada' })).toMatchObject({ ok: false })
  })

  it('is told in the report, as one change however often it was tried', async () => {
    const journal = memoryJournal(() => AT)
    await journal.append(started)
    await journal.append(started)
    expect(summarise(WITH_IT, await journal.lines()).steps).toMatchObject([
      { step: 'turn-on', actions: [] },
      { step: 'confirm', actions: [{ title: verbatim('Tell people'), tries: [{}, {}] }] },
    ])
  })
})
