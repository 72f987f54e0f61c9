import type { PackageKind } from '../../machines/updates/update.ts'

/** What is known about this installation. */
export interface Installation {
  readonly platform: NodeJS.Platform
  /** The file that AppImage's own start names. */
  readonly appImage?: string | undefined
  /** What the .deb and the .rpm say they are, in the app's resources. */
  readonly packageType?: string | undefined
  /** Whether NSIS put its way to remove it beside the app. An MSI has none there. */
  readonly hasUninstaller: boolean
}

/** Which package this is; nothing where it can't replace itself: an MSI is deployed by an organization, a folder belongs to who unpacked it. */
export function packageKind({ platform, appImage, packageType, hasUninstaller }: Installation): PackageKind | undefined {
  if (platform === 'win32') return hasUninstaller ? 'nsis' : undefined
  if (platform === 'darwin') return 'zip'
  if (appImage) return 'AppImage'
  const said = packageType?.trim()
  return said === 'deb' || said === 'rpm' ? said : undefined
}
