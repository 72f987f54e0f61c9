import type { DisplayText } from '#machines/messages/message.ts'
import { refusalIn } from '#messages/refusal.ts'
import type { TeamDesk, TeamShown } from '#node/host/team-desk.ts'
import type { CallHandlers } from './registrar.ts'

type Texts = { readonly text: (text: DisplayText) => string }

export function teamHandlers(
  texts: () => Promise<Texts>,
  team: () => Promise<TeamDesk>,
): Pick<CallHandlers, 'team:read' | 'team:connect' | 'team:repair' | 'team:leave' | 'team:move'> {
  const said = async ({ why, ...shown }: TeamShown) => ({
    ok: true as const,
    value: { ...shown, ...(why === undefined ? {} : { why: (await texts()).text(why) }) },
  })
  return {
    'team:read': async () => said(await (await team()).read()),
    'team:connect': async ({ address, tenant }) => {
      const answer = await (await team()).connect(address, tenant)
      return answer.ok ? said(answer.value) : { ok: false, why: (await texts()).text(answer.why) }
    },
    'team:repair': async () => {
      const answer = await (await team()).repair()
      return answer.ok ? said(answer.value) : { ok: false, why: (await texts()).text(answer.why) }
    },
    'team:leave': async () => said(await (await team()).leave()),
    'team:move': async ({ to }) => refusalIn(await texts(), await (await team()).move(to)),
  }
}
