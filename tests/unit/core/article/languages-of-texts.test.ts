/** One made-up piece of news in many languages: declared rightly, declared wrongly, and not declared. */
import { describe, expect, it } from 'vitest';
import { checkedLanguage, detectLanguage } from '../../../../lambdas/core/article/language.ts';

const NEWS = {
  af: 'Die ou veerboot het Maandag na die eiland teruggekeer, en die mense het vir die kaptein gewag omdat hy die pos gebring het. ',
  am: 'አሮጌው ጀልባ ሰኞ ዕለት ወደ ደሴቱ ተመለሰ፤ ነዋሪዎችም ደብዳቤዎችን እና ዳቦን በደስታ ተቀበሉ። ',
  as: 'পুৰণি নাওখন সোমবাৰে দ্বীপলৈ উভতি আহিল আৰু মানুহবোৰে চিঠি আৰু পিঠা পাই আনন্দ পালে। ',
  ast: 'El vieyu barcu volvió’l llunes a la islla y la xente esperaba nel muelle poles cartes y pol pan que traía. ',
  ba: 'Иҫке паром дүшәмбе көнө утрауға ҡайтты, халыҡ хаттарҙы һәм икмәкте шатланып ҡаршы алды. ',
  be: 'Стары паром у панядзелак вярнуўся на востраў, і людзі чакалі на прыстані лісты, хлеб і газеты за тыдзень. ',
  bg: 'Старият ферибот се върна в понеделник на острова и хората чакаха на кея писмата, хляба и вестниците от седмицата. ',
  bn: 'পুরনো ফেরিটি সোমবার দ্বীপে ফিরে এসেছে এবং মানুষ চিঠি ও রুটি পেয়ে খুশি হয়েছে। ',
  bo: 'གྲུ་གཟིངས་རྙིང་པ་དེ་གཟའ་ཟླ་བར་གླིང་ཕྲན་དུ་ཕྱིར་ལོག་བྱུང་། མི་རྣམས་ཀྱིས་ཡི་གེ་དང་བག་ལེབ་ལེན་པར་དགའ་སྤྲོ་ཆེན་པོ་བྱུང་། ',
  bs: 'Stari trajekt se u ponedjeljak vratio na ostrvo, a ljudi su na obali čekali pisma, hljeb i novine od prošle sedmice. ',
  ckb: 'کەشتییە کۆنەکە ڕۆژی دووشەممە گەڕایەوە بۆ دوورگەکە و خەڵکەکە چاوەڕێی نامە و نان بوون. ',
  cy: 'Daeth yr hen fferi yn ôl i’r ynys ddydd Llun, ac roedd y bobl yn aros ar y cei am y llythyrau, y bara a’r papurau newydd. ',
  dv: 'ކުރީގެ ބޯޓު ހޯމަ ދުވަހު ރަށަށް އެނބުރި އައިސްފި އެވެ. މީހުން ސިޓީތަކާއި ޕާން ލިބިގެން އުފާކުރި އެވެ. ',
  en: 'The old ferry came back to the island on Monday, and with it the post, the bread and all of the newspapers. ',
  eo: 'La malnova pramo revenis lunde al la insulo, kaj la homoj ĝoje atendis ĉe la kajo la leterojn, la panon kaj ĉiujn ĵurnalojn. ',
  fa: 'قایق قدیمی روز دوشنبه به جزیره بازگشت و مردم در اسکله چشم به راه نامه‌ها و نان بودند. ',
  fo: 'Gamla ferjan kom aftur til oynna mánadagin, og fólkið stóð á kaiini og bíðaði eftir brøvunum, breyðinum og bløðunum, sum ikki vóru komin. ',
  fy: 'De âlde fear is moandei werom kaam nei it eilân, en de minsken stienen op de kaai te wachtsjen op it brea en de kranten. ',
  gl: 'O vello barco volveu o luns á illa, e a xente agardaba no peirao polas cartas, o pan e os xornais da semana, que non chegaran. ',
  hi: 'पुरानी नाव सोमवार को द्वीप पर लौट आई और लोग घाट पर चिट्ठियों और रोटी का इंतज़ार कर रहे थे। ',
  hr: 'Stari se trajekt u ponedjeljak vratio na otok, a ljudi su na obali čekali pisma, kruh i novine od prošlog tjedna. ',
  hy: 'Հին լաստանավը երկուշաբթի օրը վերադարձավ կղզի, և մարդիկ նավամատույցում սպասում էին նամակներին։ ',
  id: 'Kapal tua itu kembali ke pulau pada hari Senin, dan warga menunggu di dermaga karena surat dan roti mereka bisa tiba. ',
  is: 'Gamla ferjan kom aftur til eyjarinnar á mánudaginn, og fólkið beið á bryggjunni eftir bréfunum, brauðinu og blöðunum sem ekki höfðu komið. ',
  jv: 'Prau lawas iku bali menyang pulo ing dina Senin, lan wong-wong padha ngenteni ing dermaga kanggo layang lan roti saka kutha. ',
  ka: 'ძველი ბორანი ორშაბათს კუნძულზე დაბრუნდა და ხალხი ნავმისადგომზე წერილებსა და პურს ელოდა. ',
  kk: 'Ескі паром дүйсенбіде аралға қайтып оралды, ал халық айлақта хат пен нан күтіп тұрды. ',
  km: 'កប៉ាល់ចាស់បានត្រឡប់មកកោះវិញនៅថ្ងៃច័ន្ទ ហើយប្រជាជនបានរង់ចាំសំបុត្រ និងនំប៉័ងនៅផែ។ ',
  ky: 'Эски паром дүйшөмбү күнү аралга кайтып келди, эл болсо пирсте кат менен нанды күтүп турду, ошондуктан шаңдуу болду. ',
  lb: 'Déi al Fär ass e Méindeg zréck op d’Insel komm, an d’Leit hunn um Quai op d’Post an d’Brout gewaart, déi net komm waren. ',
  lo: 'ເຮືອເກົ່າໄດ້ກັບຄືນມາຍັງເກາະໃນວັນຈັນ ແລະ ປະຊາຊົນລໍຖ້າຈົດໝາຍແລະເຂົ້າຈີ່ຢູ່ທ່າເຮືອ. ',
  mk: 'Стариот траект во понеделникот се врати на островот, а луѓето на кејот ги чекаа писмата, лебот и весниците од неделата, што ќе ги читаат. ',
  mn: 'Хуучин гатлага онгоц даваа гарагт арал руу буцаж ирсэн бөгөөд хүмүүс усан онгоцны зогсоол дээр захидал хүлээж байв. ',
  mr: 'जुनी बोट सोमवारी बेटावर परत आली आणि लोक धक्क्यावर पत्रे व भाकरीची वाट पाहत होते, असे त्यांनी सांगितले आहे. ',
  ms: 'Kapal lama itu kembali ke pulau pada hari Isnin, dan penduduk menunggu di jeti kerana surat dan roti mereka boleh tiba, kata beliau. ',
  mt: 'Il-vapur il-qadim reġa’ lura lejn il-gżira nhar it-Tnejn, u n-nies kienu qed jistennew l-ittri, il-ħobż u l-gazzetti fuq il-moll. ',
  my: 'သင်္ဘောဟောင်းသည် တနင်္လာနေ့တွင် ကျွန်းသို့ ပြန်ရောက်လာပြီး လူများက စာများနှင့် ပေါင်မုန့်ကို စောင့်နေကြသည်။ ',
  ne: 'पुरानो डुङ्गा सोमबार टापुमा फर्कियो र मानिसहरू घाटमा चिठी र रोटी पर्खिरहेका थिए, जुन एक साता ढिला भएको छ। ',
  nn: 'Den gamle ferja kom attende til øya måndag, og folket stod på kaia og venta på breva, brødet og avisene, som ikkje hadde kome frå byen. ',
  ps: 'زوړه بېړۍ د دوشنبې په ورځ ټاپو ته راستنه شوه او خلکو په بندر کې لیکونو او ډوډۍ ته انتظار وکړ. ',
  sd: 'پراڻي ٻيڙي سومر تي ٻيٽ تي موٽي آئي ۽ ماڻهو گهاٽ تي خطن ۽ مانيءَ جو انتظار ڪري رهيا هئا. ',
  si: 'පැරණි බෝට්ටුව සඳුදා දූපතට ආපසු පැමිණි අතර මිනිස්සු ලිපි සහ පාන් බලාපොරොත්තුවෙන් සිටියහ. ',
  sr: 'Стари трајект се у понедељак вратио на острво, а људи су на обали чекали писма, хлеб и новине од прошле недеље. ',
  sw: 'Kivuko cha zamani kilirudi kisiwani siku ya Jumatatu, na watu walisubiri gatini barua, mikate na magazeti ya wiki nzima. ',
  tg: 'Пароми кӯҳна рӯзи душанбе ба ҷазира баргашт ва мардум дар соҳил мактубу нонро интизор буданд. ',
  ti: 'እታ ኣረጊት ጃልባ ሰኑይ ናብታ ደሴት ተመሊሳ፤ ህዝቢ ድማ ኣብ ወደብ ደብዳቤታትን ሕምባሻን ይጽበ ነይሩ። ',
  tt: 'Иске паром дүшәмбе көнне утрауга кайтты, халык хатларны һәм икмәкне җыелып көтеп торды. ',
  uk: 'Старий пором у понеділок повернувся на острів, і люди чекали на причалі листів, хліба та газет за тиждень. ',
  ur: 'پرانی کشتی پیر کے روز جزیرے پر واپس آئی اور لوگ گھاٹ پر خطوں اور روٹی کا انتظار کر رہے تھے۔ ',
  uz: 'Eski parom dushanba kuni orolga qaytib keldi va odamlar bandargohda xat hamda non kutib turishdi. ',
  yi: 'דאָס אַלטע שיפֿל איז מאָנטיק צוריקגעקומען צום אינדזל, און די מענטשן האָבן געוואַרט אויף די בריוו און דאָס ברויט. ',
  yue: '嗰隻舊渡輪禮拜一返嚟個島度，啲人喺碼頭等緊啲信同埋麵包，大家都好開心，話已經等咗成個禮拜。 ',
} as const;
type Code = keyof typeof NEWS;
const long = (text: string): string => text.repeat(Math.ceil(400 / text.length));

