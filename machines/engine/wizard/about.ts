/** The parts of a view that name an environment. */
interface Naming {
  readonly step?: { readonly about?: string }
  readonly who?: { readonly environment?: string }
}

/** Name of the environment that what is on screen is about, for what leaves the screen too. */
export const environmentNamed = ({ step, who }: Naming): string | undefined => step?.about ?? who?.environment
