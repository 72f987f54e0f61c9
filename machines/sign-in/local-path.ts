const ANOTHER_COMPUTER = /^[\\/]{2}/
/** Windows' own names for objects: `\??\UNC\server\share`. */
const OBJECT = /^[\\/]\?\?[\\/]/
const DEVICE_FOLDER = /^\/+(?:\.?\/+)*dev(?:\/|$)/
/** Windows opens devices by these names in any folder and with any extension. */
const DEVICE_NAME = /(?:^|[\\/:])(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:[.:][^\\/]*)?$/i

/**
 * Whether a path leads to another computer or to a device. Windows signs in to the other computer as the person by opening it, and a
 * device may never answer. So what others can write is never opened there.
 * @param file as written, in the form of any system
 */
export const isNetworkOrDevice = (file: string): boolean =>
  [ANOTHER_COMPUTER, OBJECT, DEVICE_FOLDER, DEVICE_NAME].some((each) => each.test(file.trim()))
