/** The little that the bench asks of PouchDB: its own types declare a `Buffer` for everybody. */
declare module 'pouchdb-core' {
  export type Pouch = {
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    info(): Promise<{ doc_count: number }>;
    destroy(): Promise<unknown>;
    replicate: { to(target: Pouch, options: { batch_size: number }): Promise<unknown> };
  };
  type PouchMaker = {
    new (name: string, options: { adapter: string }): Pouch;
    plugin(part: unknown): PouchMaker;
  };
  const PouchDB: PouchMaker;
  export default PouchDB;
}
declare module 'pouchdb-adapter-memory';
declare module 'pouchdb-replication';
