import { describe, expect, it } from 'vitest';
import { authorNames, uninverted } from '../../../../../lambdas/core/article/wording/author-names.ts';

const read = (...bylines: string[]) => authorNames(bylines, ['Harbour Post', 'HP', '–']);

describe('a byline with credits', () => {
  it.each<[string, string, string[]]>([
    ['a plain name is one person', 'Ada Quay', ['Ada Quay']],
    ['"By" is cut', 'By Ada Quay', ['Ada Quay']],
    ['"By" with a colon is cut', 'By: Ada Quay', ['Ada Quay']],
    ['a colon and blanks after "by" are cut', 'by  :  Ada Quay', ['Ada Quay']],
    ['"Von" is cut', 'Von Ada Quay', ['Ada Quay']],
    ['"Par :" is cut', 'Par : Ada Quay', ['Ada Quay']],
    ['"Written by" is cut', 'Written by Ada Quay', ['Ada Quay']],
    ['"Written  by" with two blanks is cut', 'Written  by  Ada Quay', ['Ada Quay']],
    ['"Reportage by" is cut', 'Reportage by Ada Quay', ['Ada Quay']],
    ['"Ein Kommentar von" is cut', 'Ein Kommentar von Ada Quay', ['Ada Quay']],
    ['"Autorin:" is cut', 'Autorin: Ada Quay', ['Ada Quay']],
    ['"Autor" before a colon is cut', 'Autor : Ada Quay', ['Ada Quay']],
    ['"Reporter:" is cut', 'Reporter: Ada Quay', ['Ada Quay']],
    ['"Authors:" is cut', 'Authors: Ada Quay', ['Ada Quay']],
    ['"Author:" is cut', 'Author: Ada Quay', ['Ada Quay']],
    ['"Tekst:" is cut', 'Tekst: Ada Quay', ['Ada Quay']],
    ['two credits in a row are cut', 'By: By Ada Quay', ['Ada Quay']],
    ['three credits in a row are cut', 'Text: By: Von Ada Quay', ['Ada Quay']],
    ['many labels in a row are cut', 'Text: Text: Text: Text: Ada Quay', ['Ada Quay']],
    ['a short credit before two words is cut', 'Di Ada Quay', ['Ada Quay']],
    ['a short credit before one word is part of the name', 'Di Quay', ['Di Quay']],
    ['a credit within a name is part of the name', 'Ada von Quay', ['Ada von Quay']],
    ['a name that begins with the letters of a credit stays whole', 'Byron Quay', ['Byron Quay']],
    ['a credit alone is no person', 'Von', []],
    ['a short credit alone is no person', 'Di', []],
    ['a name that begins like a conjunction is a person', 'Undine', ['Undine']],
    ['a name that ends like a conjunction is a person', 'Edmund', ['Edmund']],
    ['an empty byline names nobody', '', []],
  ])('%s', (_, byline, persons) => {
    expect(read(byline).persons).toEqual(persons);
  });
});

