import { describe, expect, it } from 'vitest';
import {
  isAdLabel,
  isCredit,
  isDateline,
  isReadingTime,
} from '../../../../../lambdas/core/article/text/boilerplate-lines.ts';

describe('isCredit', () => {
  it.each<[string, string, boolean]>([
    ['a photographer is a credit', 'Photo: A. Keeler / Harbour Post', true],
    ['a photographer without a colon is a credit', 'Photo A. Keeler', true],
    ['a credit may be in parentheses', '(Photo: A. Keeler)', true],
    ['photographs in the plural are a credit', 'Photos by A. Keeler', true],
    ['a credit in German is one', 'Bild: Harbour Post', true],
    ['pictures in German are a credit', 'Bilder: Harbour Post', true],
    ['a credit in French is one', 'Crédit: Harbour Post', true],
    ['a credit in Spanish is one', 'FOTOGRAFÍA: Ada Quay', true],
    ['a source is a credit', 'Source: Harbour Post', true],
    ['a word alone is no credit', 'Photo', false],
    ['a sentence about a photo is no credit', 'Photo fans met on Monday.', false],
    ['a credit that ends with a point is one behind a colon', 'Photo: A. Keeler.', true],
    ['a credit that ends with a point is one behind a slash', 'Photo / A. Keeler.', true],
    ['a longer word is no credit', 'Photography: a hobby', false],
    ['a long line behind the word is no credit', `Photo: ${'x'.repeat(70)}`, false],
    ['the sign of a copyright makes a credit', '© Harbour Post', true],
    ['the sign of a copyright at the end makes a credit', 'The ferry © Harbour Post', true],
    ['a sentence behind the sign makes no credit', 'The ferry © Harbour. It hums.', false],
    ['much text behind the sign makes no credit', `The ferry © ${'x'.repeat(50)}`, false],
    ['a numbered picture is a credit', 'Image 3 of 12 shows the ferry.', true],
    ['a picture without a number of all is no credit', 'Image 3 shows the ferry.', false],
    ['a picture’s owner in parentheses is a credit', 'The ferry at sea (Image: Harbour Post)', true],
    ['a picture’s owner in the middle of a line is no credit', 'The ferry (Image: Harbour Post) sails.', false],
    ['one character in parentheses is no credit', 'The ferry (Image:)', false],
    ['a word in the middle of a line is no credit', 'The ferry: Photo A. Keeler', false],
    ['a line of 99 characters may be a credit', `${'x'.repeat(97)} ©`, true],
    ['a line of 100 characters is no credit', `${'x'.repeat(98)} ©`, false],
    ['an ordinary line is no credit', 'The ferry is back', false],
  ])('%s', (_, text, expected) => {
    expect(isCredit(text)).toBe(expected);
  });
});

describe('isDateline', () => {
  it.each<[string, string, boolean]>([
    ['a date with a word is a dateline', 'Published 3 March 2031, 10:45 am', true],
    ['a date in numbers is a dateline', '2031-03-03', true],
    ['a date of the last century is a dateline', '3.3.1999', true],
    ['a date in German is a dateline', 'Aktualisiert: 3. März 2031, 10.45 Uhr', true],
    ['a date in Portuguese is a dateline', 'segunda-feira, 3 de março de 2031 às 10:45', true],
    ['a date in French is a dateline', 'Publié le 3 août 2031 à 10h45', true],
    ['a date in Spanish is a dateline', 'Actualizado el 3 ene 2031', true],
    ['a date in Italian is a dateline', 'Pubblicato il 3 luglio 2031', true],
    ['a date in Swedish is a dateline', 'Publicerad 3 juni 2031 kl 10.45', true],
    ['a time with four digits and a day is a dateline', 'Mon 3, 10:45', true],
    ['a time without a day is too little', '10:45 Uhr', false],
    ['a year without a day is too little', 'March 2031', false],
    ['five digits without a year or a time are no dateline', '12 345', false],
    ['a sentence about a year is no dateline', 'In 2031, 12 ferries sailed', false],
    ['three other letters are allowed', '3.3.2031 xyz', true],
    ['four other letters are too many', '3.3.2031 wxyz', false],
    ['a longer word than a date’s is no word of a date', '3.3.2031 upstand', false],
    ['a line of 110 characters may be a dateline', `3.3.2031${' '.repeat(101)}1`, true],
    ['a line of 111 characters is no dateline', `3.3.2031${' '.repeat(102)}1`, false],
  ])('%s', (_, text, expected) => {
    expect(isDateline(text)).toBe(expected);
  });

  it.each(
    (
      'january february april maio octubre dezember wednesday thursday mittwoch donnerstag miércoles juillet décembre gennaio ' +
      'settembre dicembre sonntag lundi quinta am utc cest um del às min updated first modified stand veröffentlicht erstellt ' +
      'publicado publicada atualizado mis jour aggiornato uppdaterad publisert oppdatert'
    ).split(' '),
  )('a date with the word %s is a dateline', (word) => {
    expect(isDateline(`${word} 3 mar 2031`)).toBe(true);
    expect(isDateline(`${word.toUpperCase()}: 3.3.2031`)).toBe(true);
  });
});

