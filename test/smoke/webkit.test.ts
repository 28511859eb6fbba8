import { testJourney } from './support/journey.ts'
import { openWebKit } from './support/webkit.ts'

testJourney('WebKitGTK', openWebKit)
