/**
 * What this side says to readers; the article's own phrases come with its markup. In the order: previous stories,
 * next stories; then why there is no article: it is not there, nothing can be fetched, it cannot be shown.
 *
 * @type {Record<string, [string, string, string, string, string]>}
 */
const phrases = {
    en: [
        'Previous stories',
        'Next stories',
        'This article could not be found.',
        'This article could not be loaded. Check your connection and try again.',
        'This article cannot be displayed.',
    ],
    es: [
        'Artículos anteriores',
        'Artículos siguientes',
        'No se ha encontrado este artículo.',
        'No se ha podido cargar este artículo. Compruebe su conexión e inténtelo de nuevo.',
        'No se puede mostrar este artículo.',
    ],
    fr: [
        'Articles précédents',
        'Articles suivants',
        'Cet article est introuvable.',
        'Cet article n’a pas pu être chargé. Vérifiez votre connexion et réessayez.',
        'Cet article ne peut pas être affiché.',
    ],
    de: [
        'Vorherige Artikel',
        'Nächste Artikel',
        'Dieser Artikel wurde nicht gefunden.',
        'Dieser Artikel konnte nicht geladen werden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
        'Dieser Artikel kann nicht angezeigt werden.',
    ],
    ar: [
        'المقالات السابقة',
        'المقالات التالية',
        'تعذّر العثور على هذا المقال.',
        'تعذّر تحميل هذا المقال. تحقق من اتصالك وحاول مرة أخرى.',
        'لا يمكن عرض هذا المقال.',
    ],
    ja: [
        '前の記事',
        '次の記事',
        'この記事は見つかりませんでした。',
        'この記事を読み込めませんでした。接続を確認して、もう一度お試しください。',
        'この記事は表示できません。',
    ],
};

/**
 * @param {string} lang BCP 47
 * @returns {[string, string, string, string, string]}
 */
export function phrasesFor(lang) {
    const language = lang.slice(0, 2).toLowerCase();
    return Object.hasOwn(phrases, language) ? phrases[language] : phrases.en;
}
