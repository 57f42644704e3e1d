import { roles } from '@daybook/identity';
import { allCommands } from '@daybook/runtime';
import { commandWords, roleWords } from './words';

describe('the words of the help', () => {
  it('are those of the command definitions, in their order', () => {
    expect(commandWords).toEqual(allCommands.map(({ name, title }) => [name, title]));
  });

  it('are those of the roles', () => {
    expect(roleWords).toEqual(roles);
  });
});
