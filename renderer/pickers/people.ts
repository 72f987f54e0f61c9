import { useLayoutEffect, useRef, useState } from 'react'
import { type FoundPerson, LONGEST_SEARCH } from '#contract/contract.ts'
import { isGuid } from '#machines/guid.ts'
import { useWizard } from '../wizard-context.tsx'

export interface Found {
  readonly of: string
  readonly people: readonly FoundPerson[]
  readonly why?: string
}

const NOTHING: Found = { of: '', people: [] }

/** A single letter matches too many names, and an ID needs no search. */
const isWorthAsking = (text: string): boolean => text.length >= 2 && text.length <= LONGEST_SEARCH && !isGuid(text)

/** Searches people one query at a time; only the last of those typed meanwhile is sent. @param onFound receives the result of a query */
export function usePeople(onFound: (found: Found) => void): { readonly found: Found; readonly search: (text: string) => void } {
  const { bridge } = useWizard()
  const [found, setFound] = useState(NOTHING)
  const wanted = useRef('')
  const isAsking = useRef(false)
  const refused = useRef(false)
  // What was typed since the query was sent must not be lost.
  const latest = useRef(onFound)
  useLayoutEffect(() => {
    latest.current = onFound
  })

  const ask = async (text: string): Promise<Found> => {
    const reply = await bridge.call('people:search', { text })
    if (!reply.ok) return { of: text, people: [], why: reply.why }
    if (reply.value.kind === 'people') return { of: text, people: reply.value.people }
    refused.current = reply.value.lasting
    return { of: text, people: [], why: reply.value.why }
  }

  const search = async (text: string) => {
    wanted.current = text.trim()
    if (isAsking.current || refused.current) return
    isAsking.current = true
    let next = wanted.current
    do {
      next = wanted.current
      const answer = isWorthAsking(next) ? await ask(next) : NOTHING
      if (next === wanted.current) {
        setFound(answer)
        latest.current(answer)
      }
    } while (next !== wanted.current && !refused.current)
    isAsking.current = false
  }

  return { found, search: (text) => void search(text) }
}
