/**
 * What this side says to readers; the article's own phrases come with its markup. In the order: previous stories,
 * next stories; then why there is no article: it is not there, nothing can be fetched, it cannot be shown; then of
 * embeds: whom a click asks, back to the link, why it is a link again; then of a carousel: to make it a list, to make a
 * list one, what it is; then that an answer has been noted, and what leads to all that the device remembers.
 *
 * @typedef {[string, string, string, string, string, string, string, string, string, string, string, string, string]} Phrases
 */

/** @type {Record<string, Phrases>} */
const phrases = {
    en: [
        'Previous stories',
        'Next stories',
        'This article could not be found.',
        'This article could not be loaded. Check your connection and try again.',
        'This article cannot be displayed.',
        'Loads content from {host}',
        'Close',
        'This could not be loaded here.',
        'Show as a list',
        'Show side by side',
        'carousel',
        'Noted.',
        'What this page remembers',
    ],
    es: [
        'Artículos anteriores',
        'Artículos siguientes',
        'No se ha encontrado este artículo.',
        'No se ha podido cargar este artículo. Compruebe su conexión e inténtelo de nuevo.',
        'No se puede mostrar este artículo.',
        'Carga contenido de {host}',
        'Cerrar',
        'No se ha podido cargar aquí.',
        'Ver como lista',
        'Ver en fila',
        'carrusel',
        'Anotado.',
        'Lo que recuerda esta página',
    ],
    fr: [
        'Articles précédents',
        'Articles suivants',
        'Cet article est introuvable.',
        'Cet article n’a pas pu être chargé. Vérifiez votre connexion et réessayez.',
        'Cet article ne peut pas être affiché.',
        'Charge un contenu de {host}',
        'Fermer',
        'Ce contenu n’a pas pu être chargé ici.',
        'Afficher en liste',
        'Afficher côte à côte',
        'carrousel',
        'C’est noté.',
        'Ce que cette page retient',
    ],
    de: [
        'Vorherige Artikel',
        'Nächste Artikel',
        'Dieser Artikel wurde nicht gefunden.',
        'Dieser Artikel konnte nicht geladen werden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
        'Dieser Artikel kann nicht angezeigt werden.',
        'Lädt Inhalte von {host}',
        'Schließen',
        'Der Inhalt konnte hier nicht geladen werden.',
        'Als Liste zeigen',
        'Nebeneinander zeigen',
        'Karussell',
        'Gemerkt.',
        'Was diese Seite sich merkt',
    ],
    ar: [
        'المقالات السابقة',
        'المقالات التالية',
        'تعذّر العثور على هذا المقال.',
        'تعذّر تحميل هذا المقال. تحقق من اتصالك وحاول مرة أخرى.',
        'لا يمكن عرض هذا المقال.',
        'يحمّل محتوى من {host}',
        'إغلاق',
        'تعذّر تحميل هذا المحتوى هنا.',
        'عرض كقائمة',
        'عرض جنبًا إلى جنب',
        'شريط دوّار',
        'تم.',
        'ما تتذكره هذه الصفحة',
    ],
    ja: [
        '前の記事',
        '次の記事',
        'この記事は見つかりませんでした。',
        'この記事を読み込めませんでした。接続を確認して、もう一度お試しください。',
        'この記事は表示できません。',
        '{host} のコンテンツを読み込みます',
        '閉じる',
        'ここには読み込めませんでした。',
        'リストで表示',
        '横に並べて表示',
        'カルーセル',
        '記録しました。',
        'このページが記憶していること',
    ],
};

/**
 * @param {string} lang BCP 47
 * @returns {Phrases}
 */
export function phrasesFor(lang) {
    const language = lang.slice(0, 2).toLowerCase();
    return Object.hasOwn(phrases, language) ? phrases[language] : phrases.en;
}

/**
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 * @returns {string} BCP 47, of what is added to an article
 */
export function languageOf(root, host) {
    return host.lang || root.querySelector('.article')?.getAttribute('lang') || '';
}
