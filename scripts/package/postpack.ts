import { renameSync, rmSync } from 'node:fs'

renameSync('dist/.package.json', 'package.json')
rmSync('dist', { recursive: true })
