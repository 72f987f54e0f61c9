/** Where the page lives: a scheme of our own, so that it has a real origin and no rights of a file. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'wizard'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const APP_PAGE = `${APP_ORIGIN}/index.html`
