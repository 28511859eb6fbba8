import { installPackage, packPackage } from '../../../scripts/package/pack.ts'

/** Packs this package. Answers where the tarball is. */
export const packClient = () => packPackage('client')

/** Installs this package, as packed, and what it needs into a folder, offline. Answers where it is then. */
export const installClient = (folder: string) => installPackage(folder, 'client')