it.each<[string, string, boolean]>([
  ['a label is one', 'Advertisement', true],
  ['a label in capitals is one', 'ADVERT', true],
  ['a label between signs is one', '-Ad-', true],
  ['a label in German is one', 'Anzeige', true],
  ['a label in Polish is one', 'reklama', true],
  ['a label in Danish is one', 'annonce', true],
  ['a label in Swedish is one', 'Annons', true],
  ['a label in Norwegian is one', 'Annonse', true],
  ['a label in Spanish is one', 'Publicidad', true],
  ['a label in Portuguese is one', 'publicidade', true],
  ['a label with more words is none', 'Advertisement for ferries', false],
  ['a label behind other words is none', 'An advertisement', false],
  ['two signs before a word are too many', '--Ad', false],
])('%s', (_, text, expected) => {
  expect(isAdLabel(text)).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['minutes to read are a reading time', '3 min read', true],
  ['minutes to read with a hyphen are a reading time', '3-minute read', true],
  ['minutes to read in the plural are a reading time', '12 minutes read', true],
  ['a reading time in German is one', 'Lesedauer: 3 Minuten', true],
  ['a reading time in French is one', 'Lecture 3 min', true],
  ['a reading time in French without a blank is one', 'lecture 12min', true],
  ['a reading time in Italian is one', 'Tempo di lettura 3’', true],
  ['minutes without reading are no reading time', 'Boil for 30 minutes', false],
  ['minutes without a number are no reading time', 'a min read', false],
  ['a line of 60 characters may be a reading time', `3 min read${'.'.repeat(50)}`, true],
  ['a line of 61 characters is no reading time', `3 min read${'.'.repeat(51)}`, false],
])('%s', (_, text, expected) => {
  expect(isReadingTime(text)).toBe(expected);
});

const words = (list: string): string[] => list.split(', ');

it.each(
  words(
    'photo, photos, photograph, image, picture, foto, fotos, fotografía, bild, bilder, crédit, credit, imagen, imatge, quelle, source',
  ),
)('“%s” before a name makes a credit', (word) => {
  expect(isCredit(`${word}: Ada Quay.`)).toBe(true);
  expect(isCredit(`${word.toUpperCase()} Ada Quay`)).toBe(true);
});

it.each(
  words('photo, photograph, image, picture, foto, fotografía, bild, crédit, credit, imagen, imatge, quelle, source'),
)('“%s” in parentheses makes a credit', (word) => {
  expect(isCredit(`A ferry (${word}: Ada Quay)`)).toBe(true);
});

it.each(
  words(
    'advert, advertisement, ad, sponsored, anzeige, werbung, reklam, reklama, reklame, annons, annonse, annonce, publicidad, ' +
      'publicidade, publicité, pubblicità, advertentie, mainos',
  ),
)('“%s” is the label of an advertisement', (word) => {
  expect([word, `(${word})`, word.toUpperCase()].map(isAdLabel)).toEqual([true, true, true]);
  expect([`a ${word}`, `${word} a`].map(isAdLabel)).toEqual([false, false]);
});

it.each(
  words(
    '4 min read, 4min read, 4-min read, 4 -min read, 4 mins read, 4 minute read, 4 minutes read, reading time: 4, read time: 4, ' +
      'Lesedauer: 4, Lesezeit: 4, tempo de leitura: 4, tiempo de lectura: 4, temps de lecture: 4, lecture 4 min, lecture 14min, ' +
      'tempo di lettura: 4, leestijd: 4, lästid: 4, lesetid: 4, læsetid: 4, czas czytania: 4',
  ),
)('“%s” is a reading time', (text) => {
  expect(isReadingTime(text)).toBe(true);
});

