import { attachmentsArea } from './attachments/area.ts';
import { auditArea } from './audit/area.ts';
import { accountsArea } from './door/accounts-area.ts';
import { doorArea } from './door/area.ts';
import { councilArea } from './door/council-area.ts';
import { entriesArea } from './entries/area.ts';
import type { Hub } from './hub.ts';
import { keepingArea } from './keeping/area.ts';
import { reportArea } from './report/area.ts';
import { docsArea } from './server/docs.ts';
import { tabletsArea } from './tablets/area.ts';

/** One part of what the hub answers: it registers its routes. */
export type Area = (hub: Hub) => void | Promise<void>;

/** Every part, in no particular order. */
export const areas: readonly Area[] = [
  docsArea,
  tabletsArea,
  entriesArea,
  attachmentsArea,
  doorArea,
  councilArea,
  accountsArea,
  auditArea,
  keepingArea,
  reportArea,
];
