import type { AnyStateMachine } from 'xstate'
import { createStepMachine } from '#machines/engine/step/machine.ts'
import type { Ports } from '#machines/engine/step/ports.ts'
import { createWizardMachine } from '#machines/engine/wizard/machine.ts'
import { createStartMachine } from '#machines/engine/wizard/start.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { type Move, pictureOf } from './mermaid.ts'

const nothing = (): never => {
  throw new Error('A picture is drawn from the definitions: it runs nothing.')
}

const ports: Ports = {
  now: nothing,
  random: nothing,
  sleep: nothing,
  openPractice: nothing,
  signIn: nothing,
  confirm: nothing,
  listTenants: nothing,
  signOut: nothing,
  closeTenant: nothing,
  observe: nothing,
  landscape: nothing,
  apply: nothing,
  poll: nothing,
}

const LEGEND = `- A box is a state. A box inside another is part of it. The dot leads to where each begins.
- An arrow is a change of state: the event, and in brackets the name of the guard that allows it.
- \`runs …\` names what a state starts and follows. \`… ends\` and \`… fails\` are its outcomes. *At once* needs no event.
- \`in …\` before an event, and \`to …\` after it, name the state inside the box that the arrow starts from or leads to.
- What only changes what is remembered, and not the state, isn’t drawn.`

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

const rows = (moves: readonly Move[]): string =>
  moves.map(({ event, from, to, guards }) => `| ${event} | ${code(from)} | ${code(to)} | ${code(guards)} |`).join('\n')

function section(title: string, about: string, machine: AnyStateMachine): string {
  const { mermaid, moves } = pictureOf(machine)
  const table =
    moves.length === 0
      ? ''
      : `\nEvents that lead from many states, or to many, are here instead of in the picture:\n\n| Event | From | To | Guards |\n| --- | --- | --- | --- |\n${rows(moves)}\n`
  return `## ${title}\n\n${about}\n\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n${table}`
}

/** `docs/statechart.md`: the machines, drawn from their own definitions. */
export const statecharts = (): string => `# Statecharts

The machines of the wizard, drawn from their own definitions by \`npm run check -- statechart --write\`. Change the machines, not this page.

${LEGEND}

${section('The start page', 'Signing in, and the tenant that is open.', createStartMachine(CUSTOMER_MANAGED_KEYS, ports))}
${section(
  'The wizard',
  'Which page of an open tenant is shown: each step in the document’s order, the pages beside the steps, and the closing page.',
  createWizardMachine(CUSTOMER_MANAGED_KEYS, ports),
)}
${section(
  'The loop of a step',
  'What each step and each operation goes through: read, choose, review, confirm, recheck, apply, wait, and read again.',
  createStepMachine(CUSTOMER_MANAGED_KEYS, ports),
)}`