describe('a byline with several names', () => {
  it.each<[string, string, string[]]>([
    ['"and" separates two persons', 'Ada Quay and Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['"&" separates two persons', 'Ada Quay & Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['"&" without blanks separates two persons', 'Ada Quay&Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['"+" separates two persons', 'Ada Quay  +  Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['"AND" separates two persons', 'ADA QUAY  AND  BEA MOLE', ['ADA QUAY', 'BEA MOLE']],
    ['"und" and a comma separate three persons', 'Ada Quay, Bea Mole und Cy Pier', ['Ada Quay', 'Bea Mole', 'Cy Pier']],
    ['a serial comma separates persons', 'Ada Quay, Bea Mole, and Cy Pier', ['Ada Quay', 'Bea Mole', 'Cy Pier']],
    ['a comma after a blank separates persons', 'Ada Quay , Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a Japanese comma separates persons', '山田太郎、鈴木花子', ['山田太郎', '鈴木花子']],
    ['a slash separates persons', 'Ada Quay/Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a slash with blanks separates persons', 'Ada Quay / Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a semicolon separates persons', 'Ada Quay ; Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a bar separates persons', 'Ada Quay | Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a line break separates persons', 'Ada Quay\nBea Mole', ['Ada Quay', 'Bea Mole']],
    ['a dash between blanks separates persons', 'Ada Quay – Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a hyphen within a name separates nothing', 'Ada-Lee Quay', ['Ada-Lee Quay']],
    ['each part of a list loses its credit', 'By Ada Quay and by Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['"y" separates two persons', 'Ada Quay y Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['"en" separates two persons', 'Ada Quay en Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['"y" before a single word is part of a name', 'Juan Quay y Mole', ['Juan Quay y Mole']],
    ['"y" after a single word is part of a name', 'Quay y Bea Mole', ['Quay y Bea Mole']],
    ['"y" is both in one byline', 'Juan Quay y Mole y María Pier', ['Juan Quay y Mole', 'María Pier']],
    ['"y" is both in reverse order', 'María Pier y Juan Quay y Mole', ['María Pier', 'Juan Quay y Mole']],
    ['"y" separates three persons', 'Ada Quay y Bea Mole y Cy Pier', ['Ada Quay', 'Bea Mole', 'Cy Pier']],
    ['a person is named once', 'Ada Quay; ADA QUAY', ['Ada Quay']],
    ['a person is named once despite other signs', 'Ada-Quay; Ada Quay', ['Ada-Quay']],
    ['a person is named once despite full-width letters', 'Ada Quay; Ａｄａ Quay', ['Ada Quay']],
  ])('%s', (_, byline, persons) => {
    expect(read(byline).persons).toEqual(persons);
  });

  it('persons come from all bylines', () => {
    expect(read('Ada Quay', 'Bea Mole').persons).toEqual(['Ada Quay', 'Bea Mole']);
  });
});

describe('the words around a name', () => {
  it.each<[string, string, string[]]>([
    ['particles stay in a name', 'Ada van der Quay', ['Ada van der Quay']],
    ['a place after a list is cut', 'Ada Quay und Bea Mole, Port Town', ['Ada Quay', 'Bea Mole']],
    ['a place after a single name of two words is a name', 'Ada Quay, Port Town', ['Ada Quay', 'Port Town']],
    ['a place of one word after a name is cut', 'Ada Quay, Nairobi', ['Ada Quay']],
    ['a place of one word after initials is cut', 'A.Quay, Nairobi', ['A.Quay']],
    ['a second word after a single word is a name', 'Quay, Mole', ['Quay', 'Mole']],
    [
      'two names after a list are persons',
      'Ada Quay and Bea Mole, Cy Pier and Di Lock',
      ['Ada Quay', 'Bea Mole', 'Cy Pier', 'Di Lock'],
    ],
    ['an empty part of a list is skipped', 'Ada Quay, , Nairobi', ['Ada Quay']],
    ['places of each person are cut', 'Ada Quay in London and Bea Mole in Port Town', ['Ada Quay', 'Bea Mole']],
    ['a German place is cut', 'Von Ada Quay aus Berlin', ['Ada Quay']],
    ['a place of several words is cut', 'Ada Quay  in  Port Town North', ['Ada Quay']],
    ['"in" before a small letter cuts nothing', 'Ada Quay in exile', ['Ada Quay in exile']],
    ['"in" after one word cuts nothing', 'Quay in London', ['Quay in London']],
    ['a French office with its place is cut', 'Léa Quay, envoyée spéciale à Kiev', ['Léa Quay']],
    ['a Spanish place is cut', 'Ada Quay y Bea Mole en París', ['Ada Quay', 'Bea Mole']],
    ['a newspaper is no person', 'Ada Quay, Washington Post', ['Ada Quay']],
    ['a newspaper with its article is no person', 'Ada Quay, The Conversation', ['Ada Quay']],
    ['an e-mail address is cut', 'Ada Quay ada@harbour.example', ['Ada Quay']],
    ['an account is cut', 'Ada Quay @adaquay', ['Ada Quay']],
    ['a link is no person', 'https://social.example/ada', []],
    ['an address without its scheme is no person', 'www.harbour.example', []],
    ['a remark in brackets is cut', 'Ada Quay (text)', ['Ada Quay']],
    ['a remark in the middle of a name is cut', 'Ada (text) Quay', ['Ada Quay']],
    ['a tag is cut', 'Ada <b>Quay</b>', ['Ada Quay']],
    ['an office is cut', 'Ada Quay, Chief political correspondent', ['Ada Quay']],
    ['a Korean title is cut', '신현주 기자', ['신현주']],
    ['a degree is cut', 'Ada Quay, Ph.D., Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a degree without points is cut', 'Ada Quay, MA, Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a mail address in angle brackets is cut', 'Ada Quay <quay@harbour.example>', ['Ada Quay']],
    ['a generation is cut', 'Ada Quay, Jr., Bea Mole', ['Ada Quay', 'Bea Mole']],
    ['a name that contains a degree is a person', 'Bea Mole; Iris Ma', ['Bea Mole', 'Iris Ma']],
    ['signs before a name are cut', '– * Ada Quay', ['Ada Quay']],
    ['signs after a name are cut', 'Ada Quay *–', ['Ada Quay']],
    ['quotation marks stay in a name', '“Ada” Quay', ['“Ada” Quay']],
    ['a full stop after a name is cut', 'Ada Quay.', ['Ada Quay']],
    ['a full stop after an initial stays', 'Ada Q.', ['Ada Q.']],
    ['white space is folded', '  Ada \t  Quay ', ['Ada Quay']],
  ])('%s', (_, byline, persons) => {
    expect(read(byline).persons).toEqual(persons);
  });
});

describe('words that are no name', () => {
  const sixWords = 'Ada Bea Cy Di Edi Fay';
  const longName = `Ada ${'q'.repeat(56)}`;
  it.each<[string, string, string[]]>([
    ['a sentence is no person', 'Ada Quay writes about all that floats on the sea', []],
    ['a name has up to six words', sixWords, [sixWords]],
    ['seven words are no person', `${sixWords} Gus`, []],
    ['a name has up to 60 characters', longName, [longName]],
    ['61 characters are no person', `${longName}q`, []],
    ['a single character is no person', 'A', []],
    ['two characters are a person', 'Al', ['Al']],
    ['a question is no person', 'Who? Ada', []],
    ['a label is no person', 'Foto: Ada: Quay', []],
    ['a long number is no person', 'Ada 100', []],
    ['a digit is no person', 'Ada 1', []],
    ['a host name is no person', 'harbour.com', []],
    ['a host name of a country is no person', 'harbour-post.uk', []],
    ['an initial before a dot is a person', 'A.Quay', ['A.Quay']],
  ])('%s', (_, byline, persons) => {
    expect(read(byline).persons).toEqual(persons);
  });
});

describe('agencies and others', () => {
  it.each<[string, string, { agencies?: string[]; others?: string[] }]>([
    ['an agency is no person', 'Reuters', { agencies: ['Reuters'] }],
    ['an agency may have its article', 'The Associated Press', { agencies: ['The Associated Press'] }],
    ['an agency may have hyphens', 'Deutsche Presse-Agentur', { agencies: ['Deutsche Presse-Agentur'] }],
    ['a slash separates agencies', 'AFP/dpa', { agencies: ['AFP', 'dpa'] }],
    ['a comma separates agencies', 'AFP, dpa', { agencies: ['AFP', 'dpa'] }],
    ['an agency may be in brackets', '(dpa)', { agencies: ['dpa'] }],
    ['several agencies may be in brackets', '(AFP/dpa)', { agencies: ['AFP', 'dpa'] }],
    ['a comma separates agencies in brackets', '(AFP,dpa)', { agencies: ['AFP', 'dpa'] }],
    ['an agency with other words in brackets is a remark', '(AFP/text)', {}],
    ['an agency is named once', 'dpa; DPA', { agencies: ['dpa'] }],
    ['a newspaper is neither person nor agency', 'Port Town Herald', { others: ['Port Town Herald'] }],
    ['a desk is neither person nor agency', 'Redaktion Hafen', { others: ['Redaktion Hafen'] }],
    ['a desk may have its sign behind a hyphen', 'Hafen-Redaktion', { others: ['Hafen-Redaktion'] }],
    ['an account name is neither person nor agency', 'admin', { others: ['admin'] }],
    ['the site is no person', 'Harbour Post', { others: ['Harbour Post'] }],
    ['the site in capitals is no person', 'HARBOUR POST', { others: ['HARBOUR POST'] }],
    ['a department of the site is no person', 'HP NORTH', { others: ['HP NORTH'] }],
    ['a host name is neither person nor agency', 'harbour.de', { others: ['harbour.de'] }],
    [
      'a byline with the site’s address is the site’s',
      'Harbour Post (www.harbour.example)',
      { others: ['Harbour Post'] },
    ],
    ['a byline with an address is no person’s', 'Ada Quay ( https://harbour.example)', { others: ['Ada Quay'] }],
    [
      'a byline with an unencrypted address is no person’s',
      'Ada Quay (http://harbour.example)',
      { others: ['Ada Quay'] },
    ],
  ])('%s', (_, byline, expected) => {
    expect(read(byline)).toEqual({ persons: [], agencies: [], others: [], ...expected });
  });

  it.each([
    ['an agency after a comma isn’t taken for a place', 'Ada Quay, dpa'],
    ['an agency in brackets stands apart from the person', 'Ada Quay (dpa)'],
    ['an agency after a slash stands apart from the person', 'Ada Quay/dpa'],
  ])('%s', (_, byline) => {
    expect(read(byline)).toEqual({ persons: ['Ada Quay'], agencies: ['dpa'], others: [] });
  });

  it('an agency after a list isn’t taken for a place', () => {
    expect(read('Ada Quay and Bea Mole, dpa').agencies).toEqual(['dpa']);
  });

  it('capitals at the start of a person’s name are no site', () => {
    expect(read('AB Quay').persons).toEqual(['AB Quay']);
  });

  it('a site without a name makes nobody its department', () => {
    expect(authorNames(['Ada Quay'], ['']).persons).toEqual(['Ada Quay']);
  });
});

describe('a name in a library catalogue’s order', () => {
  it.each([
    ['a family name before a comma goes last', 'Quay, Ada', 'Ada Quay'],
    ['a comma without a blank counts too', 'Quay,Ada', 'Ada Quay'],
    ['blanks around a name are cut', ' Quay, Ada ', 'Ada Quay'],
    ['a name without a comma stays', 'Ada Quay', 'Ada Quay'],
    ['a list of whole names stays', 'Ada Quay, Bea Mole', 'Ada Quay, Bea Mole'],
    ['a name with two commas stays', 'Quay, Ada, Jr', 'Quay, Ada, Jr'],
  ])('%s', (_, name, expected) => {
    expect(uninverted(name)).toBe(expected);
  });
});

describe('a byline with roles', () => {
  it.each<[string, string, string[]]>([
    ['a photographer behind a comma is no author', 'Words by Ada Quay, photography by Bea Mole', ['Ada Quay']],
    ['a photographer behind a label is no author', 'Text: Ada Quay, Fotos: Bea Mole', ['Ada Quay']],
    ['a photographer before the writer is no author', 'Photos: Bea Mole Words: Ada Quay', ['Ada Quay']],
    ['a photographer without a separator is no author', 'Text von Ada Quay Illustration von Bea Mole', ['Ada Quay']],
    ['a photographer behind a bar is no author', 'Ada Quay | Photos by Bea Mole', ['Ada Quay']],
    ['a French photographer is no author', 'Par Ada Quay, photo de Bea Mole', ['Ada Quay']],
    ['a Japanese photographer is no author', '文：山田太郎　写真：鈴木花子', ['山田太郎']],
    ['a Korean photographer is no author', '글 신현주 사진: 김철수', ['신현주']],
    ['a Russian photographer is no author', 'Текст: Иван Пристанский Фото: Анна Волнова', ['Иван Пристанский']],
    ['an Arabic photographer is no author', 'كتب: أحمد الميناوي، تصوير: سارة البحري', ['أحمد الميناوي']],
    ['a photographer alone is no author', 'Photo: Bea Mole', []],
    ['one person in two roles is the author', 'Text und Fotos: Ada Quay', ['Ada Quay']],
    ['one person in two roles with “by” is the author', 'Words & photos by Ada Quay', ['Ada Quay']],
    ['a Japanese person in two roles is the author', '文・写真：山田太郎', ['山田太郎']],
    ['a source is no author', '作者：王小明 来源：港口日报', ['王小明']],
    ['a source before the author is no author', '来源：港口日报 作者：王小明', ['王小明']],
    ['a source alone is no author', 'Quelle: Hafenamt Nord', []],
    ['an editor behind the author is no author', '记者：王小明 责任编辑：李四', ['王小明']],
    ['a translator behind the author is no author', 'Autor: Ada Quay, Übersetzung: Bea Mole', ['Ada Quay']],
    ['a name before another label is the author', 'Ada Quay, Korrektur: Bea Mole', ['Ada Quay']],
    ['a word before a colon is a label in any language', 'Haber: Ayşe Limancı', ['Ayşe Limancı']],
    ['a Finnish label is cut', 'Teksti: Aino Laituri', ['Aino Laituri']],
    ['a Georgian label is cut', 'ავტორი: ნინო ნავსადგური', ['ნინო ნავსადგური']],
    ['a Greek label is cut', 'Συντάκτης: Νίκος Λιμανάς', ['Νίκος Λιμανάς']],
    ['a Bengali label is cut', 'প্রতিবেদক: রহিম বন্দর', ['রহিম বন্দর']],
  ])('%s', (_, byline, persons) => {
    expect(read(byline).persons).toEqual(persons);
  });

  it('a source that is an agency is an agency', () => {
    expect(read('Text: Ada Quay, Quelle: dpa')).toEqual({ persons: ['Ada Quay'], agencies: ['dpa'], others: [] });
  });
});

describe('a byline beyond Europe', () => {
  it.each<[string, string, string[]]>([
    ['a Chinese slash is cut with its label', '文/王小明', ['王小明']],
    ['a Chinese bar is cut with its label', '文｜王小明', ['王小明']],
    ['a Taiwanese reporter loses title and place', '記者 王小明／台北報導', ['王小明']],
    ['a Taiwanese reporter loses a title without a blank', '記者王小明／台北報導', ['王小明']],
    ['a Chinese reporter loses the title', '本报记者 王小明', ['王小明']],
    ['a Chinese title behind the name is cut', '王小明 记者', ['王小明']],
    ['a Japanese title behind the name is cut', '山田太郎 編集委員', ['山田太郎']],
    ['a Katakana name keeps its middle dot', 'ジョン・スミス', ['ジョン・スミス']],
    ['a middle dot separates Japanese persons', '山田太郎・鈴木花子', ['山田太郎', '鈴木花子']],
    ['a Korean intern loses the title', '신현주 인턴기자', ['신현주']],
    ['Korean reporters are two persons', '신현주 기자, 김철수 기자', ['신현주', '김철수']],
    ['an Arabic credit is cut', 'بقلم أحمد الميناوي', ['أحمد الميناوي']],
    ['an Arabic comma separates persons', 'أحمد الميناوي، سارة البحري', ['أحمد الميناوي', 'سارة البحري']],
    ['a Persian conjunction separates persons', 'آرش بندری و سارا دریایی', ['آرش بندری', 'سارا دریایی']],
    ['a Hebrew credit is cut', 'מאת נועה נמלי', ['נועה נמלי']],
    ['a Hindi credit is cut', 'लेखक आशा घाट', ['आशा घाट']],
    ['a Hindi conjunction separates persons', 'आशा घाट और रवि तट', ['आशा घाट', 'रवि तट']],
    ['a Thai credit is cut', 'โดย สมชาย ท่าเรือ', ['สมชาย ท่าเรือ']],
    ['an Indonesian credit is cut', 'Oleh Ayu Dermaga', ['Ayu Dermaga']],
    ['an Indonesian conjunction separates persons', 'Ayu Dermaga dan Budi Laut', ['Ayu Dermaga', 'Budi Laut']],
    [
      'a Vietnamese conjunction separates persons',
      'Nguyễn Văn Cảng và Trần Thị Biển',
      ['Nguyễn Văn Cảng', 'Trần Thị Biển'],
    ],
    ['a Croatian credit is cut', 'Piše Ana Lučić', ['Ana Lučić']],
    ['a Norwegian credit is cut', 'Skrevet av Kari Brygge', ['Kari Brygge']],
    ['a Hungarian credit is cut', 'Írta: Kikötő Anna', ['Kikötő Anna']],
  ])('%s', (_, byline, persons) => {
    expect(read(byline).persons).toEqual(persons);
  });
});

describe('family names that are words of an office', () => {
  it.each<[string, string, boolean]>([
    ['a family name behind a given name is a person’s', 'Tom Root', true],
    ['an initial may stand between them', 'Ann B. Press', true],
    ['a word of an office before it makes it an office', 'Staff Guest', false],
    ['a senior fellow is an office', 'Senior Fellow', false],
    ['a small letter makes it an office', 'Harbour press', false],
    ['a third word makes it an office', 'Port Town Press', false],
    ['the word alone is an account', 'Guest', false],
  ])('%s', (_, name, expected) => {
    expect(read(name).persons.length > 0).toBe(expected);
  });
});

describe('a hostile byline', () => {
  it('a byline is read to its first 1,000 characters', () => {
    const filler = 'x, '.repeat(330);
    expect(read(`${filler}Ada Quay`).persons).toContain('Ada Quay');
    expect(read(`${filler}${'y, '.repeat(10)}Ada Quay`).persons).not.toContain('Ada Quay');
  });

  it('bylines beyond the hundredth are ignored', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const bylines = letters.flatMap((one) => letters.map((other) => `Ada Q${one}${other}`)).slice(0, 101);
    expect(read(...bylines).persons).toHaveLength(100);
  });

  it.each(
    ['@', 'a ', 'a@', '(', 'x', 'y ', ' and', ', ', 'in A'].map((part) => [
      `100,000 times “${part}” don’t throw`,
      part,
    ]),
  )('%s', (_, part) => {
    expect(() => read(part.repeat(100_000))).not.toThrow();
  });
});
