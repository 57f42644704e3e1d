/** Where class-transformer keeps what @Type says: not exported by its index, and typed under another path. */
declare module 'class-transformer/cjs/storage' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
