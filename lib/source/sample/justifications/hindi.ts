import type { Phrasebook } from './phrasebook';

/** As people write it in Bengaluru: Hindi with the English words of the trade. */
export const hindi: Phrasebook = {
  months: ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'],
  date: '{day} {month}',
  openings: [
    'नमस्ते, ',
    'नमस्ते {manager} जी, ',
    '{colleague} से बात हो गई है: ',
    '{ticket} के बारे में: ',
    'कृपया जल्दी: ',
    '{project} के लिए: ',
  ],
  reasons: {
    sales: [
      '{date} से {customer} का खाता मेरे पास है',
      '{customer} के {count} खुले टिकट सँभालने हैं',
      '{quarter} की रिपोर्ट {date} तक देनी है',
    ],
    engineering: [
      '{project} टीम में नई ज़िम्मेदारी, repo में push नहीं हो रहा',
      '{ticket} का fix merge करना है, branch protected है',
      '{date} को {project} का load test है, बाद में सब हटा दिया जाएगा',
    ],
    operations: [
      '{date} से on-call पर हूँ, alerts देखने हैं',
      'production में {ticket} की जाँच करनी है',
      '{customer} का certificate {date} को समाप्त हो रहा है',
    ],
    data: ['{project} dashboard का आँकड़ा गलत है, {ticket}', '{customer} के usage data का विश्लेषण, केवल aggregate'],
    general: [
      '{project} के काम के लिए {package} चाहिए',
      'access समाप्त हो गया है, {project} पर काम जारी है',
      '{manager} जी ने {date} तक {project} में मदद करने को कहा है',
      '{colleague} के जैसा ही access चाहिए, हम {project} पर साथ हैं',
      '{date} को टीम बदली है, {package} नहीं मिला',
    ],
  },
  closings: ['। धन्यवाद', '। धन्यवाद!', ', {ticket} देखें', '। {date} के बाद हटा सकते हैं।', '।', '', ''],
  lazy: ['access चाहिए', 'काम के लिए', 'कृपया approve करें', 'project', 'पहले जैसा'],
  approvals: [
    '{project} टीम में हैं, ठीक है',
    '{colleague} से पुष्टि हो गई',
    '{date} तक स्वीकृत',
    '{ticket} देख लिया, सही है',
    '{customer} के काम के लिए ज़रूरी है',
    'केवल {quarter} के लिए, बाद में फिर से अनुरोध करें',
  ],
  remarks: ['।', '। {date} के बाद हटा दें।', ' ({ticket})', '', ''],
  shortApprovals: ['ठीक है', 'ok', 'स्वीकृत', 'हाँ', 'OK'],
  refusals: [
    'यह आपका cost centre नहीं है, {colleague} से पूछें',
    '{project} के लिए read access काफ़ी है',
    'कारण लिखें, किस काम के लिए चाहिए?',
    'पहले change ticket बनाइए',
  ],
};
