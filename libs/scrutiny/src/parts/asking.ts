import type { Part } from '@daybook/identity';
import { QuestionsHandler } from '../questions/see-questions/questions.query';

/** Questions, and their answers. */
export const asking: Part = { commands: [], handlers: [QuestionsHandler] };
