import { defined } from '#machines/defined.ts'
import { type DisplayText, isMessage } from '#machines/messages/message.ts'
import { ALL_ACTIONS } from '#machines/procedure/actions/registry.ts'
import { coverageItem } from '#machines/procedure/coverage/assess.ts'
import { COVERAGE_ITEM_IDS } from '#machines/procedure/coverage/item-ids.ts'
import { operatingPitfalls } from '#machines/procedure/operations/operating.ts'
import { definitions, guideOf, STEP_IDS } from '#machines/procedure/procedure.ts'
import { CONTRADICTIONS } from '#machines/procedure/sources/contradictions.ts'
import { WAITS } from '#machines/procedure/waits.ts'

export interface CodedSource {
  /** At least one depends on it: a finding's reason and remedy share one document. */
  readonly ids: readonly string[]
  readonly document: string
  /** Of a check or an action, which enters its texts in the register by itself. */
  readonly heading?: string
  /** For example `check purge-protection`. */
  readonly where: string
}

const coded = (texts: readonly DisplayText[], document: string, where: string, heading?: string): CodedSource => ({
  ids: texts.flatMap((text) => (isMessage(text) ? [text.messageId] : [])),
  document,
  where,
  ...defined({ heading }),
})

/** Older editions are separate documents in the register. */
const ofEdition = (document: string, edition: string): string =>
  /^(?:power-platform-keys|power-automate-keys)$/.test(document) && edition < '2025' ? `${document}-older` : document

/** Documents shown as sources, which the register must contain. */
export async function codedSources(): Promise<readonly CodedSource[]> {
  const checks = (await definitions()).flatMap((each) => each.checks)
  const pitfalls = [...STEP_IDS.flatMap((step) => guideOf(step).pitfalls), ...operatingPitfalls]
  return [
    ...ALL_ACTIONS.map(({ kind, why }) => coded([why.text], why.source, `action ${kind}`, why.heading)),
    ...checks.map(({ key, why, remedy, byHand = [], source, heading }) => coded([why, remedy, ...byHand], source, `check ${key}`, heading)),
    ...pitfalls.map(({ id, text, source }) => coded([text], source, `pitfall ${id}`)),
    ...Object.entries(CONTRADICTIONS).flatMap(([name, { statements }]) =>
      statements.map(({ says, source }) => coded([says], source, `contradiction ${name}`)),
    ),
    ...Object.entries(WAITS).flatMap(([name, { takes, sources }]) => sources.map((source) => coded([takes], source, `duration ${name}`))),
    ...COVERAGE_ITEM_IDS.flatMap((item) =>
      coverageItem(item).statements.map(({ says, source, edition }) => coded([says], ofEdition(source, edition), `coverage ${item}`)),
    ),
  ].filter(({ ids }) => ids.length > 0)
}
