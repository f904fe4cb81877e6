import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What a test waits for may first have to be loaded, on a machine that has other work too.
configure({ asyncUtilTimeout: 10_000 });

// Without vitest globals, Testing Library cannot find `afterEach` by itself.
afterEach(cleanup);
