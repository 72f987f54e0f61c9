/** A custom scheme: a real origin without file rights. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'wizard'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const APP_PAGE = `${APP_ORIGIN}/index.html`
