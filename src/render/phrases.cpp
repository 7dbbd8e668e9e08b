#include "render/phrases.h"

#include "base/text.h"

namespace longread {
namespace {

// One line a language, in the order of Language; phrases in the order of Phrase, a bar behind each.
constexpr std::string_view phrase_table[] = {
    "Follow us|By |Updated|Topics|Related stories|Keep reading|Show less|Newsletter|Email address|Subscribe|Donate|"
    "Choose an amount|a month|a year|Recommended|Corrections|Notes|Back to text|Table|Code|Gallery|",
    "Síguenos|Por |Actualizado|Temas|Artículos relacionados|Seguir leyendo|Mostrar menos|Boletín|Correo electrónico|"
    "Suscribirse|Donar|Elige un importe|al mes|al año|Recomendado|Correcciones|Notas|Volver al texto|Tabla|Código|Galería|",
    "Suivez-nous|Par |Mis à jour|Thèmes|À lire aussi|Lire la suite|Réduire|Newsletter|Adresse e-mail|S’abonner|"
    "Faire un don|Choisissez un montant|par mois|par an|Recommandé|Corrections|Notes|Retour au texte|Tableau|Code|Galerie|",
    "Folgen Sie uns|Von |Aktualisiert|Themen|Mehr zum Thema|Weiterlesen|Weniger anzeigen|Newsletter|E-Mail-Adresse|"
    "Abonnieren|Spenden|Betrag wählen|im Monat|im Jahr|Empfohlen|Korrekturen|Anmerkungen|Zurück zum Text|Tabelle|Code|Galerie|",
    "تابعنا|بقلم |آخر تحديث|المواضيع|مواضيع ذات صلة|متابعة القراءة|عرض أقل|النشرة البريدية|البريد الإلكتروني|اشترك|تبرع|"
    "اختر مبلغًا|شهريًا|سنويًا|موصى به|تصحيحات|ملاحظات|العودة إلى النص|جدول|شيفرة|معرض صور|",
    "フォローする||更新|トピック|関連記事|続きを読む|閉じる|ニュースレター|メールアドレス|登録する|寄付する|"
    "金額を選ぶ|毎月|毎年|おすすめ|訂正|注|本文に戻る|表|コード|ギャラリー|",
};

// "#" stands for the minutes. One form for each plural category that the language tells apart, in the order
// of Plural, a bar behind each; languages with one form give one.
constexpr std::string_view minutes_table[] = {
    "# min read|",
    "# min de lectura|",
    "# min de lecture|",
    "# Min. Lesezeit|",
    "قراءة # دقيقة|قراءة دقيقة واحدة|قراءة دقيقتين|قراءة # دقائق|قراءة # دقيقة|قراءة # دقيقة|",
    "読了時間 #分|",
};

std::string_view nth(std::string_view table, std::size_t index) {
    for (; index > 0; --index) table.remove_prefix(table.find('|') + 1);
    return table.substr(0, table.find('|'));
}

std::string_view minutes_pattern(std::int64_t minutes, Language language) {
    const std::string_view table = minutes_table[static_cast<std::size_t>(language)];
    const bool one_form = table.find('|') == table.size() - 1;
    return nth(table, one_form ? 0 : static_cast<std::size_t>(plural_of(minutes, language)));
}

}  // namespace

std::string_view phrase(Phrase phrase, Language language) {
    return nth(phrase_table[static_cast<std::size_t>(language)], static_cast<std::size_t>(phrase));
}

std::string reading_time_phrase(const ReadingTime& time, Language language) {
    std::string_view pattern = minutes_pattern(time.slow_minutes, language);
    std::string minutes = format_number(time.slow_minutes, language);
    if (time.fast_minutes != time.slow_minutes) {
        minutes = format_number(time.fast_minutes, language) + "–" + minutes;
        // A form that spells its number out ("two minutes") cannot hold a range.
        if (pattern.find('#') == std::string_view::npos) pattern = minutes_pattern(11, language);
    }
    const std::size_t at = pattern.find('#');
    if (at == std::string_view::npos) return std::string(pattern);
    return std::string(pattern.substr(0, at)) + minutes + std::string(pattern.substr(at + 1));
}

std::string_view author_separator(std::size_t index, std::size_t count, Language language) {
    if (index == 0) return phrase(Phrase::by, language);
    if (language == Language::ja) return "、";
    if (index + 1 < count) return language == Language::ar ? "، " : ", ";
    switch (language) {
        case Language::es: return " y ";
        case Language::fr: return " et ";
        case Language::de: return " und ";
        case Language::ar: return " و";
        default: return " and ";
    }
}

}  // namespace longread
