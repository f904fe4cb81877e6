import { expect, test } from 'vitest';
import { SettingsError } from '../settings-error.ts';
import { personIn } from './council.ts';
import { readCouncil } from './council-settings.ts';

const given = {
  CUPPA_ADDRESS: 'https://cuppa.example/',
  OIDC_ISSUER: 'https://id.example/tenant',
  OIDC_CLIENT_ID: 'cuppa',
  OIDC_CLIENT_SECRET: 'a secret',
};

test('without an issuer there is no such sign-in, and with one only invited people come in', () => {
  expect(readCouncil({ ...given, OIDC_ISSUER: '' })).toBeUndefined();
  expect(readCouncil(given)).toEqual({
    issuer: 'https://id.example/tenant',
    clientId: 'cuppa',
    clientSecret: 'a secret',
    name: 'id.example',
    address: 'https://cuppa.example',
    people: 'invited',
    roleClaim: undefined,
  });
});

test.each([
  { OIDC_ISSUER: 'http://id.example' },
  { OIDC_ISSUER: 'id.example' },
  { CUPPA_ADDRESS: 'http://cuppa.example' },
  { CUPPA_ADDRESS: '' },
  { OIDC_CLIENT_SECRET: '' },
  { OIDC_PEOPLE: 'everybody' },
])('what would not be safe, or is missing, stops the start: %o', (wrong) => {
  expect(() => readCouncil({ ...given, ...wrong })).toThrow(SettingsError);
  expect(() => readCouncil({ ...given, ...wrong })).not.toThrow('a secret');
});

const claims = { iss: 'https://id.example', sub: 'a1', name: ' Rosa ', email: 'Rosa@Council.example' };

test('a person is known by issuer and subject, whatever else is said of them', () => {
  expect(personIn(claims, undefined)).toEqual({
    subject: 'https://id.example a1',
    name: 'Rosa',
    signIn: 'rosa@council.example',
    role: undefined,
  });
  expect(personIn({ iss: 'i', sub: 'A1', name: 7, email: ['x'] }, undefined)).toMatchObject({
    subject: 'i A1',
    name: 'a1',
  });
  expect(() => personIn({ iss: 'i' }, undefined)).toThrow('sub');
});

test.each([
  ['organiser', 'organiser'],
  [['staff', 'reader', 'facilitator'], 'facilitator'],
  [['Organiser', 'organisers', ' organiser'], undefined],
  [{ organiser: true }, undefined],
  [undefined, undefined],
])('the claim %o gives the role %s', (groups, role) => {
  expect(personIn({ ...claims, groups }, 'groups').role).toBe(role);
});
