import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import type { KeptCustomers } from '#node/records/customers/customers-file.ts'
import { boardOf, quotesFinding } from '#node/records/engagement/listing.ts'
import type { Listed } from '#node/records/engagement/store.ts'

/** Apart from the first page, which loads it with the first row. */
export const rowsOf = (listed: readonly Listed[], kept: KeptCustomers | undefined) => ({
  board: boardOf(LISTED_AS, listed, kept ?? { customers: [] }),
  quotesFindings: listed.some(quotesFinding) || Object.keys(kept?.checks ?? {}).length > 0,
})
