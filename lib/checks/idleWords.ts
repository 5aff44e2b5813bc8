/** Words that say nothing of why somebody needs access, in the languages of the phrases that people use most. */
// biome-ignore format: a plain list of words.
const idle = [
  'a', 'again', 'an', 'access', 'agreed', 'and', 'approve', 'approved', 'as', 'asap', 'before', 'because', 'by', 'discussed', 'done',
  'expired', 'fine', 'for', 'give', 'go', 'ahead', 'good', 'grant', 'granted', 'have', 'hello', 'hi', 'i', 'in', 'is', 'it', 'job', 'k', 'lgtm',
  'me', 'my', 'n', 'na', 'need', 'needed', 'needs', 'new', 'no', 'none', 'of', 'ok', 'okay', 'on', 'per', 'permission', 'permissions', 'please',
  'pls', 'project', 'reason', 'request', 'requested', 'required', 'same', 'see', 'sure', 'test', 'testing', 'thanks', 'thank', 'the', 'this',
  'ticket', 'to', 'urgent', 'want', 'we', 'work', 'yes', 'you',
  'arbeit', 'benötigt', 'berechtigung', 'bitte', 'brauche', 'danke', 'die', 'dringend', 'einverstanden', 'freigegeben', 'für', 'genehmigt',
  'ich', 'immer', 'ja', 'passt', 'projekt', 'siehe', 'wie', 'zugang', 'zugriff',
  'accord', 'accès', 'approuvé', 'besoin', 'de', 'd', 'faire', 'merci', 'oui', 'pour', 'projet', 'travail', 'validé', 'voir', 'l', 'le', 'la',
  'acceso', 'aprobado', 'gracias', 'necesito', 'para', 'por', 'favor', 'proyecto', 'si', 'sí', 'trabajo', 'urgente',
  'acesso', 'aprovado', 'obrigado', 'obrigada', 'preciso', 'projeto', 'projecto', 'sim', 'trabalho', 'o', 'do',
  'dostęp', 'dostępu', 'do', 'dziękuję', 'pilne', 'potrzebuję', 'praca', 'pracy', 'proszę', 'tak', 'zgoda', 'zatwierdzam', 'projekt',
  'कृपया', 'चाहिए', 'ठीक', 'है', 'हाँ', 'काम', 'के', 'लिए', 'स्वीकृत', 'करें',
  '承認', '承認します', '了解', '問題なし', 'はい', '申請します', 'よろしくお願いします', '权限', '同意', '批准',
] as const;

const words = [...new Set(idle)].join('|');

/** SQL for whether a readable reason has no word besides these. The first other one settles it. */
export function hasOnlyIdleWords(reason: string): string {
  return `regexp_full_match(${reason}, '[^\\p{L}\\p{M}]*((${words})([^\\p{L}\\p{M}]+|$))*', 's')`;
}
