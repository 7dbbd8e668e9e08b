#include "render/slot_phrases.h"

#include "render/phrases.h"

namespace longread {
namespace {

// One line a language, in the order of Language; phrases in the order of SlotPhrase, a bar behind each.
constexpr std::string_view phrase_table[] = {
    "Related stories|Keep reading|Show less|Newsletter|Email address|Subscribe|Donate|Choose an amount|a "
    "month|a year|Recommended|once|Latest|Read|Same topic:|",
    "Artículos relacionados|Seguir leyendo|Mostrar menos|Boletín|Correo electrónico|Suscribirse|Donar|Elige "
    "un importe|al mes|al año|Recomendado|una vez|Lo último|Leído|Mismo tema:|",
    "À lire aussi|Lire la suite|Réduire|Newsletter|Adresse e-mail|S’abonner|Faire un don|Choisissez un "
    "montant|par mois|par an|Recommandé|une fois|Dernières nouvelles|Lu|Même sujet :|",
    "Mehr zum Thema|Weiterlesen|Weniger anzeigen|Newsletter|E-Mail-Adresse|Abonnieren|Spenden|Betrag "
    "wählen|im Monat|im Jahr|Empfohlen|einmalig|Neueste|Gelesen|Gleiches Thema:|",
    "مواضيع ذات صلة|متابعة القراءة|عرض أقل|النشرة البريدية|البريد الإلكتروني|اشترك|تبرع|اختر "
    "مبلغًا|شهريًا|سنويًا|موصى به|مرة واحدة|الأحدث|مقروء|الموضوع نفسه:|",
    "関連記事|続きを読む|閉じる|ニュースレター|メールアドレス|登録する|寄付する|金額を選ぶ|毎月|毎年|"
    "おすすめ|今回のみ|新着|既読|同じ話題：|",
};

}  // namespace

std::string_view phrase(SlotPhrase phrase, Language language) {
    return nth_phrase(phrase_table[static_cast<std::size_t>(language)], static_cast<std::size_t>(phrase));
}

}  // namespace longread