describe('a declared language stays if the text is in it', () => {
  it.each(Object.keys(NEWS))('a text that is declared as “%s” stays “%s”', async (code) => {
    expect(await checkedLanguage(code, long(NEWS[code as Code]))).toBe(code);
  });
});

describe('a language that isn’t declared is found', () => {
  /** Of these the detector knows no neighbour by whose words they could be told, or has no list of words for them. */
  const UNKNOWN: readonly string[] = ['ast', 'bs', 'ckb', 'cy', 'nn', 'sw', 'uz', 'yue'];
  it.each(Object.keys(NEWS).filter((code) => !UNKNOWN.includes(code)))(
    'a text in “%s” has its language',
    async (code) => {
      expect(await detectLanguage(long(NEWS[code as Code]))).toBe(code);
    },
  );
});

const SERBIAN =
  'Stari trajekt se u ponedeljak vratio na ostrvo, a ljudi su na obali čekali pisma, hleb i novine od prošle nedelje. ';
const UZBEK = 'Эски паром душанба куни оролга қайтиб келди ва одамлар бандаргоҳда хат ҳамда нон кутиб туришди. ';
const SPANISH =
  'El viejo barco volvió el lunes a la isla, y la gente esperaba en el muelle las cartas, el pan y los periódicos de la semana. ';
