import type { PackageKind } from '#machines/updates/update.ts'

export interface Installation {
  readonly platform: NodeJS.Platform
  /** Set by AppImage's start. */
  readonly appImage?: string | undefined
  /** Type of the .deb or .rpm, from the app's resources. */
  readonly packageType?: string | undefined
  /** NSIS puts an uninstaller beside the app; an MSI doesn't. */
  readonly hasUninstaller: boolean
}

/** Package kind; undefined if it can't replace itself: an organization deploys MSIs, and a folder belongs to its owner. */
export function packageKind({ platform, appImage, packageType, hasUninstaller }: Installation): PackageKind | undefined {
  if (platform === 'win32') return hasUninstaller ? 'nsis' : undefined
  if (platform === 'darwin') return 'zip'
  if (appImage) return 'AppImage'
  const said = packageType?.trim()
  return said === 'deb' || said === 'rpm' ? said : undefined
}
