import type { Problem } from '../engine/step/problems.ts'
import type { PipelineWay, SignInWay } from '../sign-in/sign-in.ts'
import { managedMessages as messages } from './messages.ts'
import { isCloudAllowed, type Managed, type ManagedInUse, type ManagedSetting } from './settings.ts'

/** Why a sign-in is refused; undefined if allowed. @param request without `cloud` for a custom cloud */
export function refusedByPolicy(
  managed: Managed | undefined,
  { way, cloud }: { readonly way: SignInWay | PipelineWay; readonly cloud: string | undefined },
): Problem | undefined {
  if (managed === undefined) return undefined
  if ('problem' in managed) return managed.problem
  const { AllowedSignInMethods: methods } = managed.settings
  if (methods?.includes(way) === false) return refuse(managed, 'AllowedSignInMethods', methods, way)
  return cloudRefusedByPolicy(managed, cloud)
}

/** As `refusedByPolicy`, before a method is chosen. */
export function cloudRefusedByPolicy(managed: Managed | undefined, cloud: string | undefined): Problem | undefined {
  if (managed === undefined || 'problem' in managed || isCloudAllowed(managed.settings, cloud)) return undefined
  return refuse(managed, 'AllowedClouds', managed.settings.AllowedClouds ?? [], cloud ?? 'custom')
}

function refuse({ source }: ManagedInUse, setting: ManagedSetting, allowed: readonly string[], asked: string): Problem {
  const { title, meaning, remedy } = messages.notAllowed
  return { title, meaning: meaning({ setting, source, allowed, asked }), remedy, owner: 'you' }
}
