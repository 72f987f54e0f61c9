import { isUtf8 } from 'node:buffer'
import * as z from 'zod'
import type { DisplayText } from '#machines/messages/message.ts'
import { readJson } from '#machines/parsed-json.ts'
import { formMessages } from '#machines/sign-in/form-messages.ts'
import { validateClientId, validateTenant } from '#machines/sign-in/tenant.ts'
import { readCustomerList } from '../../records/customers/customer-list.ts'
import { withoutSecrets } from '../../services/azure/secrets-in-text.ts'
import { withoutMark } from '../../services/json-text.ts'
import { lineOf, lineOfError, twiceIn } from '../../services/lines-of-json.ts'
import { FileNotRead, readRegular, whyNotRead } from '../../services/regular-file.ts'
import { WAYS } from './grammar.ts'
import { customerMessages as messages } from './messages.ts'
import { verifyMessages } from './verify-messages.ts'

const CUSTOMERS_VERSION = 1

/** In bytes; enough for thousands of customers. */
const LARGEST = 5_000_000

/** A token contains dots like a domain: suspicious text is neither sent nor shown. */
export const whyNoTenant = (tenant: string): DisplayText | undefined =>
  validateTenant(tenant) ?? (withoutSecrets(tenant) === tenant ? undefined : formMessages.tenant.neither)

const name = z.string().trim().min(1).max(200)

const signIn = z.strictObject({
  way: z.enum(WAYS).optional(),
  clientId: name.refine((id) => validateClientId(id) === undefined).optional(),
  certificate: name.optional(),
  tokenFile: name.optional(),
  /** Environment variable with the secret, which is never in the file. */
  secretVariable: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/)
    .optional(),
})

const customer = z.strictObject({
  name,
  tenant: z.string().refine((tenant) => whyNoTenant(tenant) === undefined),
  cloud: name.optional(),
  groups: z.array(name).optional(),
  /** IDs or names; absent: every environment with a finance and operations app. */
  environments: z.array(name).min(1).optional(),
  signIn: signIn.optional(),
})

const customersFile = z.strictObject({
  format: z.literal('cmk-wizard-customers'),
  version: z.literal(CUSTOMERS_VERSION),
  customers: z.array(customer).min(1).max(5_000),
})

export type Customer = z.infer<typeof customer>

export type ReadCustomers =
  | { readonly ok: true; readonly customers: readonly Customer[] }
  | { readonly ok: false; readonly why: readonly DisplayText[] }

const LIKE_A_SECRET = /^(?:client)?secret$|password|passphrase|^token$/i

const refused = (...why: readonly DisplayText[]): ReadCustomers => ({ ok: false, why })

/** Reports invalid members by line and customer, without their values. */
export function parseCustomers(text: string, file: string): ReadCustomers {
  const json = withoutMark(text)
  const read = readJson(json, LARGEST)
  if (!read.ok)
    return refused(
      read.problem === 'not-json'
        ? messages.notJson({ file, line: lineOfError(json) })
        : verifyMessages.unreadable({ file, error: read.why }),
    )
  const repeated = twiceIn(json)
  if (repeated?.name !== undefined) {
    const member = isPlain(repeated.name) ? repeated.name : '…'
    return refused(messages.problem({ file, line: repeated.line, member, problem: messages.twice }))
  }
  const body = read.value
  if (windowList.safeParse(body).success) return fromWindow(json, file)
  const version = z.looseObject({ version: z.int().min(CUSTOMERS_VERSION + 1) }).safeParse(body)
  if (version.success) return refused(messages.newer({ file, version: version.data.version, known: CUSTOMERS_VERSION }))
  const parsed = customersFile.safeParse(body, { reportInput: true })
  if (!parsed.success) return refused(...parsed.error.issues.flatMap((issue) => problemsOf(issue, { text: json, file, body })))
  const { customers } = parsed.data
  const twice = customers.flatMap(({ name: own }, at) =>
    customers.findIndex((each) => each.name.toLowerCase() === own.toLowerCase()) < at
      ? [
          messages.ofCustomer({
            file,
            line: lineOf(json, ['customers', at, 'name']),
            customer: own,
            member: 'name',
            problem: messages.twice,
          }),
        ]
      : [],
  )
  return twice.length > 0 ? refused(...twice) : { ok: true, customers }
}

/** The window's export has `schema` instead. */
const windowList = z.looseObject({ schema: z.number(), format: z.undefined().optional() })

/** The command line then says how to sign in. */
function fromWindow(text: string, file: string): ReadCustomers {
  const read = readCustomerList(text, file)
  if (!read.ok) return refused(read.why)
  if (read.customers.length === 0) return refused(messages.none({ file }))
  return {
    ok: true,
    customers: read.customers.map(({ tenantId, name: own, groups }) => ({ name: own ?? tenantId, tenant: tenantId, groups: [...groups] })),
  }
}

const named = z.looseObject({ customers: z.array(z.unknown()) })

function problemsOf(
  issue: z.core.$ZodIssue,
  { text, file, body }: { readonly text: string; readonly file: string; readonly body: unknown },
) {
  const members = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return members.map((path): DisplayText => {
    const line = lineOf(text, path)
    const [root, at, ...rest] = path
    const own = root === 'customers' && typeof at === 'number' ? named.safeParse(body).data?.customers[at] : undefined
    const customerName = z.looseObject({ name }).safeParse(own).data?.name
    const problem = problemWith(issue, String(path.at(-1)))
    const shown = path.map((each) => (typeof each === 'number' || isPlain(each) ? String(each) : '…'))
    if (customerName !== undefined && rest.length > 0)
      return messages.ofCustomer({ file, line, customer: customerName, member: shown.slice(2).join('.'), problem })
    return messages.problem({ file, line, member: shown.join('.') || 'JSON', problem })
  })
}

/** Other member names may be secrets. */
const isPlain = (member: PropertyKey): boolean => typeof member === 'string' && /^[a-z]{1,30}$/i.test(member)

function problemWith(issue: z.core.$ZodIssue, member: string): DisplayText {
  if (issue.code === 'unrecognized_keys') return LIKE_A_SECRET.test(member) ? messages.secret : messages.unknown
  if (issue.code === 'too_small' && issue.origin === 'array') return messages.empty
  return issue.code === 'invalid_type' && issue.input === undefined ? messages.missing : messages.invalid
}

export async function readCustomers(file: string): Promise<ReadCustomers> {
  try {
    const bytes = await readRegular(file, LARGEST)
    return isUtf8(bytes) ? parseCustomers(bytes.toString('utf8'), file) : refused(messages.notText({ file }))
  } catch (error) {
    if (error instanceof FileNotRead && error.fault === 'too-large') return refused(messages.tooLarge({ file }))
    return refused(verifyMessages.unreadable({ file, error: whyNotRead(error) }))
  }
}

export const customersSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `cmk-wizard-customers-${CUSTOMERS_VERSION}`,
  title: `What cmk-wizard takes with --customers, version ${CUSTOMERS_VERSION}`,
  ...z.toJSONSchema(customersFile, { io: 'input' }),
})

/** @returns customers of a group, compared case-insensitively */
export const inGroup = (customers: readonly Customer[], group: string | undefined): readonly Customer[] =>
  group === undefined ? customers : customers.filter(({ groups = [] }) => groups.some((each) => each.toLowerCase() === group.toLowerCase()))
