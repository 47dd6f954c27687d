/** What the words before a date say of it: the publication, a change, or something else. */

export type DateRole = 'published' | 'changed' | 'other';

/** In the words before a date, the last of these counts: "Received 1 August, published 24 November". */
const ROLES: readonly (readonly [DateRole, RegExp])[] = [
  [
    'published',
    /(?:^|[\s(|•·,:])(?:datum|date|veröffentlicht|erschienen|erscheinungsdatum|erstellt|(?:first )?(?:published|posted)|publié|parution|mis en ligne|publicado|pubblicato|gepubliceerd|geplaatst|publicerad|udgivet|publisert|julkaistu|opublikowano|publikováno|objavljeno|megjelent|közzétéve|yayınlanma|yayın tarihi|опубликовано|дата публикации|опубліковано|публикувано|δημοσίευση|δημοσιεύτηκε|diterbitkan|ngày đăng|发布时间|发布于|发表于|發布時間|發表於|發佈|公開日?|掲載日?|配信|投稿日|등록일?|입력|게재|게시|نشر في|تاريخ النشر|نُشر|تاریخ انتشار|منتشر شده|פורסם|תאריך|เผยแพร่|ประกาศ|วันที่|प्रकाशित|प्रकाशन|প্রকাশ\p{L}*)/giu,
  ],
  [
    'changed',
    /(?:updat|upd\.|modif|edited|amended|corrected|changed|aktualisiert|aktualisierung|(?:^|\s)stand(?=[\s:])|zuletzt|geändert|überarbeitet|mis à jour|mise à jour|màj|actualizad|aggiornat|atualizad|bijgewerkt|oppdatert|opdateret|uppdaterad|ändrad|päivitetty|aktualizov|zaktualizowan|frissítve|ažurirano|обновлен|изменен|оновлено|güncelle|ενημερώθηκε|diperbarui|cập nhật|更新|修改|最終更新|編集|수정|تحديث|آخر تعديل|به‌?روز|עודכן|อัปเดต|แก้ไข|अपडेट|अद्यतन|হালনাগাদ|আপডেট)/giu,
  ],
  [
    'other',
    /(?:received|accepted|submitted|revised|retrieved|accessed|archived|deadline|expires?|valid (?:until|from)|eingereicht|eingegangen|angenommen|abgerufen|zugriff|gültig|reçu|accepté|consulté|recibido|aceptado|consultado|ricevuto|accettato|recebido|aceito|ontvangen|geaccepteerd|mottagen|godkänd|otrzymano|zaakceptowano|получен|принят|поступил|收稿|投稿|受付|受理|录用|接收|接受|修回|採録|접수|승인|심사|投稿受付|تاريخ الاستلام|القبول|دریافت|پذیرش|התקבל|copyright|©|born|geb\.|né le|event|veranstaltung)/giu,
  ],
];
/** Max length of the text before a date that is read, in characters. */
const MAX_LABEL_LENGTH = 60;
/** Max length of the words between a label and its date, in characters: "Published on Tuesday evening". */
const MAX_WORDS_LENGTH = 20;

/** Returns what the words before a date say of it; undefined if they say nothing. */
export function roleInWords(words: string): DateRole | undefined {
  const label = words.slice(-MAX_LABEL_LENGTH);
  if (!/\p{L}|©/u.test(label)) return undefined;
  let found: { readonly role: DateRole; readonly at: number } | undefined;
  for (const [role, pattern] of ROLES) {
    for (const { index, 0: word } of label.matchAll(pattern)) {
      const at = index + word.length;
      if (at > (found?.at ?? 0) && isNear(label.slice(at))) found = { role, at };
    }
  }
  return found?.role;
}

const isNear = (between: string): boolean => between.length <= MAX_WORDS_LENGTH && !/\p{Nd}/u.test(between);
