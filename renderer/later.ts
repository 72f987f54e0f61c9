import { type ComponentType, createElement, type FunctionComponent, useSyncExternalStore } from 'react'

/** A component whose code is loaded when it is first drawn. */
export type Later<Props> = FunctionComponent<Props> & {
  /** Loads it ahead. */
  load(): void
}

/**
 * Loads what the page on screen doesn't need yet. Not `lazy`, because React delays suspended content by 300 ms.
 * @param Meanwhile drawn until it is loaded
 */
export function later<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = () => null,
): Later<Props> {
  const listeners = new Set<() => void>()
  let loaded: ComponentType<Props> | undefined
  let isLoading = false
  const load = () => {
    if (isLoading) return
    isLoading = true
    void fetch().then(
      (component) => {
        loaded = component
        for (const listener of listeners) listener()
      },
      (error: unknown) => {
        // Allows another attempt.
        isLoading = false
        throw error
      },
    )
  }
  const subscribe = (listener: () => void) => {
    load()
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const Loaded = (props: Props) => createElement(useSyncExternalStore(subscribe, () => loaded) ?? Meanwhile, props)
  return Object.assign(Loaded, { load })
}
