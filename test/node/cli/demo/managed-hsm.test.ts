import { expect, it } from 'vitest'
import { OPERATION_IDS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { caseOf, leaping, practised } from '#test/practised.ts'

const WALK_TIMEOUT = { timeout: 60_000 }

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) yield* textsIn(each)
}

/** Names of people and products, and what documents say of vaults beside HSMs. */
const MEANT =
  /[Kk]ey vault admin|Azure Key Vault|Key Vault tells of|Microsoft\.KeyVault|az keyvault|for key vaults, not for|key vault or Managed HSM/g

/** A view's texts about the key store. The help describes the manual way with a vault, and remedies are read only where needed. */
function saidOfStore({ step, keyMap, whatIf }: WizardView): readonly string[] {
  const findings = (step?.findings ?? []).map(({ status, title, seen, why, remedy, byHand }) =>
    status === 'pass' ? { title, seen, why } : { title, seen, why, remedy, byHand },
  )
  const map = keyMap?.elements.map(({ kind, word, name, lines, parts, about }) => [
    kind,
    word,
    name,
    lines,
    parts.map(({ title }) => title),
    about.question,
    about.text,
  ])
  const rows = whatIf?.rows.map(({ title, back, protectedBy }) => [title, back, protectedBy])
  return [...textsIn([findings, step?.confirmation?.harms, step?.guide.whileYouWait?.map(({ text }) => text), map, rows])]
}

it.each<ScenarioName>(['managed-hsm', 'managed-hsm-not-activated'])(
  '%s speaks of no key vault where the key is in a Managed HSM',
  WALK_TIMEOUT,
  async (wanted) => {
    const scenario = caseOf(wanted)
    const { host, send, openOperation, carryOut } = practised(leaping(scenario))
    const wrong = new Set<string>()
    let isChosen = false
    const onView = (view: WizardView) => {
      isChosen ||= view.step?.findings.some(({ key }) => key === 'hsm-activated') === true
      if (!isChosen) return
      for (const text of saidOfStore(view)) if (/vault/i.test(text.replaceAll(MEANT, ''))) wrong.add(text)
    }
    const { name, environmentId, choices } = scenario
    const { end } = await walk(host, { scenario: name, environmentId, choices, tell: () => undefined, onView })
    if (end === 'encrypted') {
      send({ type: 'GO_TO_PAGE', page: 'operations' })
      onView(host.view())
      for (const operation of OPERATION_IDS) onView(await openOperation(operation))
      await openOperation('revert')
      onView(await carryOut())
    }
    host.stop()
    expect([...wrong]).toEqual([])
  },
)
