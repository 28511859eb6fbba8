import { testProgram } from '../support/run-program.ts'

testProgram('Python', 'python3', 'client.py')
