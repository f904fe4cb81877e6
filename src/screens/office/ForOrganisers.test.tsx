import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { useMe } from './me.ts';
import { officeRoutes } from './routes.tsx';

afterEach(() => useMe.setState({ me: undefined }));

const screens = ['/accounts', '/audit', '/keeping', '/workshop/w/forget'];
const roles = ['reader', 'facilitator'] as const;
const cases = roles.flatMap((role) => screens.map((path) => [role, path] as const));

test.each(cases)(
  'a %s who types %s is told who may open it, has nothing to press there, and gets back',
  async (role, path) => {
    useMe.setState({ me: { id: 'rae', name: 'Rae', signIn: 'rae@office.example', role, password: true } });
    const router = createMemoryRouter(officeRoutes([]), { initialEntries: [path] });
    render(<RouterProvider router={router} />);
    await screen.findByRole('heading', { level: 1, name: 'Only organisers can open this page' });
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    // Where it leads is loaded only now, and would ask the hub.
    expect(router.state.navigation.location?.pathname).toBe(path.includes('/w/') ? '/workshop/w' : '/');
  },
);
