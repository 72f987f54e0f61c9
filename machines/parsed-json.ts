/** @returns undefined if it isn't JSON, which has no such value */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
