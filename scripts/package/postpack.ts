import { renameSync } from 'node:fs'

renameSync('dist/.package.json', 'package.json')
