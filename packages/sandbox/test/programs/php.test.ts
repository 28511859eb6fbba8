import { testProgram } from '../support/run-program.ts'

testProgram('PHP', 'php', 'client.php')
