#include "render/ask_phrases.h"

#include "render/phrases.h"

namespace longread {
namespace {

// One line a language, in the order of Language; phrases in the order of AskPhrase, a bar behind each.
constexpr std::string_view phrase_table[] = {
    "How often|Other amount|# to @|# of @|as of #|You have read # articles in the last @ days.|Do not count "
    "my articles|Remind me later|Not now|Why am I seeing this?|Your own device decided this. Nothing about "
    "you was sent anywhere.|The topic: #|Articles you have read lately: # (we ask from @ on)|Times you were "
    "asked lately: # (at most @)|You have not told us lately that you gave or want no requests.|Chance "
    "chose this version, on your device.|Stop for # days|I have given|Thank you for your support|What this "
    "page remembers|All of this is on your device only.|Nothing.|Articles read in the week of #: @|Stories "
    "marked as read: #|Asked:|No requests, please|Newsletters subscribed to: #|Random number to choose "
    "versions by: #|Articles are not counted.|Count my articles|Save a copy|Load a copy|Delete everything|",
    "Frecuencia|Otro importe|de # a @|# de @|a #|Has leído # artículos en los últimos @ días.|No contar "
    "mis artículos|Recordármelo más tarde|Ahora no|¿Por qué veo esto?|Lo ha decidido tu propio dispositivo. "
    "No se ha enviado nada sobre ti.|El tema: #|Artículos leídos últimamente: # (preguntamos a partir de "
    "@)|Veces que te hemos preguntado últimamente: # (como máximo @)|Últimamente no has dicho que hayas "
    "donado ni que no quieras peticiones.|El azar eligió esta versión, en tu dispositivo.|No preguntar "
    "durante # días|Ya he donado|Gracias por tu apoyo|Lo que recuerda esta página|Todo esto está solo en tu "
    "dispositivo.|Nada.|Artículos leídos en la semana del #: @|Artículos marcados como leídos: "
    "#|Petición:|Sin peticiones, por favor|Boletines suscritos: #|Número al azar para elegir versiones: "
    "#|No se cuentan los artículos.|Contar mis artículos|Guardar una copia|Cargar una copia|Borrar todo|",
    "Fréquence|Autre montant|de # à @|# sur @|au #|Vous avez lu # articles ces @ derniers jours.|Ne pas "
    "compter mes articles|Me le rappeler|Pas maintenant|Pourquoi ce message ?|Votre propre appareil en a "
    "décidé. Rien à votre sujet n’a été envoyé.|Le sujet : #|Articles lus récemment : # (nous demandons à "
    "partir de @)|Demandes récentes : # (@ au plus)|Vous n’avez récemment signalé ni don ni refus.|Le "
    "hasard a choisi cette version, sur votre appareil.|Pas de demande pendant # jours|J’ai déjà "
    "donné|Merci de votre soutien|Ce que cette page retient|Tout ceci n’est que sur votre "
    "appareil.|Rien.|Articles lus la semaine du # : @|Articles marqués comme lus : #|Demande :|Pas de "
    "demande, merci|Newsletters reçues : #|Nombre au hasard pour choisir les versions : #|Les articles ne "
    "sont pas comptés.|Compter mes articles|Enregistrer une copie|Charger une copie|Tout effacer|",
    "Wie oft|Anderer Betrag|# bis @|# von @|Stand: #|Sie haben in den letzten @ Tagen # Artikel "
    "gelesen.|Meine Artikel nicht zählen|Später erinnern|Jetzt nicht|Warum sehe ich das?|Ihr eigenes Gerät "
    "hat das entschieden. Nichts über Sie wurde gesendet.|Das Thema: #|Zuletzt gelesene Artikel: # (wir "
    "fragen ab @)|Zuletzt gefragt: #-mal (höchstens @)|Sie haben zuletzt weder eine Spende noch eine "
    "Absage gemeldet.|Der Zufall hat diese Fassung gewählt, auf Ihrem Gerät.|# Tage nicht fragen|Ich habe "
    "gespendet|Danke für Ihre Unterstützung|Was diese Seite sich merkt|All das steht nur auf Ihrem "
    "Gerät.|Nichts.|Gelesene Artikel in der Woche vom #: @|Als gelesen markiert: #|Gefragt:|Bitte keine "
    "Anfragen|Abonnierte Newsletter: #|Zufallszahl für die Wahl der Fassung: #|Artikel werden nicht "
    "gezählt.|Meine Artikel zählen|Kopie speichern|Kopie laden|Alles löschen|",
    "عدد المرات|مبلغ آخر|من # إلى @|# من @|حتى #|المقالات التي قرأتها في آخر @ يومًا: #|لا تعدّ "
    "مقالاتي|ذكّرني لاحقًا|ليس الآن|لماذا يظهر لي هذا؟|جهازك هو الذي قرر ذلك. لم يُرسل شيء عنك.|الموضوع: "
    "#|المقالات التي قرأتها مؤخرًا: # (نسأل ابتداءً من @)|مرات السؤال مؤخرًا: # (@ على الأكثر)|لم تخبرنا "
    "مؤخرًا بأنك تبرعت أو لا تريد طلبات.|اختارت الصدفة هذه الصيغة على جهازك.|لا تسألني لمدة # يومًا|لقد "
    "تبرعت|شكرًا لدعمك|ما تتذكره هذه الصفحة|كل هذا على جهازك فقط.|لا شيء.|المقالات المقروءة في أسبوع #: "
    "@|المقالات المعلّمة كمقروءة: #|طلب:|لا طلبات من فضلك|النشرات المشترك فيها: #|رقم عشوائي لاختيار "
    "الصيغ: #|لا تُعدّ المقالات.|عدّ مقالاتي|حفظ نسخة|تحميل نسخة|حذف كل شيء|",
    "頻度|その他の金額|#〜@|#／目標@|#現在|この@日間に#本の記事をお読みになりました。|記事を数えない|"
    "後で知らせる|今はしない|表示される理由|お使いの端末が判断しました。あなたの情報は送信していません。|"
    "話題：#|最近読んだ記事：#本（@本から表示）|最近の表示：#回（上限@回）|"
    "最近の寄付や停止の記録はありません。|この文面は端末内で無作為に選ばれました。|#日間表示しない|"
    "寄付しました|ご支援ありがとうございます|このページが記憶していること|"
    "すべてこの端末だけに保存されています。|ありません。|#の週に読んだ記事：@本|既読の記事：#本|表示：|"
    "お願いを表示しない|登録したニュースレター：#|文面を選ぶ乱数：#|記事を数えていません。|記事を数える|"
    "コピーを保存|コピーを読み込む|すべて削除|",
};

}  // namespace

std::string_view phrase(AskPhrase phrase, Language language) {
    return nth_phrase(phrase_table[static_cast<std::size_t>(language)], static_cast<std::size_t>(phrase));
}

void append_phrase(TextBuffer& out, AskPhrase which, Language language, std::string_view first,
                   std::string_view second) {
    for (const char c : phrase(which, language)) {
        if (c == '#') {
            out += first;
        } else if (c == '@') {
            out += second;
        } else {
            out += c;
        }
    }
}

}  // namespace longread
