import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

type Props = { versions: readonly { id: string; phrases: readonly Phrase[] }[]; onUse: (id: string) => void };

/** Two tablets wrote at once: both versions stand side by side until someone chooses. */
export function TwoVersions({ versions, onUse }: Props) {
  const said = useSaid();
  return (
    <section className="card stack two-versions">
      <p>
        <strong>{said(say('two'))}</strong>
      </p>
      <div className="versions">
        {versions.map((version, index) => (
          <div key={version.id} className="stack version">
            <h2>{said(say('version', { n: index + 1 }))}</h2>
            {version.phrases.map((phrase, place) => (
              <Say key={place} phrase={phrase} />
            ))}
            <Button phrase={say('useThis')} mark="tick" weight="edge" onPress={() => onUse(version.id)} />
          </div>
        ))}
      </div>
    </section>
  );
}
