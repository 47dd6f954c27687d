import { expect, it } from 'vitest';
import { authorNames } from '../../../../../lambdas/core/article/wording/author-names.ts';

const DEGREES = 'Jr,Sr.,Ph.D.,Ph. D.,PhD,M.D.,MD,M.A.,M. A.,MA,MBA,Esq,RN,J.D.,JD,II,III'.split(',');
it.each(DEGREES.map((degree) => [`the suffix ${degree} is no person`, degree]))('%s', (_, degree) => {
  expect(authorNames([`Ada Quay; ${degree}`], []).persons).toEqual(['Ada Quay']);
});

const OFFICES = (
  'editor editors reporter reporters correspondent correspondents journalist journalists columnist columnists ' +
  'contributor contributors producer producers writer writers redakteur redakteurin korrespondent korrespondentin ' +
  'journalistin reporterin autor autorin chefredakteur chefredakteurin sonderkorrespondent sonderkorrespondentin ' +
  'redaktionsleitung redactor redactora redactore enviado enviada inviato inviata'
).split(' ');
it.each(
  [...OFFICES, 'envoyé spécial', 'envoyée spéciale'].map((office) => [`a name with “${office}” is no person`, office]),
)('%s', (_, office) => {
  const name = `Harbour ${office}${office.startsWith('enviad') ? ' especial' : ''}`;
  expect(authorNames([name], [])).toEqual({ persons: [], agencies: [], others: [name] });
});

it.each([
  ['a remark between two words is a blank', 'Ada(text)Quay', ['Ada Quay']],
  ['a tag with attributes is cut', 'Ada <i class="x">Quay</i>', ['Ada Quay']],
])('%s', (_, byline, persons) => {
  expect(authorNames([byline], []).persons).toEqual(persons);
});
