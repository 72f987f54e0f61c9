import type { SignInProgress } from '../../sign-in/sign-in.ts'
import type { Problem } from '../step/problems.ts'

/** A sign-in that is to go on with what is open: under way, with what it waits for, or refused. */
export type SigningInAgain =
  | { readonly state: 'running'; readonly progress?: SignInProgress }
  | { readonly state: 'refused'; readonly problem: Problem }
