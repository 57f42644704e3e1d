import { isSharedPseudonym, sharedPseudonym } from './shared-pseudonym';

it.each([
  [sharedPseudonym('token', 'kent-police'), true],
  [sharedPseudonym('cli', 'kent-police'), true],
  ['analyst', false],
  ['token-kent-pcc', false],
  ['token-kent-police-analyst', false],
])('%s may be any person of kent-police: %s', (person, shared) => {
  expect(isSharedPseudonym({ person, body: 'kent-police' })).toBe(shared);
});
