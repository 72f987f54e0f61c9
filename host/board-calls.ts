import type { Reply } from '../ipc/contract.ts'
import type { BoardFormat, Customer } from '../ipc/customer.ts'
import type { Formatted, Formatter } from '../messages/formatter.ts'
import { refusalIn } from '../messages/refusal.ts'
import type { EngagementRow } from '../messages/view.ts'
import type { PickedFile } from '../records/open-file.ts'
import type { FileToSave } from '../records/save-file.ts'
import type { Board } from './board.ts'
import type { CheckMany, CheckManyView } from './check-many.ts'
import { messages } from './messages.ts'

/** What is done from the list of customers, with several of them at once. */
export interface BoardCalls {
  /** Keeps the name and the groups of a customer. @returns why it can't, for the person */
  changeCustomer(customer: Customer): Promise<Reply>
  /** The customer list as a file. */
  customerList(): Promise<FileToSave>
  /** Takes the entries of a customer list in place of its own for the same customers. @returns why it is refused, for the person */
  openCustomerList(picked: PickedFile): Promise<Reply>
  /** Rows of the list as a file, in the order of their IDs. */
  board(request: { readonly format: BoardFormat; readonly ids: readonly string[] }): Promise<FileToSave>
  /** Checks environments of the list, each tenant with a sign-in of its own. It only reads. @returns why it can't, for the person */
  checkMany(ids: readonly string[]): Promise<Reply>
  controlCheck(wanted: 'pause' | 'resume' | 'cancel' | 'close'): void
  /** How far it is, and what it found; nothing where none was begun. */
  checked(): Formatted<CheckManyView> | undefined
}

/** @param shown the rows as the window has them @param listFirst resolves when the list is there */
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
        return found?.ok ? [{ id, engagement: found.engagement }] : []
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