it.each<[string, string, boolean]>([
  ['a name of 61 characters behind the word of a credit is allowed', `Photo A${'b'.repeat(60)}`, true],
  ['a longer name behind the word of a credit is too long', `Photo A${'b'.repeat(61)}`, false],
  ['lower case behind the word of a credit is no name', 'Photo of a ferry', false],
  ['60 characters behind the colon of a credit are allowed', `Photo:${'.'.repeat(60)}`, true],
  ...[
    ['English', '(Photo by A. Quay)'],
    ['German', 'Foto: A. Hafen/dpa'],
    ['French', 'Photo : A. Port / AFP'],
    ['Spanish', 'Fotografía: A. Puerto'],
    ['Portuguese', 'Imagem: A. Porto'],
    ['Italian', 'Immagine: A. Porto'],
    ['Dutch', 'Beeld: Havenpost'],
    ['Turkish', 'Fotoğraf: A. Liman'],
    ['Vietnamese', 'Ảnh: Báo Cảng'],
    ['Russian', 'Фото: А. Портов / Порт-пресс'],
    ['Russian, of a drawing', 'Иллюстрация: А. Портов'],
    ['Greek', 'Φωτογραφία: Λιμάνι'],
    ['Arabic', 'صورة: وكالة الميناء'],
    ['Hebrew', 'צילום: נמל'],
    ['Hindi', 'फोटो: बंदरगाह समाचार'],
    ['Thai', 'ภาพ: ข่าวท่าเรือ'],
    ['Amharic', 'ፎቶ፦ ወደብ ዜና'],
    ['Chinese', '图片来源：港报'],
    ['Japanese', '写真：港新聞'],
    ['Korean', '사진: 항구일보'],
    ['Korean, in brackets', '[사진=항구일보]'],
  ].map(([language, text]): [string, string, boolean] => [`a credit is known in ${language}`, text ?? '', true]),
  ...[
    ['English', 'Photos show it.'],
    ['German', 'Bild dir eine Meinung, sagt er.'],
    ['Spanish', 'Foto finish en el puerto.'],
    ['French', 'Photo ou non, il part.'],
    ['Russian', 'Фото не лгут.'],
    ['Hindi', 'फोटो झूठ नहीं बोलती।'],
    ['Chinese', '图片不会说谎。'],
    ['Japanese', '写真は嘘をつかない。'],
    ['Korean', '사진은 거짓말을 하지 않는다.'],
    ['Thai', 'ภาพไม่โกหก'],
  ].map(([language, text]): [string, string, boolean] => [
    `a sentence that begins with a word for pictures is no credit in ${language}`,
    text ?? '',
    false,
  ]),
  ['more characters behind the colon of a credit are too many', `Photo:${'.'.repeat(61)}`, false],
  ['a blank before the colon of a credit is allowed', 'Photo  : Ada.', true],
  ['40 characters behind the sign of a copyright are allowed', `ab © ${'x'.repeat(39)}`, true],
  ['more characters behind the sign of a copyright are too many', `ab © ${'x'.repeat(40)}`, false],
  ['two characters in the parentheses of a credit are enough', 'A ferry (foto: )', true],
  ['60 characters in the parentheses of a credit are allowed', `A ferry (foto${'x'.repeat(60)})`, true],
  ['more characters in the parentheses of a credit are too many', `A ferry (foto${'x'.repeat(61)})`, false],
  ['an ending parenthesis within a credit is no credit', 'A ferry (foto: a) b)', false],
  ['a numbered picture of two digits is a credit', 'Image 12 of 13: the ferry sails.', true],
  ['a picture of a longer word is no credit', 'Image 12 often shows the ferry.', false],
])('%s', (_, text, expected) => {
  expect(isCredit(text)).toBe(expected);
});

it.each<[string, string, boolean]>([
  ['a time with a point is a time', '3. 12. um 10.45', true],
  ['a time with an h is a time', 'le 3/12 à 10h45', true],
  ['a time with another sign is no time', '3. 12. um 10-45', false],
  ['a year of another century is no year', '3. 12. 1845', false],
  ['five digits are enough', '3, 2031', true],
  ['a word of a date within another word is no word of a date', '3.3.2031 uhrwerk', false],
  ['a month may have an ending', '3 Januaribus 2031', true],
])('%s', (_, text, expected) => {
  expect(isDateline(text)).toBe(expected);
});
