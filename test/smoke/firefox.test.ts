import { openFirefox } from './support/firefox.ts'
import { testJourney } from './support/journey.ts'

testJourney('Firefox', openFirefox)
