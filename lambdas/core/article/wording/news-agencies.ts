/**
 * Names of news agencies in bylines, in lower case without punctuation. Sources: the members of the European Alliance of
 * News Agencies, OANA (Asia-Pacific) and FAAPA (Africa), and the agencies of the Americas.
 */
const AGENCIES = new Set(
  (
    'ap|associated press|the associated press|reuters|thomson reuters|afp|agence france presse|afp deutschland|upi|' +
    'dpa|deutsche presse agentur|dpa afx|epd|evangelischer pressedienst|kna|katholische nachrichten agentur|sid|' +
    'sport informations dienst|apa|austria presse agentur|sda|keystone sda|ats|keystone ats|ansa|adnkronos|agi|efe|' +
    'agencia efe|europa press|lusa|agência lusa|belga|agence belga|anp|pa|pa media|press association|ntb|ritzau|' +
    'ritzaus bureau|tt|tt nyhetsbyrån|stt|bns|elta|leta|pap|čtk|ctk|tasr|sita|mti|agerpres|mediafax|bta|tanjug|beta|' +
    'fena|hina|sta|mia|ata|amna|ana mpa|αμπε|ape mpe|anadolu|anadolu agency|anadolu ajansı|aa|dha|demirören haber ajansı|iha|' +
    'ihlas haber ajansı|tass|тасс|interfax|интерфакс|ria novosti|риа новости|ukrinform|укринформ|belta|' +
    'xinhua|xinhua news agency|新华社|cns|kyodo|kyodo news|共同通信|jiji|jiji press|時事通信|yonhap|yonhap news agency|' +
    'yonhap news|연합뉴스|뉴시스|newsis|뉴스1|pti|press trust of india|ani|ians|uni|app|apns|bss|unb|antara|bernama|vna|ttxvn|pna|' +
    'cna|中央社|aap|australian associated press|canadian press|the canadian press|la presse canadienne|notimex|télam|telam|' +
    'agência brasil|estadão conteúdo|folhapress|prensa latina|wam|spa|kuna|qna|mena|map|aps|tap|nan|news agency of nigeria|' +
    'apanews|pana|sapa|african news agency|irna|isna|tasnim|petra|bloomberg news'
  ).split('|'),
);

export const isAgency = (name: string): boolean =>
  AGENCIES.has(
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
      .trim(),
  );
