export type { Manifest, ManifestPart } from './format.ts';
export { MIMETYPE, PACKAGE_EXTENSION, PACKAGE_VERSION, READER_VERSION } from './format.ts';
export type { PackageRefusal, PackageRefusalCode, ReadOptions, ReadPackage } from './read-package.ts';
export { readPackage } from './read-package.ts';
export type { PackageBlob, PackageExtra, PackageSource, WriteOptions } from './write-package.ts';
export { packageBytes, writePackage } from './write-package.ts';
export type { PackageLimits } from './zip-reader.ts';
export { PACKAGE_LIMITS } from './zip-reader.ts';
