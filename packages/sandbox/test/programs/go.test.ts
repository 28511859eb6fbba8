import { testProgram } from '../support/run-program.ts'

testProgram('Go', 'go', 'run', 'client.go')
