import { defined } from '#machines/defined.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sameId } from '#machines/procedure/ids.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import { isPicture } from '#machines/procedure/picture.ts'
import { validateEnvironmentId } from '#machines/procedure/steps/policy/names.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { OpenTenant } from '../../services/open-tenant.ts'
import { observeIn } from '../../services/ports.ts'
import { detailsOf } from './details.ts'
import { messages } from './messages.ts'
import type { Listed, ProblemResult } from './results.ts'

export type Told = Pick<Problem, 'title' | 'meaning' | 'remedy' | 'refusal'> & { readonly owner?: string }

export type Directory = { readonly ok: true; readonly environments: readonly Listed[] } | { readonly ok: false; readonly problem: Told }

const nothingRead: Told = { title: messages.notListed, meaning: verbatim(''), remedy: messages.notListedRemedy }

export async function directoryOf(open: OpenTenant, signal: AbortSignal): Promise<Directory> {
  const { picture } = await observeIn(open, () => open.clock.now(), 'integration', {}, undefined, signal)
  if (!isPicture(picture) || picture.kind !== 'environments') return { ok: false, problem: nothingRead }
  if (picture.problem) return { ok: false, problem: picture.problem }
  return {
    ok: true,
    environments: picture.environments.map(({ id, displayName: name, sku: type, location, url, financeAndOperationsUrl }) => ({
      id,
      name,
      type,
      location,
      ...defined({ url, financeAndOperationsUrl }),
    })),
  }
}

export interface Wanted {
  readonly id: string
  readonly name?: string
  readonly type?: string
}

export type Found =
  | { readonly ok: true; readonly wanted: Wanted }
  | { readonly ok: false; readonly named: string; readonly why: DisplayText }

/** Resolves IDs and names. @throws never: missing ones are reported */
export async function findEnvironments(
  open: OpenTenant,
  named: readonly string[] | 'all',
  signal: AbortSignal,
): Promise<{ readonly found: readonly Found[] } | { readonly problem: Told }> {
  if (named !== 'all' && named.every((each) => validateEnvironmentId(each) === undefined))
    return { found: named.map((id) => ({ ok: true, wanted: { id } })) }
  const directory = await directoryOf(open, signal)
  if (!directory.ok) return { problem: directory.problem }
  const { environments } = directory
  if (named === 'all') {
    const integrated = environments.filter(({ financeAndOperationsUrl }) => financeAndOperationsUrl !== undefined)
    if (integrated.length === 0)
      return { problem: { title: messages.noneToCheck, meaning: verbatim(''), remedy: messages.notListedRemedy } }
    return { found: integrated.map(({ id, name, type }) => ({ ok: true, wanted: { id, name, ...defined({ type }) } })) }
  }
  const found = named.map((each) => findOne(environments, each))
  return {
    found: found.filter((each, at) => !each.ok || found.findIndex((other) => other.ok && sameId(other.wanted.id, each.wanted.id)) === at),
  }
}

function findOne(environments: readonly Listed[], named: string): Found {
  const same = (one: string): boolean => one.toLowerCase() === named.trim().toLowerCase()
  const matching = environments.filter(({ id, name }) => same(id) || same(name))
  const [first, second] = matching
  if (first && !second) return { ok: true, wanted: { id: first.id, name: first.name, ...defined({ type: first.type }) } }
  if (validateEnvironmentId(named) === undefined) return { ok: true, wanted: { id: named } }
  const why = first
    ? messages.ambiguous({ name: named, ids: matching.map(({ id }) => id).join(', ') })
    : messages.noEnvironment({ name: named })
  return { ok: false, named, why }
}

export function problemOf(formatter: Formatter, { title, meaning, remedy, owner, refusal }: Told): ProblemResult {
  const { text } = formatter
  return {
    title: text(title),
    meaning: text(meaning),
    remedy: text(remedy),
    ...(owner === undefined ? {} : { owner: ownerOf(owner) }),
    ...(refusal ? { details: detailsOf(formatter, refusal) } : {}),
  }
}
