import { testProgram } from '../support/run-program.ts'

testProgram('Java', 'java', 'Client.java')
