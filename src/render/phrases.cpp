#include "render/phrases.h"

#include "base/text.h"

namespace longread {
namespace {

// One line a language, in the order of Language; phrases in the order of Phrase, a bar behind each.
constexpr std::string_view phrase_table[] = {
    "Follow us|By |Updated|Topics|Corrections|Notes|Back to text|Table|Code|",
    "Síguenos|Por |Actualizado|Temas|Correcciones|Notas|Volver al texto|Tabla|Código|",
    "Suivez-nous|Par |Mis à jour|Thèmes|Corrections|Notes|Retour au texte|Tableau|Code|",
    "Folgen Sie uns|Von |Aktualisiert|Themen|Korrekturen|Anmerkungen|Zurück zum Text|Tabelle|Code|",
    "تابعنا|بقلم |آخر تحديث|المواضيع|تصحيحات|ملاحظات|العودة إلى النص|جدول|شيفرة|",
    "フォローする||更新|トピック|訂正|注|本文に戻る|表|コード|",
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

std::string_view minutes_pattern(std::int64_t minutes, Language language) {
    const std::string_view table = minutes_table[static_cast<std::size_t>(language)];
    const bool one_form = table.find('|') == table.size() - 1;
    return nth_phrase(table, one_form ? 0 : static_cast<std::size_t>(plural_of(minutes, language)));
}

}  // namespace

std::string_view nth_phrase(std::string_view table, std::size_t index) {
    for (; index > 0; --index) table.remove_prefix(table.find('|') + 1);
    return table.substr(0, table.find('|'));
}

std::string_view phrase(Phrase phrase, Language language) {
    return nth_phrase(phrase_table[static_cast<std::size_t>(language)], static_cast<std::size_t>(phrase));
}

void append_reading_time(TextBuffer& out, const ReadingTime& time, Language language) {
    std::string_view pattern = minutes_pattern(time.slow_minutes, language);
    const bool is_range = time.fast_minutes != time.slow_minutes;
    // A form that spells its number out ("two minutes") cannot hold a range.
    if (is_range && pattern.find('#') == std::string_view::npos) pattern = minutes_pattern(11, language);
    const std::size_t at = pattern.find('#');
    out += pattern.substr(0, at);
    if (at == std::string_view::npos) return;
    if (is_range) {
        append_number(out, time.fast_minutes, language);
        out += "–";
    }
    append_number(out, time.slow_minutes, language);
    out += pattern.substr(at + 1);
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
