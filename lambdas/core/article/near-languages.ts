/**
 * Languages that the detector takes for each other, or for which it knows only a neighbour. Frequent words decide, of
 * which each has its own spelling. The words are function words, and for Malay and Indonesian names of days and offices.
 */
const GROUPS: readonly Readonly<Record<string, string>>[] = [
  {
    he: 'של את על לא הוא היא כי עם זה גם אל או אך',
    yi: 'און די דער איז פון פֿון האט האָט האָבן צו מיט אין דאס דאָס אז אַז אויף',
  },
  {
    id: 'bahwa karena bisa yakni usai saat uang mobil kantor polisi senin selasa rabu kamis jumat sabtu minggu pekan pemerintah ujar seorang tahun',
    ms: 'bahawa kerana ialah iaitu beliau boleh wang kereta pejabat hospital polis isnin khamis jumaat ahad mahu apabila manakala semasa kerajaan datuk tiada menerusi',
    jv: 'lan ing kanggo saka ora iki wis sing karo kang utawa wong',
    su: 'jeung nu teu urang sarta ieu pikeun ku geus',
  },
  {
    es: 'el los y en con por para pero una las del al es más lo como fue ha son sin años este su se ser entre desde hasta hay muy sobre está',
    ca: 'els amb és més però una i en per al del dels als aquest aquesta seva seu ha fins també sense anys on ho va es entre des hi ha molt està això les què són',
    gl: 'unha o os non coa dun dunha máis polo pola cunha á ao é na do da dos das seu súa tamén anos ata ten pero e con por para como entre desde hai moi está as foi',
    pt: 'o os não em com para uma mais são ao à às pelo pela é na do da dos das seu sua também anos até tem mas foi e por como entre desde há muito está as um',
  },
  {
    no: 'og er av etter nå opp ut hvordan mot blir ble fikk sier noe mye også både hos sin å at har ikke til jeg fra i det som en på for med de den hva nei bare hvor sa se vil kan',
    da: 'og er af efter nu op ud hvordan mod bliver blev fik siger noget meget også både hos sin at har ikke til jeg fra i det som en på for med de den hvad nej kun hvor sagde se vil kan',
    sv: 'och är av efter nu upp ut hur mot blir blev fick säger något mycket också både hos sin att har inte till jag från i det som en på för med de den vad nej bara var sade se vill kan ett om',
  },
  {
    cs: 'se jako jsou při ve ze který která které kteří nebo už byl byla bylo byly více také před než když jen po jeho je by aby pro tak až jsem',
    sk: 'sa ako sú pri vo zo ktorý ktorá ktoré ktorí alebo už bol bola bolo boli viac tiež pred než keď len po jeho je by aby pre tak až som čo aj nie',
  },
  {
    hr: 'i u su koji koja koje što kao bi će ili nije od te iz bio bila bilo se je da na za s o',
    sl: 'in v so ki kot bi ne pa tudi pri ter ali še že bo bil bila bilo kaj lahko ni bodo od iz se je da na za s o',
  },
  {
    hi: 'है में की के का और से को पर ने हैं भी कि नहीं था थी रहा रहे हो गया ही ये इस उस तो',
    mr: 'आहे आणि या च्या ते तर होते केली केला केले आहेत मध्ये यांनी साठी नाही हे ही व झाली झाला असे त्यांनी हा की पण मी',
    ne: 'छ र गरे गर्न पनि भएको लागि हुन् थियो छन् हुने यो भन्ने गरेको गरेका भने एक तथा छैन',
  },
  {
    nl: 'de het een van en in zijn is niet voor te op dat wordt met hij naar ook bij om die',
    af: 'die en van in is nie ’n n het vir sy hy om te op dat word met na ook wat se',
    fy: 'de it in fan en is net foar op dat wurdt mei hy nei ek by om te dy hat oan',
    de: 'die der das und in von zu den ist nicht mit ein eine für auf im dem des sich auch am an vor nach er sie es wird',
    lb: 'd’ d de den déi an vun ze ass net mat eng fir op am dem sech och gëtt huet si hien et no virun',
  },
  {
    is: 'og að í á sem er við ekki hefur til um fyrir það því þar var',
    fo: 'og at í á sum er við ikki hevur til um fyri tað tí har var ið teir',
  },
  {
    bg: 'от в се ще и на за че с го е който беше са със да не по до',
    mk: 'од во се ќе и на за дека со го е кој беше се да не по до ја што',
    ru: 'в и на не что с по он как от за из его это к у о до',
    sr: 'је у и на не што са по он како од за из његов се да до су ће који',
  },
];

