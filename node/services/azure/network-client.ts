export { createDefaultHttpClient } from '@azure/core-rest-pipeline'
