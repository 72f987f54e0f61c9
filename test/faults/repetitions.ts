import type { HttpRequest, HttpResponse } from '#node/practice/exchange.ts'
import type { PracticeTenant } from '#node/practice/tenant.ts'

/** Has each request and its answer pass by `hear`, whose result is what the wizard gets. */
export function overhear(
  practice: PracticeTenant,
  hear: (request: HttpRequest, answer: Promise<HttpResponse>) => Promise<HttpResponse>,
): void {
  const { handle } = practice
  Object.assign(practice, { handle: (request: HttpRequest) => hear(request, handle(request)) })
}

/** Asking whether a name is free is a POST that writes nothing. */
export const isWrite = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method !== 'GET' && !/checkNameAvailability$/i.test(path)

/** True where the answer does not exclude that the service did what was asked: all but a plain refusal, and 503 with the time to come back. */
const leavesDoubt = ({ status, headers, cut }: HttpResponse): boolean =>
  cut === true || status === 408 || status < 400 || (status >= 500 && !(status === 503 && 'Retry-After' in headers))

/** Notes each write that is sent again although it may have been made and the step has read nothing since. */
export function watchRepetitions() {
  const inDoubt = new Set<string>()
  const repeated: string[] = []
  return {
    repeated: (): readonly string[] => repeated,
    observed: () => inDoubt.clear(),
    async write(request: HttpRequest, answer: Promise<HttpResponse>): Promise<HttpResponse> {
      const call = { method: request.method, path: new URL(request.url).pathname }
      if (!isWrite(call)) return answer
      const write = `${call.method} ${call.path}`.toLowerCase()
      if (inDoubt.has(write)) repeated.push(`${call.method} ${call.path}`)
      inDoubt.add(write)
      const response = await answer
      if (!leavesDoubt(response)) inDoubt.delete(write)
      return response
    },
  }
}
