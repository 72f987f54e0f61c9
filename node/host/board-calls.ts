import type { Reply } from '#contract/contract.ts'
import type { BoardFormat, Customer } from '#contract/customer.ts'
import { defined } from '#machines/defined.ts'
import type { Formatted, Formatter } from '#messages/formatter.ts'
import { refusalIn } from '#messages/refusal.ts'
import type { EngagementRow } from '#messages/view.ts'
import type { PickedFile } from '../records/open-file.ts'
import type { FileToSave } from '../records/save-file.ts'
import type { Board } from './board.ts'
import type { CheckMany, CheckManyView } from './check-many.ts'
import { messages } from './messages.ts'

export interface BoardCalls {
  /** Stores a customer's name and groups. @returns why it can't */
  changeCustomer(customer: Customer): Promise<Reply>
  customerList(): Promise<FileToSave>
  /** Replaces entries of the same customers. @returns why it is refused */
  openCustomerList(picked: PickedFile): Promise<Reply>
  board(request: { readonly format: BoardFormat; readonly ids: readonly string[] }): Promise<FileToSave>
  /** Checks environments with a sign-in per tenant. Read-only. @returns why it can't */
  checkMany(ids: readonly string[]): Promise<Reply>
  controlCheck(wanted: 'pause' | 'resume' | 'cancel' | 'close'): void
  checked(): Formatted<CheckManyView> | undefined
}

/** @param shown the window's rows @param listFirst resolves when the list is loaded */
export function boardCalls({
  board,
  checks,
  listFirst,
  shown,
  now,
  formatter,
}: {
  readonly board: Board
  readonly checks: CheckMany | undefined
  readonly listFirst: () => Promise<void>
  readonly shown: () => readonly EngagementRow[]
  readonly now: () => number
  readonly formatter: () => Formatter
}): BoardCalls {
  return {
    changeCustomer: async (customer) => refusalIn(formatter(), await board.change([customer])),
    async customerList() {
      const { writeCustomerList } = await import('../records/customers/customer-list.ts')
      return { name: 'customers.json', content: writeCustomerList(board.customers()) }
    },
    async openCustomerList({ name, text }) {
      const { readCustomerList } = await import('../records/customers/customer-list.ts')
      const read = readCustomerList(text, name)
      return refusalIn(formatter(), read.ok ? await board.change(read.customers) : read)
    },
    async checkMany(ids) {
      await listFirst()
      const items = ids.flatMap((id) => {
        const found = board.find(id)
        return found?.ok ? [{ id, engagement: found.engagement, ...defined({ held: found.held }) }] : []
      })
      if (!checks || items.length === 0) return { ok: false, why: formatter().text(messages.checkMany.nothing) }
      return checks.start(items) ? { ok: true } : { ok: false, why: formatter().text(messages.checkMany.busy) }
    },
    controlCheck: (wanted) => checks?.control(wanted),
    checked() {
      const shown = checks?.view()
      return shown && formatter().all(shown)
    },
    async board({ format, ids }) {
      await listFirst()
      const { boardFile } = await import('../records/customers/board-file.ts')
      const rows = new Map(shown().map((row) => [row.id, row]))
      return boardFile(
        ids.flatMap((id) => rows.get(id) ?? []),
        format,
        now(),
        formatter().locale,
      )
    },
  }
}
