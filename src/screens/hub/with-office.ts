import { beginHub } from '#sync/hub/start.ts';
import { AtEnd } from './AtEnd.tsx';
import { HubNotice } from './HubNotice.tsx';
import { Line } from './Line.tsx';
import { useHubParts } from './parts.ts';
import { Share } from './Share.tsx';
import { Card } from './Card.tsx';

/** Works with the office from now on, and shows it where the leader looks. */
export function beginWithOffice(): void {
  useHubParts.setState({ Line, Card, AtEnd, Notice: HubNotice, Share });
  beginHub(__APP_VERSION__);
}
