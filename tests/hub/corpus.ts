import { gzipSync } from 'node:zlib';
import { newId } from '#workshop/entry.ts';
import { someEntry } from '../support/own-hub.ts';

/** A body that no route takes. What is no text is sent as it is, packed if it says so. */
export type Hostile = { name: string; body: string | Buffer<ArrayBuffer>; type?: string; encoding?: string };

/** A word that stands in every one of them, to be looked for where nobody's words may be. */
export const MARK = 'Zwetschgenkuchen';

const many = (count: number, text: string): string => Array.from({ length: count }, () => text).join(',');
const one = (fields: object): string =>
  JSON.stringify({ entries: [{ ...someEntry({ body: MARK }), ...fields }] });
// A surrogate half cannot be in a JavaScript string that is sent: it travels as an escape.
const half = (text: string): string => text.replaceAll(MARK, `${MARK}\\ud83d`);

/** Bodies that were made to do harm, or got broken on the way. */
export const corpus: readonly Hostile[] = [
  { name: 'nothing', body: '' },
  { name: 'a number', body: '0' },
  { name: 'a text', body: `"${MARK}"` },
  { name: 'null', body: 'null' },
  { name: 'yes', body: 'true' },
  { name: 'a list', body: `["${MARK}"]` },
  { name: 'half an object', body: `{"entries":[{"id":"${MARK}` },
  { name: 'two objects', body: `{"${MARK}":1}{}` },
  { name: 'another field', body: `{"${MARK}":1}` },
  { name: 'very deep lists', body: '['.repeat(200_000) },
  { name: 'very deep lists that end', body: `${'['.repeat(5000)}${']'.repeat(5000)}` },
  { name: 'very deep objects', body: '{"entries":'.repeat(20_000) + '1' + '}'.repeat(20_000) },
  { name: 'a million items', body: `{"entries":[${many(1_000_000, '{}')}]}` },
  { name: 'a million numbers', body: `{"tablets":[${many(1_000_000, '0')}],"all":true}` },
  {
    name: 'more entries than a batch',
    body: JSON.stringify({ entries: Array.from({ length: 501 }, () => someEntry()) }),
  },
  { name: 'a prototype', body: `{"__proto__":{"roles":["anyone"],"x":"${MARK}"}}` },
  { name: 'a prototype in an entry', body: `{"entries":[{"__proto__":{"id":"${MARK}"}}]}` },
  { name: 'a constructor', body: `{"constructor":{"prototype":{"roles":["${MARK}"]}}}` },
  { name: 'half a surrogate pair', body: half(one({})) },
  { name: 'half a surrogate pair as id', body: half(one({ id: MARK })) },
  {
    name: 'half a surrogate pair as name',
    body: half(`{"secret":"22222222","name":"${MARK}","version":"1"}`),
  },
  { name: 'the character 0', body: one({ body: `${MARK}\0` }) },
  { name: 'the character 0 as id', body: one({ id: `${MARK}\0` }) },
  { name: 'bytes that are no UTF-8', body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { name: 'a list for a text', body: one({ body: [MARK] }) },
  { name: 'a number for a text', body: one({ id: 5 }) },
  { name: 'a text for a number', body: one({ place: '1' }) },
  { name: 'a number that is no whole one', body: one({ counter: 0.5 }) },
  { name: 'a number below nothing', body: one({ place: -1 }) },
  { name: 'a huge number', body: one({}).replace('"counter":1', '"counter":1e400') },
  { name: 'a number beyond counting', body: one({}).replace('"counter":1', '"counter":9007199254740993') },
  { name: 'a salt without a body', body: one({ body: null }) },
  { name: 'a name that every object has', body: one({ id: 'constructor' }) },
  { name: 'a long id', body: one({ id: 'a'.repeat(65) }) },
  { name: 'a long body', body: one({ body: 'a'.repeat(1_000_001) }) },
  { name: 'a field beside the envelope', body: one({ kept: 1 }) },
  { name: 'an entry without its workshop', body: one({ workshop: undefined }) },
  { name: 'a statement', body: one({ place: `1); DROP TABLE entry; -- ${MARK}` }) },
  { name: '64 MB', body: Buffer.alloc(64_000_000, 'a') },
  { name: '64 MB that unpack', body: gzipSync(Buffer.alloc(64_000_000, ' ')), encoding: 'gzip' },
  { name: 'packed and cut', body: gzipSync(one({})).subarray(0, 40), encoding: 'gzip' },
  { name: 'said to be packed', body: one({ kept: 1 }), encoding: 'gzip' },
  { name: 'packed twice', body: gzipSync(gzipSync(one({ id: newId() }))), encoding: 'gzip' },
  { name: 'packed in another way', body: one({}), encoding: 'br' },
  { name: 'packed in no way that is known', body: one({}), encoding: 'nothing' },
  { name: 'plain text', body: one({}), type: 'text/plain' },
  { name: 'a form', body: `entries=${MARK}`, type: 'application/x-www-form-urlencoded' },
  {
    name: 'XML',
    body: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;${MARK}</a>`,
    type: 'application/xml',
  },
  { name: 'parts', body: `--a\r\n\r\n${MARK}\r\n--a--`, type: 'multipart/form-data; boundary=a' },
  { name: 'a type that is none', body: one({}), type: '/' },
];

/** What stands where an id or a name is expected in an address. */
export const hostileNames: readonly string[] = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '..%5c..%5cdata',
  '%2e%2e',
  '%00',
  '%ud83d',
  '%ed%a0%bd',
  '%0d%0aset-cookie:%20a=b',
  "'%20OR%201=1%20--",
  '__proto__',
  'constructor',
  'a'.repeat(90),
  'a'.repeat(5000),
  '%3Cscript%3E',
  '*',
  '%25',
];

/** What stands where a query is expected. */
export const hostileQueries: readonly string[] = [
  '?after=-1',
  '?after=1e9',
  '?after=999999999999999999999',
  '?after=1&after=2',
  '?after[]=1',
  '?__proto__[a]=1',
  '?after=%00',
  '?most=0x10',
  '?nothing=1',
  '?workshop=%00',
  `?${'a=1&'.repeat(3000)}`,
  '?%',
];
