import type { Phrasebook } from './phrasebook';

export const japanese: Phrasebook = {
  months: [],
  date: '{number}月{day}日',
  openings: [
    'お疲れ様です。',
    '{colleague}さんと相談済みです。',
    '{ticket}の件です。',
    '至急お願いします。',
    '{project}の件、',
  ],
  reasons: {
    finance: [
      '月次決算のため、{date}まで{customer}の計上を担当します',
      '{date}の支払い前に保留中の請求書{count}件を処理します',
      '監査から{count}件のサンプル提出を求められています({date}締切)',
    ],
    sales: [
      '{date}から{customer}を担当します',
      '{customer}の契約更新を登録するため({date}に打ち合わせ)',
      '{quarter}の案件レビュー資料を作成します',
    ],
    engineering: [
      '{project}に参加しましたが、リポジトリにプッシュできません',
      '{ticket}の修正のため、保護ブランチへのマージ権限が必要です',
      '{date}に{project}の負荷試験を行います。終了後に削除します',
    ],
    operations: [
      '{date}からオンコール当番です',
      '障害{ticket}の調査で本番のキューを確認します',
      '{customer}の証明書が{date}に期限切れになります',
    ],
    data: [
      '{project}ダッシュボードの数値が誤っています({ticket})',
      '{customer}の利用状況分析です。集計データのみ使用します',
    ],
    general: [
      '{project}の作業で{package}が必要です',
      '期限が切れましたが、{project}は{date}まで続きます',
      '{colleague}さんと同じ権限をお願いします',
      '{date}付で異動しました。{package}の権限がありません',
      '{customer}の導入対応のため。詳細は{ticket}をご覧ください',
    ],
  },
  closings: [
    '。よろしくお願いいたします。',
    '。よろしくお願いします',
    '。{date}以降は削除していただいて構いません。',
    '。',
    '。',
    '',
    '',
  ],
  lazy: ['業務のため', '権限が必要', 'よろしくお願いします', '前回と同じ', 'プロジェクト用', '申請します'],
  approvals: [
    '{project}の担当者です。承認します',
    '{colleague}さんに確認しました',
    '{date}までで承認',
    '{ticket}で確認済み',
    '{customer}対応に必要と判断しました',
    '{quarter}のみ。以降は再申請してください',
  ],
  remarks: ['。', '。{date}に削除してください。', '({ticket})', '', ''],
  shortApprovals: ['承認', '承認します', 'OK', '了解', '問題なし', 'はい'],
  refusals: [
    '担当部署が異なります。{colleague}さんに確認してください',
    '{project}は参照権限で足ります',
    '理由を具体的に記入してください',
    '変更申請を先に提出してください',
  ],
};
