// First: libraries read their variables while they load.
import '../../services/network/left-out.ts'

await import('./main.ts')