const GERMAN =
  'Die alte Fähre kam am Montag auf die Insel zurück, und die Leute warteten am Kai auf das Brot und die Zeitungen der Woche. ';
const DUTCH =
  'De oude veerboot kwam maandag terug naar het eiland, en de mensen wachtten op de kade op het brood en de kranten van de week. ';
const RUSSIAN =
  'Старый паром в понедельник вернулся на остров, и люди ждали на причале писем, хлеба и газет за всю неделю. ';
const CHINESE = '旧渡轮星期一回到了岛上，人们在码头等候信件、面包和一周的报纸，大家都很高兴，说已经等了整整一个星期。';
const JAPANESE = '古いフェリーが月曜日に島へ戻り、人々は桟橋で手紙やパン、一週間分の新聞を待っていました。';

describe('a declared language is checked', () => {
  it.each<[string, string, string, string]>([
    ['Serbian in Latin letters stays Serbian', 'sr', SERBIAN, 'sr'],
    ['Serbian of Montenegro stays as it was declared', 'sr-Latn-ME', SERBIAN, 'sr-Latn-ME'],
    ['Uzbek in Cyrillic letters stays Uzbek', 'uz', UZBEK, 'uz'],
    ['an English text is not Indonesian', 'id', NEWS.en, 'en'],
    ['an English text is not Welsh', 'cy', NEWS.en, 'en'],
    ['an English text is not Hindi', 'hi', NEWS.en, 'en'],
    ['an English text is not Burmese', 'my', NEWS.en, 'en'],
    ['a Spanish text is not Basque', 'eu', SPANISH, 'es'],
    ['a Spanish text is not Swahili', 'sw', SPANISH, 'es'],
    ['a Dutch text is not English', 'en', DUTCH, 'nl'],
    ['a Russian text is not Kazakh, whose letters it lacks', 'kk', RUSSIAN, 'ru'],
    ['a Kazakh text is not Russian, which lacks its letters', 'ru', NEWS.kk, 'kk'],
    ['a Persian text is not Pashto, whose letters it lacks', 'ps', NEWS.fa, 'fa'],
    ['an Urdu text is not Sindhi, whose letters it lacks', 'sd', NEWS.ur, 'ur'],
    ['a Pashto text is not Persian, which lacks its letters', 'fa', NEWS.ps, 'ps'],
    ['a Sinhala text is not English', 'en', NEWS.si, 'si'],
    ['a Khmer text is not English', 'en-US', NEWS.km, 'km'],
    ['a Japanese text is not Chinese', 'zh', JAPANESE, 'ja'],
    ['a Chinese text is not English', 'en', CHINESE, 'zh'],
    ['a text in Cantonese stays Cantonese', 'yue-HK', NEWS.yue, 'yue-HK'],
    ['a Chinese text stays in the script that was declared', 'zh-Hant-TW', CHINESE, 'zh-Hant-TW'],
    ['a short Burmese text is not English', 'en', NEWS.my, 'my'],
    ['a Spanish text is not Galician', 'gl', SPANISH, 'es'],
    ['a Dutch text is not Frisian', 'fy', DUTCH, 'nl'],
    ['a Dutch text is not Afrikaans', 'af', DUTCH, 'nl'],
    ['a German text is not Luxembourgish', 'lb', GERMAN, 'de'],
    ['a Hindi text is not Nepali', 'ne', NEWS.hi, 'hi'],
    ['a Bulgarian text is not Macedonian', 'mk', NEWS.bg, 'bg'],
  ])('%s', async (_, declared, text, language) => {
    expect(await checkedLanguage(declared, text === NEWS.my ? text : long(text))).toBe(language);
  });
});
