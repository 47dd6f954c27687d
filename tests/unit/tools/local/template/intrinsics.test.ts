import { describe, expect, it } from 'vitest';
import { applies, resolve, type Scope } from '../../../../../tools/local/template/intrinsics.ts';

const scope: Scope = {
  within: 'Worker',
  template: {
    Parameters: { Stage: { Default: 'dev' }, Secret: {} },
    Mappings: { Sizes: { dev: { memory: 128 } } },
    Conditions: {
      IsDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
      IsNotDev: { 'Fn::Not': [{ Condition: 'IsDev' }] },
      Both: { 'Fn::And': [{ Condition: 'IsDev' }, { Condition: 'IsNotDev' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsDev' }, { Condition: 'IsNotDev' }] },
    },
    Resources: { Search: { Type: 'AWS::OpenSearchService::Domain', Properties: {} } },
    Outputs: {},
  },
  physical: new Map([['Queue', { ref: 'http://queue', attributes: { Arn: 'arn:queue', 'Nested.Name': 'nested' } }]]),
  pseudoParameters: { 'AWS::Region': 'eu-west-1' },
};

/** Returns `${name}` in the form of a template. */
const placeholder = (name: string): string => `$\{${name}}`;

describe('intrinsic functions', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref to a resource', { Ref: 'Queue' }, 'http://queue'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
    ['Ref to a parameter with a default', { Ref: 'Stage' }, 'dev'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Queue.Nested.Name' }, 'nested'],
    ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }, 1]] }, 'a/eu-west-1/1'],
    [
      'Sub with a reference, an attribute, and a literal',
      { 'Fn::Sub': `${placeholder('AWS::Region')} ${placeholder('Queue.Arn')} ${placeholder('!kept')}` },
      `eu-west-1 arn:queue ${placeholder('kept')}`,
    ],
    ['Sub with variables', { 'Fn::Sub': [placeholder('x'), { x: { Ref: 'Queue' } }] }, 'http://queue'],
    ['Select of a Split', { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] }, 'queue'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 128],
    ['If', { 'Fn::If': ['IsDev', 'yes', 'no'] }, 'yes'],
    ['NoValue in a property', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue in a list', ['a', { 'Fn::If': ['IsNotDev', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
    ['a property that is named Condition', { Condition: { StringEquals: {} } }, { Condition: { StringEquals: {} } }],
    ['an intrinsic function in a nested value', { a: [{ b: { Ref: 'Queue' } }] }, { a: [{ b: 'http://queue' }] }],
  ])('%s is resolved', (_name, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });
});

describe('values that can’t be resolved', () => {
  it.each<[string, unknown, string]>([
    ['an unknown name', { Ref: 'Nobody' }, 'Worker refers to Nobody, which the template does not define'],
    ['a resource that is not run', { Ref: 'Search' }, 'Worker refers to Search (AWS::OpenSearchService::Domain)'],
    ['an unknown attribute', { 'Fn::GetAtt': ['Queue', 'Color'] }, 'its Fn::GetAtt Color has no value'],
    ['a parameter without a default', { Ref: 'Secret' }, 'Worker refers to Secret'],
    ['an unknown function', { 'Fn::ImportValue': 'x' }, 'Worker uses Fn::ImportValue'],
    ['a Join of an object', { 'Fn::Join': ['', [{ a: 1, b: 2 }]] }, 'Worker: Fn::Join needs a text'],
    ['a Select behind the end of its list', { 'Fn::Select': [3, ['a']] }, 'Worker: Fn::Select has no entry 3'],
  ])('%s is an error that names the resource', (_name, value, message) => {
    expect(() => resolve(value, scope)).toThrow(message);
  });
});

describe('conditions', () => {
  it.each([
    ['IsDev', true],
    ['IsNotDev', false],
    ['Both', false],
    ['Either', true],
    [undefined, true],
  ])('a resource with the condition %s exists: %s', (name, expected) => {
    expect(applies(name, scope)).toBe(expected);
  });
});
