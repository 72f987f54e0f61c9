import { refuseAsWindows } from '../as-strict-as-windows.ts'

// Of every test that runs under Wine.
refuseAsWindows()
