import type { Article } from '../parts/article.ts';

export const salzmuehle: Article = {
  slug: 'die-salzmuehle-mahlt-wieder',
  publication: 'shores',
  section: 'Handwerk',
  language: 'de',
  title: 'Die Salzmühle mahlt wieder – und zwar Kaffee',
  standfirst:
    'In Niederorsel drehen sich die alten Mühlsteine nach vierzig Jahren zum ersten Mal. Salz will niemand mehr, die Müllerin hat sich zu helfen gewusst.',
  authors: ['Friederike Ansbrück'],
  tags: ['Niederorsel', 'Mühlen', 'Handwerk'],
  picture: {
    alt: 'Ein Mühlrad aus dunklem Holz vor einer weiß gekalkten Wand',
    caption: 'Das Rad wurde aus der Eiche gebaut, die der Herbststurm vor zwei Jahren umgelegt hat.',
    credit: 'Foto: Jorin Weidlach',
  },
  body: [
    'Um Viertel nach sechs öffnet Walburga Stöhr das Wehr, und für einen Augenblick geschieht nichts. Dann ächzt das Rad, ein Schwall Wasser stürzt in die Schaufeln, und im Obergeschoss beginnt es zu rumpeln. „So klingt ein Haus, das ausgeschlafen hat“, sagt die Müllerin und steigt über die Leiter nach oben.',
    'Vierzig Jahre lang stand die Salzmühle am Ausfluss des Orselsees still. Früher kamen die Boote mit grobem Steinsalz vom Südufer, und hier wurde es so fein gemahlen, dass man es, wie es hieß, durch einen Strumpf pusten konnte. Als das Salz fertig verpackt über die Straße kam, blieb das Rad stehen und fror im nächsten Winter fest.',
    'Stöhr, gelernte Tischlerin, hat die Mühle für einen symbolischen Betrag von 12 € übernommen – unter der Bedingung, dass sie läuft. Was sie mahlen sollte, stand nicht im Vertrag. Mehl schied aus, weil jahrzehntealtes Salz in den Fugen der Steine sitzt. Bei Kaffee stört das nicht, im Gegenteil: Eine Prise Salz nimmt ihm die Bitterkeit.',
    { heading: 'Langsam, kühl und ein wenig salzig' },
    'Die Steine drehen sich so gemächlich, dass die Bohnen kaum warm werden. Dreißig Kilo schafft die Mühle am Tag, nicht genug, um reich zu werden, aber genug für die Bäckereien an allen vier Ufern. Geliefert wird mit dem Kahn, denn die Uferstraße ist noch immer gesperrt.',
    {
      quote: 'Man kann ein Denkmal anschauen oder man kann es benutzen. Anschauen macht es nicht trocken.',
      speaker: 'Walburga Stöhr, Müllerin',
    },
    'Nicht alle sind begeistert. Der Heimatverein hätte lieber ein Museum gesehen und weist darauf hin, dass an einer Salzmühle nie Kaffee gerochen habe. Zur Eröffnung am Sonntag kam der Vorstand trotzdem vollzählig. Er blieb, so berichten Augenzeugen, bis zur vierten Tasse.',
  ],
};
