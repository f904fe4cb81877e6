import { useDeferredValue, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter } from '#wire/office.ts';

export const noFilter: Filter = {
  words: '',
  from: '',
  to: '',
  where: '',
  theme: '',
  series: '',
  state: '',
  handedIn: '',
};

const REST_MS = 300;

/**
 * Which workshops are meant. `written` is what stands in the fields, `filter` what is asked for once writing rests.
 * A series may stand in the address, so that its workshops can be linked to.
 */
export function useFilter() {
  const [params] = useSearchParams();
  const [written, setWritten] = useState<Filter>(() => ({ ...noFilter, series: params.get('series') ?? '' }));
  const [rested, setRested] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setRested(written), REST_MS);
    return () => clearTimeout(timer);
  }, [written]);
  const filter = useDeferredValue(rested);
  return {
    filter,
    written,
    change: (next: Partial<Filter>): void => setWritten((before) => ({ ...before, ...next })),
    clear: (): void => {
      setWritten(noFilter);
      setRested(noFilter);
    },
    /** Is anything left out? */
    any: Object.values(written).some((value) => value !== ''),
  };
}