/** Letters that only one language of a group has; each counts as a word. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  ca: /[çàèòï·]/g,
  cs: /[ěřů]/g,
  da: /[æø]/g,
  es: /[ñ¿¡]/g,
  fo: /ø/g,
  hr: /[đć]/g,
  is: /þ/g,
  mr: /ळ/g,
  no: /[æø]/g,
  pt: /[ãõ]/g,
  ru: /[ыэё]/g,
  sk: /[ľĺŕôä]/g,
  sv: /[äö]/g,
};

/** Min number of words and letters by which a neighbour must surpass the language that the detector found. */
const MIN_MORE = 2;

type Signs = ReadonlyMap<string, ReadonlySet<string>>;
let groups: readonly Signs[] | undefined;
/** Made at the first use, because few articles need it. */
function groupOf(code: string): Signs | undefined {
  groups ??= GROUPS.map(
    (group) => new Map(Object.entries(group).map(([key, words]) => [key, new Set(words.split(' '))])),
  );
  return groups.find((group) => group.has(code));
}

/** A word with an apostrophe before or behind it (`’n`, `d’`) is one word. */
const WORD = /['’]?[\p{L}\p{M}]{1,40}['’]?/gu;

/**
 * Returns the language of those near to `code` that has most of a text's words among its frequent words; `code` unless
 * another has clearly more.
 */
export function nearestLanguage(code: string, text: string): string {
  const signs = signsOf(code, text);
  const own = signs.get(code)?.length ?? 0;
  const [nearest, most] = mostSigns(signs);
  return nearest !== undefined && most >= own + MIN_MORE ? nearest : code;
}

/** Min signs of a neighbour that a language lacks, and min times as many as it has itself, if a text is plainly the neighbour's. */
const MIN_PLAIN = 10;
const MIN_TIMES = 2.5;

/** Whether a text is plainly in a neighbour of a language, by frequent words that only one of the two has. */
export function readsLikeNeighbour(code: string, text: string): boolean {
  const all = signsOf(code, text);
  const own = all.get(code) ?? [];
  return [...all].some(([other, signs]) => {
    const others = without(signs, own).length;
    return other !== code && others >= MIN_PLAIN && others >= without(own, signs).length * MIN_TIMES;
  });
}

const without = (signs: readonly string[], others: readonly string[]): string[] => {
  const among = new Set(others);
  return signs.filter((sign) => !among.has(sign));
};

/** The words and letters of a text, as often as they come, that are signs of each language near to `code`. */
function signsOf(code: string, text: string): Map<string, readonly string[]> {
  const lower = text.toLowerCase();
  const words = (lower.match(WORD) ?? []).map((word) => word.replace("'", '’'));
  return new Map(
    [...(groupOf(code) ?? [])].map(([key, frequent]) => [
      key,
      [...words.filter((word) => frequent.has(word)), ...(lower.match(LETTERS[key] ?? NONE) ?? [])],
    ]),
  );
}

const mostSigns = (signs: ReadonlyMap<string, readonly string[]>): [code: string | undefined, signs: number] =>
  [...signs].reduce<[string | undefined, number]>(
    (best, [code, { length }]) => (length > best[1] ? [code, length] : best),
    [undefined, 0],
  );

const NONE = /(?!)/g;
