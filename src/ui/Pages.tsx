import type { Phrase } from '#workshop/phrase.ts';
import { Button } from './Button.tsx';
import { announce } from './Status.tsx';
import { useSaid } from './said.ts';
import { say } from './words.ts';

type Props = { phrase?: Phrase; page: number; pages: number; onPage(page: number): void; big?: boolean };

/** Page by page: More goes on and comes round again. Nothing stands here when all is on one page. */
export function Pages({ phrase, page, pages, onPage, big = false }: Props) {
  const said = useSaid();
  if (pages < 2) return null;
  const go = (to: number): void => {
    onPage(to);
    announce(said(say('pageNow', { page: to + 1, pages })));
  };
  return (
    <div className="tools pages">
      {page > 0 && <Button phrase={say('pageBack')} mark="up" big={big} onPress={() => go(page - 1)} />}
      <Button
        phrase={phrase ?? say('more', { page: page + 1, pages })}
        mark="more"
        big={big}
        onPress={() => go((page + 1) % pages)}
      />
    </div>
  );
}
