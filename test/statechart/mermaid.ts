import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate'

/* An XState machine as a Mermaid `stateDiagram-v2`. Mermaid draws no arrows between a state and its ancestors or across
   two parents, so arrows connect siblings and labels name the rest. */

/** More targets or sources than this are shown in a table instead of arrows. */
const MOST_PLACES = 2
const MOST_SOURCES = 3

export interface Move {
  readonly event: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly guards: readonly string[]
}

export interface Picture {
  readonly mermaid: string
  readonly moves: readonly Move[]
}

interface Arrow {
  readonly event: string
  /** From the state's own actors, not from outside. */
  readonly isOutcome: boolean
  readonly guard: string | undefined
  readonly source: AnyStateNode
  readonly target: AnyStateNode
}

/** Undefined for unnamed guards. */
function nameOfGuard(guard: unknown): string | undefined {
  if (typeof guard === 'string') return guard
  return typeof guard === 'object' && guard !== null && 'type' in guard && typeof guard.type === 'string' ? guard.type : undefined
}

/** XState's own events are shown as their actor or delay. */
function nameOfEvent({ eventType, source }: AnyTransitionDefinition): string {
  const [, kind, id] = /^xstate\.(done\.actor|error\.actor|done\.state|snapshot|after)\.(.*)$/.exec(eventType) ?? []
  if (kind === undefined || id === undefined) return eventType === '' ? 'at once' : eventType
  if (kind === 'after') return `after ${id.split('.')[0] ?? id}`
  const actor = source.invoke.find((invoked) => invoked.id === id)?.src
  return `${typeof actor === 'string' ? actor : id} ${kind === 'error.actor' ? 'fails' : 'ends'}`
}

const ancestors = (node: AnyStateNode): readonly AnyStateNode[] => (node.parent ? [...ancestors(node.parent), node] : [node])
const childrenOf = (node: AnyStateNode): readonly AnyStateNode[] => Object.values(node.states)
const below = (node: AnyStateNode): readonly AnyStateNode[] => childrenOf(node).flatMap((child) => [child, ...below(child)])

/** Mermaid IDs allow no dots or hyphens. */
const idOf = ({ path }: AnyStateNode): string => path.join('_').replaceAll(/\W/g, '_')
const nameOf = ({ path }: AnyStateNode): string => path.join('.')

function arrowsOf(machine: AnyStateMachine): readonly Arrow[] {
  return below(machine.root).flatMap((node) =>
    [...node.transitions.values(), node.always ?? []].flat().flatMap((transition) =>
      (transition.target ?? []).map((target) => ({
        event: nameOfEvent(transition),
        isOutcome: transition.eventType.startsWith('xstate.'),
        guard: nameOfGuard(transition.guard),
        source: transition.source,
        target,
      })),
    ),
  )
}

const distinct = <Each>(all: readonly Each[]): readonly Each[] => [...new Set(all)]

/** Shown in the table. Outcomes are always drawn, because they are the machine's own course. */
function isMove(arrow: Arrow, arrows: readonly Arrow[]): boolean {
  if (arrow.isOutcome) return false
  const same = arrows.filter(({ event }) => event === arrow.event)
  const placesFrom = (from: AnyStateNode) =>
    distinct(same.filter(({ source }) => source === from).map(({ target }) => target.id)).toSorted()
  const places = placesFrom(arrow.source)
  const alike = distinct(same.map(({ source }) => source)).filter((source) => placesFrom(source).join() === places.join())
  return places.length > MOST_PLACES || alike.length > MOST_SOURCES
}

function movesOf(arrows: readonly Arrow[]): readonly Move[] {
  return distinct(arrows.map(({ event }) => event)).map((event) => {
    const ofEvent = arrows.filter((arrow) => arrow.event === event)
    return {
      event,
      from: distinct(ofEvent.map(({ source }) => nameOf(source))),
      to: distinct(ofEvent.map(({ target }) => nameOf(target))),
      guards: distinct(ofEvent.flatMap(({ guard }) => guard ?? [])),
    }
  })
}

interface Line {
  readonly scope: AnyStateNode
  readonly from: AnyStateNode
  readonly to: AnyStateNode
  readonly label: string
}

/** An arrow between siblings. One into its own source is drawn from each child. */
function linesOf({ event, guard, source, target }: Arrow): readonly Line[] {
  const [from, to] = [ancestors(source), ancestors(target)]
  const depth = from.findIndex((node, index) => node !== to[index])
  const [outer, side, other] = [from[depth - 1], from[depth], to[depth]]
  const condition = guard === undefined ? '' : ` [${guard}]`
  if (outer && side && other) {
    const inside = side === source ? '' : `in ${source.path.slice(depth).join('.')}, `
    const place = other === target ? '' : `, to ${target.path.slice(depth).join('.')}`
    return [{ scope: outer, from: side, to: other, label: `${inside}${event}${condition}${place}` }]
  }
  if (source === target && childrenOf(source).length === 0 && source.parent)
    return [{ scope: source.parent, from: source, to: target, label: `${event}${condition}` }]
  const outside = depth === -1 ? source : target
  const inner = depth === -1 ? to[from.length] : source.initial.target[0]
  if (!inner) return []
  return childrenOf(outside).map((child) => ({ scope: outside, from: child, to: inner, label: `${event}${condition}` }))
}

function drawn(lines: readonly Line[], scope: AnyStateNode): readonly string[] {
  const arrows = new Map<string, readonly string[]>()
  for (const line of lines.filter((each) => each.scope === scope)) {
    const way = `${idOf(line.from)} --> ${idOf(line.to)}`
    arrows.set(way, distinct([...(arrows.get(way) ?? []), line.label]))
  }
  return [...arrows].map(([way, labels]) => `${way} : ${labels.join('<br/>')}`)
}

function stateLines(node: AnyStateNode, lines: readonly Line[]): readonly string[] {
  const inside = scopeLines(node, lines)
  const head = `state "${node.key}" as ${idOf(node)}`
  const runs = node.invoke.flatMap(({ src }) => (typeof src === 'string' ? `${idOf(node)} : runs ${src}` : []))
  return inside.length === 0 ? [head, ...runs] : [`${head} {`, ...inside.map((line) => `  ${line}`), '}']
}

function scopeLines(scope: AnyStateNode, lines: readonly Line[]): readonly string[] {
  const [first] = scope.initial?.target ?? []
  return [
    ...(first ? [`[*] --> ${idOf(first)}`] : []),
    ...childrenOf(scope).flatMap((child) => stateLines(child, lines)),
    ...drawn(lines, scope),
  ]
}

/** @returns states with arrows, and the moves for a table */
export function pictureOf(machine: AnyStateMachine): Picture {
  const arrows = arrowsOf(machine)
  const moves = arrows.filter((arrow) => isMove(arrow, arrows))
  const lines = arrows.filter((arrow) => !moves.includes(arrow)).flatMap(linesOf)
  return { mermaid: ['stateDiagram-v2', ...scopeLines(machine.root, lines).map((line) => `  ${line}`)].join('\n'), moves: movesOf(moves) }
}
